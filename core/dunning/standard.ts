// The policy of whoever has not made one: a friendly word, then three notices two weeks apart. It charges nothing: what may be
// charged depends on the country, and nobody is charged without the creditor's will.

import { type Currency, ZERO, minor } from '../money/index.ts'
import type { DunningPolicy, DunningStep } from './policy.ts'

const step = (level: number, afterDays: number, periodDays: number): DunningStep => ({
  level,
  afterDays,
  channel: 'email_and_letter',
  fee: ZERO,
  periodDays,
  interest: false,
})

export function standardPolicy(currency: Currency): DunningPolicy {
  return {
    name: 'Standard',
    currency,
    steps: [step(0, 7, 7), step(1, 14, 10), step(2, 14, 10), step(3, 14, 7)],
    grouping: 'per_debtor',
    leastOpen: minor(500),
  }
}
