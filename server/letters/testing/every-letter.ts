// Every reminder that our own words make: each country, language, step, voice and kind of debtor; and what each must say.

import { COUNTRIES } from '@mahnwerk/core/countries'
import type { NoticeKind } from '@mahnwerk/core/duties'
import { type DunningLetterFacts, type Language, type Letter, type Tone, dunningLetterOf } from '@mahnwerk/core/letters'
import { PRACTICE, type ReminderOf, aReminder } from '@mahnwerk/core/letters/testing'

const KINDS: readonly NoticeKind[] = ['reminder', 'first', 'second', 'last']
const LANGUAGES: readonly Language[] = ['de', 'en', 'nl']
const TONES: readonly Tone[] = ['plain', 'firm']
const DEBTORS = ['consumer', 'business'] as const

export type EveryLetter = Omit<ReminderOf, 'tone'> & { readonly name: string; readonly tone: Tone }

export const EVERY_LETTER: readonly EveryLetter[] = COUNTRIES.flatMap(({ code: country }) =>
  LANGUAGES.flatMap((language) =>
    KINDS.flatMap((kind) =>
      TONES.flatMap((tone) =>
        DEBTORS.map((debtor) => ({
          name: [country, language, kind, tone, debtor].join('-'),
          country,
          language,
          kind,
          tone,
          debtor,
          deductsVat: false,
          creditor: { ...PRACTICE, address: { ...PRACTICE.address, country } },
        })),
      ),
    ),
  ),
)

export type Written = { readonly facts: DunningLetterFacts; readonly letter: Letter }

export function written(of: ReminderOf): Written {
  const facts = aReminder(of)
  return { facts, letter: dunningLetterOf(facts) }
}

/** What the law of the country wants said, and what every reminder says: each is looked for in what a reader reads. */
export function mustSay({ facts, letter }: Written): string[] {
  const cells = letter.body.flatMap((block) => (block.kind === 'table' ? block.rows : [])).flatMap((row) => row.cells)
  const pay = letter.body.flatMap((block) => (block.kind === 'payment' ? block.facts : []))
  return [
    ...facts.law.sentences.map(({ text }) => text),
    ...(facts.law.term === undefined ? [] : [facts.law.term]),
    ...cells.flatMap(({ text, under = [] }) => [text, ...under]),
    ...pay.flatMap(({ label, value }) => [label, value]),
    ...letter.info.map(({ value }) => value),
    ...letter.head.foot.flat(),
    letter.subject,
    facts.number,
  ]
    .map(plain)
    .filter((text) => text !== '')
}

/** As texts are compared: with single blanks. */
export function plain(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim()
}

/** The transfer as EPC069-12 wants it, written out here by hand and not by what is tested. */
export function transferOf({ facts, letter }: Written): string {
  const code = letter.body.flatMap((block) => (block.kind === 'payment' ? [block.code] : []))[0]
  const cents = facts.items.map(({ open }) => open).concat(Object.values(facts.parts))
  const total = cents.reduce((all, each) => all + Number(each), 0)
  const amount = `${Math.floor(total / 100)}.${String(total % 100).padStart(2, '0')}`
  return ['BCD', '002', '1', 'SCT', '', code?.holder, code?.iban, `EUR${amount}`, '', '', facts.number].join('\n')
}
