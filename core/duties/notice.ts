// What a country's law makes of a creditor's own reminders: on which occasion the duties look at one, and the sentences that
// one must hold or does well to hold. A letter asks through this type and never for a country by its name.

import type { CostRefusal } from '../collection-costs/index.ts'
import type { LocalDate } from '../calendar/index.ts'
import type { LawSettings } from '../countries/country.ts'
import type { DebtorKind } from '../late-payment/index.ts'
import type { Language } from '../letters/index.ts'
import type { Minor } from '../money/index.ts'
import type { Result } from '../refusals/index.ts'
import type { Occasion } from './duties.ts'

/** `reminder` raises no level; `last` is the creditor's last letter of its own. */
export type NoticeKind = 'reminder' | 'first' | 'second' | 'last'

export type NoticeFacts = {
  readonly kind: NoticeKind
  readonly debtor: DebtorKind
  readonly on: LocalDate
  /** What is open of each invoice's own amount. */
  readonly principals: readonly Minor[]
  readonly creditorDeductsVat: boolean
}

/** Ready to be read; `statements` are the keys of the duties that it keeps. */
export type NoticeSentence = { readonly text: string; readonly statements: readonly string[] }

export type NoticeWords = {
  /** Until when to pay, in words, where the law counts the days itself; the letter then names no day of its own. */
  readonly term?: string
  readonly sentences: readonly NoticeSentence[]
}

export type NoticeLaw = {
  /** Of letters to this country where nobody chose another. */
  readonly language: Language
  readonly occasionOf: (kind: NoticeKind, debtor: DebtorKind) => Occasion
  /** Statements that a letter makes by its form: its tables name each part of the sum. */
  readonly madeByForm: readonly string[]
  /** Statements that the sentences of wordsOf make, whatever the amounts. */
  readonly madeBySentences: (kind: NoticeKind, debtor: DebtorKind) => readonly string[]
  readonly wordsOf: (facts: NoticeFacts, settings: LawSettings, language: Language) => Result<NoticeWords, CostRefusal>
  /** Whether words that somebody wrote into a letter give a term that this law does not let stand. */
  readonly isFaultyTerm: (words: string, kind: NoticeKind, debtor: DebtorKind) => boolean
}
