// What Swiss law leaves open here, with the answer that holds where nobody chose another: the one that costs a debtor less.

import { SURE } from '../../facts/index.ts'
import type { LawSettings } from '../country.ts'
import { openQuestions } from '../open-questions.ts'

const QUESTIONS = openQuestions('ch', {
  /** A due day on a Sunday or holiday (art. 78 OR), or on a Saturday, which the law treats so for its own periods only. */
  rest_day: ['next_working_day', 'unchanged'],
  /** Whether a fee for reminders was agreed with a clear amount. */
  reminder_fee: ['not_agreed', 'agreed'],
})

export const { open: OPEN_QUESTIONS, choice } = QUESTIONS

/** Published examples count 360 days a year, courts often 365: the latter costs less and is the default. */
export const SETTINGS: LawSettings = {
  yearBasis: 'act/365',
  paymentDayCounts: false,
  trust: SURE,
  choices: QUESTIONS.defaults,
}
