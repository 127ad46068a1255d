// What German law leaves open, and the answer taken where nobody chose. No statute says over how many days a year's interest is
// spread (act/365: the same fraction for each day), nor whether the day of payment counts (it does in practice).

import { SURE } from '../../facts/index.ts'
import type { LawSettings, OpenQuestion } from '../country.ts'

/** The first answer of each is the default. Texts: choice.de.<key>.<answer>. */
export const OPEN_QUESTIONS = [
  /** Whether claims come from consumer credit, and secured by land: §§ 491, 497 BGB. */
  { key: 'loan', answers: ['none', 'consumer', 'mortgage'] },
  /** Whether § 193 BGB moves the end of the thirty days of § 286 Abs. 3; the default favours the debtor. */
  { key: 'thirty_days', answers: ['moved', 'fixed'] },
  /** Flat fees for own dunning letters up to a sum that courts have let pass, or only what each letter really cost. */
  { key: 'dunning_fee', answers: ['limit', 'actual_cost'] },
] as const satisfies readonly OpenQuestion[]

export const SETTINGS: LawSettings = {
  yearBasis: 'act/365',
  paymentDayCounts: true,
  trust: SURE,
  choices: Object.fromEntries(OPEN_QUESTIONS.map(({ key, answers }) => [key, answers[0]])),
}

type Question = (typeof OPEN_QUESTIONS)[number]
type AnswerTo<Key extends Question['key']> = Extract<Question, { readonly key: Key }>['answers'][number]

/** The answer chosen, or the default. Throws on an answer that the question does not have: a fault of the caller. */
export function chosen<Key extends Question['key']>(settings: LawSettings, key: Key): AnswerTo<Key> {
  const answers: readonly string[] = OPEN_QUESTIONS.find((each) => each.key === key)?.answers ?? []
  const answer = settings.choices[key] ?? answers[0] ?? ''
  if (!answers.includes(answer)) throw new RangeError(`${key} has no answer ${answer}`)
  return answer as AnswerTo<Key> // one of its answers, checked in the line above
}

export const loanOf = (settings: LawSettings): AnswerTo<'loan'> => chosen(settings, 'loan')
