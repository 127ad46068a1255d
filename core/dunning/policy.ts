// How a creditor reminds: the steps from the first friendly word to the last notice, when each is due, what it costs and how
// long it gives to pay. Policy is data; decide.ts is the one loop that reads it.

import type { Currency, Minor } from '../money/index.ts'

export type Channel = 'email' | 'letter' | 'email_and_letter' | 'portal'

/** More than nine notices nobody writes: letters have words for as many (core/letters). */
export const LEVEL_MAX = 9

export type DunningStep = {
  /** 0 is the friendly reminder, which raises no level; the notices follow from 1, up to LEVEL_MAX. */
  readonly level: number
  /** Days after the due day (the first step) or after the step before it. */
  readonly afterDays: number
  readonly channel: Channel
  /** What the letter costs the debtor. */
  readonly fee: Minor
  /** Days that the letter gives to pay. */
  readonly periodDays: number
  /** Late interest is demanded in it, up to the day of the letter. */
  readonly interest: boolean
}

export type DunningPolicy = {
  readonly name: string
  readonly currency: Currency
  /** In the order of their levels, none twice. */
  readonly steps: readonly DunningStep[]
  /** per_debtor: what is ripe at the same time goes into one letter. */
  readonly grouping: 'per_debtor' | 'per_invoice'
  /** Below this nobody is bothered: the sum of a letter, fees and interest apart. */
  readonly leastOpen: Minor
}

/** When a claim is suggested for collection: all that are given must hold. */
export type CollectionThreshold = {
  readonly daysOverdue: number
  /** The level reached, and its period over. */
  readonly level: number
  readonly leastOpen: Minor
}

export type PolicyFault =
  | 'policy_without_steps'
  | 'policy_levels_disordered'
  | 'policy_days_negative'
  | 'policy_fee_negative'
  | 'policy_period_missing'

/** What is wrong with a policy in itself; what the law says of it is asked of the country. */
export function faultsOf(policy: DunningPolicy): readonly { readonly fault: PolicyFault; readonly step?: number }[] {
  if (policy.steps.length === 0) return [{ fault: 'policy_without_steps' }]
  return policy.steps.flatMap((step, index) => {
    const found = (fault: PolicyFault, when: boolean) => (when ? [{ fault, step: index }] : [])
    return [
      ...found('policy_levels_disordered', step.level <= (policy.steps[index - 1]?.level ?? -1)),
      ...found('policy_days_negative', step.afterDays < 0),
      ...found('policy_fee_negative', step.fee < 0),
      ...found('policy_period_missing', step.periodDays < 1),
    ]
  })
}

/** The step that comes next for a claim: the first where nothing was sent, else the first of a higher level. */
export function nextStep(
  policy: DunningPolicy,
  level: number,
  lastNoticeOn: string | undefined,
): DunningStep | undefined {
  if (level === 0 && lastNoticeOn === undefined) return policy.steps[0]
  return policy.steps.find((step) => step.level > level)
}
