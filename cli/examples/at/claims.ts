// The facts of a claim as an example leaves them: what it does not say is ordinary.

import { day } from '@mahnwerk/core/calendar'
import type { Regime } from '@mahnwerk/core/countries/at'
import type { ClaimFacts } from '@mahnwerk/core/late-payment'
import { minor } from '@mahnwerk/core/money'
import { z } from 'zod'

export function claimOf(known: Partial<ClaimFacts>): ClaimFacts {
  return {
    debtor: 'business',
    principal: minor(100),
    contractOn: day('2020-01-01'),
    dueOn: day('2025-12-31'),
    dueAgreed: true,
    invoiceNotice: false,
    remindersReceivedOn: [],
    forPerformance: true,
    debtorAtFault: true,
    ...known,
  }
}

/** The names by which examples call a rate's law; the first that fits. */
const REGIMES: readonly (readonly [RegExp, Regime])[] = [
  [/old|352/, 'business_old'],
  [/456|b2b|business/, 'business'],
  [/1000|1333|consumer|general/, 'general'],
]

export const regime = z.string().transform((name, context): Regime => {
  const known = REGIMES.find(([pattern]) => pattern.test(name))
  if (known !== undefined) return known[1]
  context.addIssue(`no such regime: ${name}`)
  return z.NEVER
})
