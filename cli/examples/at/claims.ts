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

const REGIMES: Readonly<Record<string, Regime>> = {
  ugb456: 'business',
  'old-8-points': 'business_old',
  old8: 'business_old',
  'ugb352-old': 'business_old',
  abgb1000: 'general',
  abgb1333: 'general',
  consumer: 'general',
  general: 'general',
}

/** The names by which examples call a rate's law. */
export const regime = z.string().transform((name, context): Regime => {
  const known = REGIMES[name]
  if (known !== undefined) return known
  context.addIssue(`no such regime: ${name}`)
  return z.NEVER
})
