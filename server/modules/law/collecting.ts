// The question what collecting may cost the debtor, as the collection costs and a plan ask it.

import { z } from 'zod'
import { ZERO } from '@mahnwerk/core/money'
import { amount, day, debtorKind, multiple, sum } from './fields.ts'

const step = z.object({
  kind: z.enum([
    'first_letter',
    'reminder',
    'phone_call',
    'instalment_plan',
    'settlement',
    'file_keeping',
    'address_search',
    'income_inquiry',
    'visit',
  ]),
  on: day,
})

export const collecting = z
  .object({
    principals: z.array(sum).min(1).max(100).describe('Owed when collection began; several in one demand'),
    debtor: debtorKind,
    engagedOn: day.describe('The day the collector was instructed: decides the tariff'),
    on: day,
    collector: z.enum(['agency', 'lawyer']).default('agency'),
    creditorDeductsVat: z.boolean(),
    disputed: z.boolean().default(false),
    extensive: z.boolean().default(false),
    rate: multiple.exactOptional().describe('A lower multiple of the fee than the law allows; never raises it'),
    steps: z.array(step).max(100).default([]),
    warning: z
      .object({ receivedOn: day, valid: z.boolean(), paidInTerm: amount.default(ZERO) })
      .exactOptional()
      .describe('The last warning that some countries ask for'),
    flat: amount.default(ZERO).describe('Flat compensation demanded beside; some countries credit it'),
    creditorCosts: amount
      .exactOptional()
      .describe('What the creditor spent itself and demands, where a country takes a share of it, too'),
  })
  .meta({ id: 'CollectionQuestion' })
