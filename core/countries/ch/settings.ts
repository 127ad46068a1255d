// What Swiss law leaves open here, with the answer that holds where nobody chose another: the one that costs a debtor less.

import { SURE } from '../../facts/index.ts'
import type { LawSettings, OpenQuestion } from '../country.ts'

const QUESTIONS = {
  /** A due day on a Sunday or holiday (art. 78 OR), or on a Saturday, which the law treats so for its own periods only. */
  rest_day: ['next_working_day', 'unchanged'],
  /** Whether a fee for reminders was agreed with a clear amount. */
  reminder_fee: ['not_agreed', 'agreed'],
} as const

type Questions = typeof QUESTIONS

export const OPEN_QUESTIONS: readonly OpenQuestion[] = Object.entries(QUESTIONS).map(([key, answers]) => ({
  key,
  answers,
}))

/** Published examples count 360 days a year, courts often 365: the latter costs less and is the default. */
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
  if (answer === undefined) throw new TypeError(`no such answer to ch.${key}: ${chosen}`)
  return answer
}
