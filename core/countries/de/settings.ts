// What German law leaves open, and the answer taken where nobody chose. No statute says over how many days a year's interest is
// spread (act/365: the same fraction for each day), nor whether the day of payment counts (it does in practice).

import { SURE } from '../../facts/index.ts'
import type { LawSettings } from '../country.ts'
import { openQuestions } from '../open-questions.ts'

const QUESTIONS = openQuestions('de', {
  /** Whether claims come from consumer credit, and secured by land: §§ 491, 497 BGB. */
  loan: ['none', 'consumer', 'mortgage'],
  /** Whether § 193 BGB moves the end of the thirty days of § 286 Abs. 3; the default favours the debtor. */
  thirty_days: ['moved', 'fixed'],
  /** Flat fees for own dunning letters up to a sum that courts have let pass, or only what each letter really cost. */
  dunning_fee: ['limit', 'actual_cost'],
})

export const { open: OPEN_QUESTIONS, choice } = QUESTIONS

export const SETTINGS: LawSettings = {
  yearBasis: 'act/365',
  paymentDayCounts: true,
  trust: SURE,
  choices: QUESTIONS.defaults,
}
