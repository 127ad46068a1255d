// What Austrian law leaves open, with the answer that holds where nobody chose another. The first answer is the one that costs
// a debtor less, or the one that the text itself gives.

import { SURE } from '../../facts/index.ts'
import type { LawSettings, OpenQuestion } from '../country.ts'

const QUESTIONS = {
  /** A due day on a Saturday, Sunday or holiday: § 903 ABGB. */
  rest_day: ['next_working_day', 'unchanged'],
  /** Whether the claim's bands of VO BGBl. 141/1996 move with the index as its amounts do. */
  bands: ['fixed', 'indexed'],
  /** What the percentages of § 3 Z 1 are taken of. */
  percentage_base: ['claim', 'claim_and_creditor_costs'],
  /** Which index is used while that of the year is not established. */
  index: ['last_established', 'none'],
  /** Where a payment serves costs: § 1416 ABGB names interest and principal only. */
  costs_position: ['after_principal', 'before_interest', 'agreed_before_interest'],
} as const

type Questions = typeof QUESTIONS

export const OPEN_QUESTIONS: readonly OpenQuestion[] = Object.entries(QUESTIONS).map(([key, answers]) => ({
  key,
  answers,
}))

export const SETTINGS: LawSettings = {
  yearBasis: 'act/365',
  paymentDayCounts: false,
  trust: SURE,
  choices: Object.fromEntries(OPEN_QUESTIONS.map(({ key, answers }) => [key, answers[0] ?? ''])),
}

/** The answer chosen, or the default. Throws on an answer that does not exist: settings are checked where they are made. */
export function choice<Key extends keyof Questions>(settings: LawSettings, key: Key): Questions[Key][number] {
  const answers: readonly Questions[Key][number][] = QUESTIONS[key]
  const chosen = settings.choices[key] ?? answers[0]
  const answer = answers.find((each) => each === chosen)
  if (answer === undefined) throw new TypeError(`no such answer to at.${key}: ${chosen}`)
  return answer
}
