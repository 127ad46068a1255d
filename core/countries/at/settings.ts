// What Austrian law leaves open, with the answer that holds where nobody chose another. The first answer is the one that costs
// a debtor less, or the one that the text itself gives.

import { SURE } from '../../facts/index.ts'
import type { LawSettings } from '../country.ts'
import { openQuestions } from '../open-questions.ts'

const QUESTIONS = openQuestions('at', {
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
})

export const { open: OPEN_QUESTIONS, choice } = QUESTIONS

export const SETTINGS: LawSettings = {
  yearBasis: 'act/365',
  paymentDayCounts: false,
  trust: SURE,
  choices: QUESTIONS.defaults,
}
