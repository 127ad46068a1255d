// What makes one agency differ from another, as data: the engine is the same for all.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { RejectReason } from '@mahnwerk/core/cases'
import type { HandoverPackage } from '@mahnwerk/core/handover'
import type { Minor } from '@mahnwerk/core/money'
import type { Capabilities } from '@mahnwerk/connectors/protocol'
import type { Part } from './split.ts'
import type { Temperament } from './temperament.ts'

export type CostLine = {
  readonly kind: 'collection_fee' | 'expenses' | 'vat'
  readonly amount: Minor
  readonly text: string
  readonly basis: string
}

export type Rejection = { readonly reason: RejectReason; readonly text: string; readonly repairable: boolean }

export type AgencyProfile = {
  readonly key: string
  readonly name: string
  readonly zone: string
  readonly isHoliday: (on: LocalDate) => boolean
  readonly capabilities: Capabilities
  /** Case numbers count up from here: prefix and number. */
  readonly caseNumber: { readonly prefix: string; readonly first: number }
  readonly acceptAfterSeconds: number
  readonly letterHour: number
  /** Days from one step to the next. */
  readonly stepDays: number
  /** Costs billed to the debtor in all once a step is reached. */
  readonly costs: (claim: HandoverPackage, step: 'first_letter' | 'second_demand') => readonly CostLine[]
  readonly addressResearchCost: Minor
  /** Order in which a payment to the agency is spread, and one made to the creditor. */
  readonly splitOrder: readonly Part[]
  readonly directSplitOrder: readonly Part[]
  /** Why a claim is not taken; undefined if it is. */
  readonly refuses: (claim: HandoverPackage) => Rejection | undefined
  /** How often each temperament comes, in parts of the sum. */
  readonly temperaments: Readonly<Partial<Record<Temperament, number>>>
  readonly texts: {
    readonly firstLetter: string
    readonly secondDemand: string
    readonly costDemand: string
    readonly lawyerDemand: string
  }
}
