// What the order-for-payment procedure and a suit cost, who is competent, and which days count there: the question put to a
// country and the shape of its answer. Representatives' fees stand apart from the court's.

import type { LocalDate } from '../calendar/index.ts'
import type { LawRefusal } from '../facts/index.ts'
import type { Line } from '../explanations/index.ts'
import type { Minor } from '../money/index.ts'

export type CourtQuestion = {
  readonly act: 'order_for_payment' | 'suit' | 'enforcement'
  /** Value in dispute: the principal; side claims do not raise it where the law says so. */
  readonly value: Minor
  readonly filedOn: LocalDate
  readonly claimant: 'person' | 'company'
  readonly representative: 'none' | 'agency' | 'lawyer'
  readonly creditorDeductsVat: boolean
  /** What was charged out of court, where part of it is credited: as a multiple of the 1.0 fee, in decimal text. */
  readonly feeBefore?: string
  readonly disputed: boolean
  /** The day the representative was instructed, which decides its tariff; the day of filing where absent. */
  readonly orderedOn?: LocalDate
  /** Disputed already while it was collected out of court, which decides what `feeBefore` came to; as `disputed` where absent. */
  readonly disputedBefore?: boolean
  /** The suit follows an order for payment of the same value, whose fees count towards it where the law says so. */
  readonly afterOrderForPayment?: boolean
  /** Withdrawn, acknowledged or settled before the court decided (a suit), or paid before filing (an order for payment). */
  readonly endedEarly?: boolean
}

export type CourtNote = {
  readonly courtFee: Minor
  readonly representativeNet: Minor
  readonly vat: Minor
  readonly total: Minor
  readonly why: Line
}

export type CourtRefusal = LawRefusal | 'court_not_admissible' | 'court_no_tariff'

export type CompetentCourt = { readonly name: string; readonly city: string; readonly why: Line }
