// A reminder for tests, by the law of a country: three invoices of which one is partly paid, or as many as wanted.

import { addDays, day } from '../../calendar/index.ts'
import { countryOf } from '../../countries/index.ts'
import type { NoticeKind } from '../../duties/index.ts'
import { EUR, ZERO, minor } from '../../money/index.ts'
import {
  type DunningItem,
  type DunningLetterFacts,
  type DunningParts,
  type Tone,
  noticeNumber,
  standardTemplate,
} from '../dunning/index.ts'
import type { Sender } from '../sender.ts'
import type { Language } from '../texts.ts'

export type ReminderOf = {
  readonly kind: NoticeKind
  readonly language: Language
  readonly tone?: Tone
  /** ISO code, of creditor and debtor alike. */
  readonly country: string
  readonly debtor: 'consumer' | 'business'
  readonly deductsVat?: boolean
  readonly creditor: Sender
}

const TODAY = day('2026-11-23')
const LEVELS: Readonly<Record<NoticeKind, number>> = { reminder: 0, first: 1, second: 2, last: 3 }
const TOWNS: Readonly<Record<string, { postCode: string; city: string }>> = {
  AT: { postCode: '5020', city: 'Salzburg' },
  NL: { postCode: '3511 AB', city: 'Utrecht' },
}

export function aReminder(of: ReminderOf, parts: Partial<DunningLetterFacts> = {}): DunningLetterFacts {
  const { kind, language, tone, country: code, debtor, deductsVat = true, creditor } = of
  const country = countryOf(code)
  if (country === undefined) throw new Error(`no country ${code}`)
  const items = parts.items ?? [1, 2, 3].map(anItem)
  const principals = items.map(({ open }) => open)
  const facts = { kind, debtor, on: TODAY, principals, creditorDeductsVat: deductsVat }
  // What is only recalled of the law may be used here: it is the words that are looked at.
  const settings = { ...country.settings, trust: { ...country.settings.trust, lowConfidence: true } }
  const law = country.notices.wordsOf(facts, settings, language)
  if (!law.ok) throw new Error(`no words: ${law.refusal.code}`)
  const name =
    debtor === 'consumer'
      ? ({ kind: 'consumer', first: 'Jörg', last: 'Müßig-Weber' } as const)
      : ({ kind: 'business', company: 'Bäckerei Größl GmbH', contactPerson: 'Frau Ines Größl' } as const)
  return {
    language,
    kind,
    level: LEVELS[kind],
    template: standardTemplate(kind, language, tone),
    law: law.value,
    day: TODAY,
    payBy: addDays(TODAY, 14),
    number: noticeNumber(2026, 123),
    creditor,
    healthProfession: true,
    debtor: { name, address: { street: 'Lindenallee 12', ...(TOWNS[code] ?? TOWN), country: code }, number: '10412' },
    currency: EUR,
    items,
    parts: partsOf(kind, code),
    ...(kind === 'reminder' ? {} : { interestUntil: TODAY }),
    ...(kind === 'last' ? { handover: {} } : {}),
    ...parts,
  }
}

const TOWN = { postCode: '86152', city: 'Augsburg' }
const NOTHING = { interest: ZERO, charges: ZERO, fee: ZERO, costs: ZERO }

// Reminders of the creditor itself cost nothing apart in the Netherlands.
function partsOf(kind: NoticeKind, country: string): DunningParts {
  if (kind === 'reminder') return NOTHING
  const interest = minor(412)
  if (country === 'NL') return { ...NOTHING, interest }
  return { ...NOTHING, interest, fee: minor(120), charges: minor(kind === 'first' ? 0 : 120) }
}

function anItem(number: number): DunningItem {
  const on = addDays(day('2026-07-14'), number * 18)
  const amount = minor(9_800 + number * 2_345)
  const open = number === 2 ? minor(amount - 5_000) : amount
  const subject = number === 1 ? 'Leistungen Juli 2026' : 'Behandlung August 2026'
  return { number: `RE-2026-0${410 + number}`, day: on, due: addDays(on, 14), amount, open, subject }
}
