// What Dutch law leaves open, with the answer that holds where nobody chose another: the longer notice, and the term as it is
// counted (whether a weekend extends it is not settled). The day of payment bears no interest, as in the published examples.

import { SURE } from '../../facts/index.ts'
import type { LawSettings } from '../country.ts'
import { openQuestions } from '../open-questions.ts'

const QUESTIONS = openQuestions('nl', {
  /** How long a notice of default gives where its own term is not on record. */
  notice_term: ['fourteen_days', 'eight_days'],
  /** Whether the fourteen-day letter's term ends on a weekend or on the working day after it. */
  letter_term_end: ['as_counted', 'next_working_day'],
})

export const { open: OPEN_QUESTIONS, choice } = QUESTIONS

export const SETTINGS: LawSettings = {
  yearBasis: 'act/365',
  paymentDayCounts: false,
  trust: SURE,
  choices: QUESTIONS.defaults,
}
