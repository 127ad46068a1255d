// What is demanded from a debtor, part by part, so that each can be held against the law before a letter or a handover goes out.

import type { LocalDate } from '../calendar/index.ts'
import type { CollectionQuestion, CostRefusal } from '../collection-costs/index.ts'
import type { CourtQuestion, CourtRefusal } from '../court/index.ts'
import type { Letter } from '../duties/index.ts'
import { type Line, sourcesOf } from '../explanations/index.ts'
import type { LawRefusal } from '../facts/index.ts'
import type { ClaimFacts } from '../late-payment/index.ts'
import type { Millionths, Minor } from '../money/index.ts'
import type { Refusal } from '../refusals/index.ts'

/** One of the creditor's own letters and what it costs the debtor. */
export type ChargedLetter = { readonly on: LocalDate; readonly fee: Minor }

/** Every part may be absent: what is not demanded is not checked. */
export type Demand = {
  readonly claim: ClaimFacts
  /** The creditor's own letters since the due day, in the order in which they go out. */
  readonly letters?: readonly ChargedLetter[]
  readonly flat?: Minor
  /** Percent per year, from the first to the last day for which it is demanded, both counted. */
  readonly interest?: { readonly rate: Millionths; readonly from: LocalDate; readonly until: LocalDate }
  /** Costs of a collector or lawyer out of court, with tax. */
  readonly collection?: { readonly question: CollectionQuestion; readonly demanded: Minor }
  /** Court fee and representation, with tax. */
  readonly court?: { readonly question: CourtQuestion; readonly demanded: Minor }
  /** Invoice and letters with the statements that they make. */
  readonly writings?: readonly Letter[]
}

/** In the order in which they win where a demand is refused for one. */
export type Unlawful =
  | 'letter_must_be_free'
  | 'dunning_fee_above_law'
  | 'flat_above_law'
  | 'interest_not_due'
  | 'interest_before_late'
  | 'interest_above_law'
  | 'costs_above_law'
  | 'court_costs_above_law'
  | 'statement_missing'

export type DemandRefusal = Unlawful | LawRefusal | CostRefusal | CourtRefusal

/** What the law does not allow. Facts hold the rule as it is quoted, and what was demanded and what is allowed. */
export type Finding = Refusal<DemandRefusal>

/** The law behind an answer, as one quotes it: of the answer itself, or else of what it was made from. */
export function ruleOf(why: Line): string {
  const sources = why.sources.length > 0 ? why.sources : sourcesOf(why)
  return [...new Set(sources.map((source) => source.citation))].join('; ')
}

/** A sum among a finding's facts, in cents. Throws where the finding is of another kind and has none. */
export function amountIn({ code, facts }: Finding, name: 'demanded' | 'allowed'): number {
  const amount = facts[name]
  if (typeof amount !== 'number') throw new TypeError(`${code} names no sum ${name}`)
  return amount
}

/** A demand above a limit, in cents. */
export function above(
  code: Unlawful,
  demanded: Minor,
  allowed: Minor,
  why: Line,
  more: Finding['facts'] = {},
): Finding {
  return { code, facts: { rule: ruleOf(why), demanded, allowed, ...more } }
}
