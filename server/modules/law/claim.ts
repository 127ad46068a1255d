// The claim that a question is about, and what happened to it.

import { z } from 'zod'
import { type Line } from '@mahnwerk/core/explanations'
import { assumed } from '@mahnwerk/core/calculations'
import type { Country } from '@mahnwerk/core/countries'
import type { ClaimFacts } from '@mahnwerk/core/late-payment'
import { type Result, accept, refuse } from '@mahnwerk/core/refusals'
import { PARTS, day, debtorKind, rate, sum } from './fields.ts'

export const claim = z
  .object({
    debtor: debtorKind,
    principal: sum,
    dueOn: day,
    contractOn: day.exactOptional().describe('Decides which law holds; absent: the due day, and the answer says so'),
    dueAgreed: z.boolean().default(false).describe('The due day was agreed, not only printed on the invoice'),
    invoiceReceivedOn: day.exactOptional(),
    invoiceNotice: z.boolean().default(false).describe('The invoice told a consumer what happens after thirty days'),
    remindersReceivedOn: z.array(day).max(50).default([]),
    remindersWithTerm: z
      .array(z.object({ receivedOn: day, payBy: day }))
      .max(50)
      .exactOptional()
      .describe('Reminders that gave time to pay; not repeated among the others'),
    continuingPerformedOn: day.exactOptional().describe('Of a continuing contract: when what is charged was performed'),
    refusedOn: day.exactOptional().describe('The debtor refused for good'),
    forPerformance: z.boolean().default(true).describe('The price of goods or services, not damages or a loan'),
    debtorAtFault: z.boolean().default(true).describe('The law presumes it; false where the debtor disproved it'),
    agreedRate: rate.exactOptional(),
    region: z.string().max(20).exactOptional(),
  })
  .meta({ id: 'CalculationClaim' })

const ref = z.string().max(100).exactOptional()

export const entry = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('payment'),
      on: day,
      amount: sum,
      named: z.array(z.enum(PARTS)).max(6).exactOptional().describe('The parts that the payer wanted served first'),
      ref,
    }),
    z.object({ kind: z.literal('charge'), on: day, amount: sum, part: z.enum(PARTS).exclude(['principal']), ref }),
    z.object({ kind: z.literal('credit'), on: day, amount: sum, part: z.enum(PARTS), ref }),
  ])
  .meta({ id: 'CalculationEntry', description: 'A payment, something added, or something given back.' })

/** What happened beside the due course; the order does not matter. */
export const entries = z.array(entry).max(500).default([])

export const account = {
  claim,
  entries,
  interestDemanded: z.boolean().default(true),
  flatDemanded: z.boolean().default(false).describe('Demand the flat compensation where the law grants one'),
}

export type ClaimAsked = z.output<typeof claim>

export type Facts = { readonly facts: ClaimFacts; readonly assumptions: readonly Line[] }

/** The facts as core takes them, and what had to be assumed for them. Refused for a region that the country does not have. */
export function factsOf(of: ClaimAsked, { regions, code }: Country): Result<Facts, 'law_region_unknown'> {
  const { contractOn, ...rest } = of
  if (of.region !== undefined && !Object.hasOwn(regions, of.region))
    return refuse('law_region_unknown', { region: of.region, country: code })
  if (contractOn !== undefined) return accept({ facts: { ...rest, contractOn }, assumptions: [] })
  const assumptions = [assumed('contract_when_due', { day: of.dueOn })]
  return accept({ facts: { ...rest, contractOn: of.dueOn }, assumptions })
}
