import { type EnforcementAct, enforcementFees, enforcementPeriods } from '@mahnwerk/core/countries/ch'
import { day } from '@mahnwerk/core/calendar'
import { ZERO } from '@mahnwerk/core/money'
import { z } from 'zod'
import { category } from '../example.ts'
import { cents, isoDay } from '../inputs.ts'

const ACTS: Readonly<Record<string, EnforcementAct>> = {
  'payment order': 'payment_order',
  'bankruptcy threat': 'bankruptcy_threat',
  seizure: 'seizure',
  'further copy': 'further_copy',
  'extra copy': 'further_copy',
}

const act = z.string().transform((name, context): EnforcementAct => {
  const known = ACTS[name]
  if (known !== undefined) return known
  context.addIssue(`no such act: ${name}`)
  return z.NEVER
})

export const enforcementFee = category(
  z
    .object({
      claim_cents: cents,
      act: act.optional(),
      acts: z.array(act).optional(),
      postage_cents: cents.default(ZERO),
      requested_on: isoDay.default(day('2026-01-01')),
    })
    .refine((inputs) => inputs.act !== undefined || inputs.acts !== undefined),
  ({ claim_cents, act: only, acts, postage_cents, requested_on }) => {
    const note = enforcementFees(acts ?? (only === undefined ? [] : [only]), claim_cents, requested_on, postage_cents)
    if (!note.ok) return { refused: note.refusal.code }
    const { fees, total } = note.value
    return { fee_without_postage_cents: fees, fees_without_postage_cents: fees, total_cents: total }
  },
)

export const deadline = category(z.object({ payment_order_served_on: isoDay }), ({ payment_order_served_on }) => {
  const { objectBy, payBy, continueFrom, continueBy, bankruptcyBy } = enforcementPeriods(payment_order_served_on)
  return {
    objection_until: objectBy,
    pay_until: payBy,
    continuation_earliest: continueFrom,
    continuation_latest: continueBy,
    bankruptcy_petition_latest: bankruptcyBy,
  }
})
