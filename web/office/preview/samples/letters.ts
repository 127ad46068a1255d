// Templates and a letterhead, as the server tells them; the letter itself is set by core on an invented reminder.

import type {
  InvoiceRow,
  LetterTemplate,
  LetterTemplates,
  Letterhead,
  MailPreview,
  TemplateJudgement,
} from '@mahnwerk/client/api'
import { addDays, day } from '@mahnwerk/core/calendar'
import { type DunningTemplate, dunningLetterOf, mailOf, saysLegal, standardTemplate } from '@mahnwerk/core/letters'
import { ZERO, currency, minor } from '@mahnwerk/core/money'
import { TODAY } from './people.ts'

const LANGUAGES = ['de', 'en', 'nl'] as const
const KINDS = ['reminder', 'first', 'second', 'last'] as const
const AUDIENCES = ['consumer', 'business'] as const
type Which = Pick<LetterTemplate, 'language' | 'kind' | 'audience'>

const SAVED = { savedBy: 'Anna Berger', savedAt: '2026-10-02T09:14:00.000Z' }
const IN_DEFAULT =
  'Sie sind mit der Zahlung in Verzug. Notwendige Kosten der weiteren Rechtsverfolgung haben Sie als Verzugsschaden zu ersetzen.'

export const TEMPLATES: LetterTemplates = {
  country: 'DE',
  templates: LANGUAGES.flatMap((language) =>
    KINDS.flatMap((kind) =>
      AUDIENCES.map((audience) => {
        const which = { language, kind, audience, subject: standardTemplate(kind, language).subject }
        const own = language === 'de' && kind === 'first'
        return own
          ? { ...which, state: audience === 'consumer' ? 'own' : 'not_lawful', version: 2, ...SAVED }
          : { ...which, state: 'standard', version: 0, savedBy: null, savedAt: null }
      }),
    ),
  ),
}

export function templateOf(which: Which): LetterTemplate {
  const words = standardTemplate(which.kind, which.language)
  return {
    ...which,
    country: 'DE',
    own: true,
    version: 2,
    words,
    standard: words,
    judgement: judgementOf(words),
    versions: [
      { id: 'v2', version: 2, words, ...SAVED },
      { id: 'v1', version: 1, words: null, ...SAVED },
    ],
  }
}

export function judgementOf(words: DunningTemplate): TemplateJudgement {
  return { statements: [], legal: { said: saysLegal(words), sentences: [IN_DEFAULT] }, faults: [] }
}

export function previewOf(
  { language, kind }: Which,
  words: DunningTemplate,
  row: InvoiceRow | undefined,
): MailPreview | null {
  if (row === undefined) return null
  const [today, open] = [day(TODAY), minor(row.open)]
  const { sender } = LETTERHEAD
  const letter = dunningLetterOf({
    language,
    kind,
    level: KINDS.indexOf(kind),
    template: words,
    law: { sentences: [{ text: IN_DEFAULT, statements: [] }] },
    day: today,
    payBy: addDays(today, 14),
    number: 'M-2026-0042',
    creditor: sender,
    healthProfession: true,
    debtor: {
      name: { kind: 'business', company: row.debtorName },
      address: { street: 'Lindenallee 12', postCode: '86152', city: 'Augsburg', country: 'DE' },
    },
    currency: currency(row.currency),
    items: [{ number: row.number, day: addDays(day(row.dueDate), -14), due: day(row.dueDate), amount: open, open }],
    parts: { interest: ZERO, charges: ZERO, fee: ZERO, costs: ZERO },
  })
  return mailOf(letter, 'M-2026-0042')
}

export const LETTERHEAD: Letterhead = {
  version: 3,
  accent: '#7a1f2b',
  bank: 'Stadtsparkasse Augsburg',
  register: 'Amtsgericht Augsburg, HRB 12345',
  directors: 'Geschäftsführung: Anna Berger',
  more: [],
  logo: null,
  sender: {
    name: 'Physiotherapie am Stadtpark',
    legalName: 'Physiotherapie am Stadtpark, Inhaberin Anna Berger',
    address: { street: 'Stadtparkweg 7', postCode: '86150', city: 'Augsburg', country: 'DE' },
    phone: '+49 821 100 200',
    email: 'praxis@praxis.example',
    account: { holder: 'Anna Berger', iban: 'DE89370400440532013000' },
  },
  ...SAVED,
}
