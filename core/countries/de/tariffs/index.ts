export { BAILIFF_FEES, type BailiffAct } from './bailiff-fees.ts'
export { BAILIFF_SERIES, type BailiffNote, type BailiffOrder, bailiffCosts } from './bailiff.ts'
export type { FeeCredit } from './fee-credit.ts'
export type { FeeItem } from './fee-item.ts'
export { type FeeNote, type FeeNoteQuestion, feeNote } from './fee-note.ts'
export {
  ATTACHMENT_ORDER_FEE,
  COURT_RATES,
  GKG_TABLES,
  ORDER_FOR_PAYMENT_MINIMUM,
  type CourtFee,
  type SuitAfterOrder,
  courtFee,
  courtFeeUnit,
  suitAfterOrder,
} from './gkg.ts'
export { FEE_VAT, RVG_TABLES, SMALL_CLAIM_FEES, rvgUnit } from './rvg.ts'
export { PAYMENT_PLAN, type PaymentPlan, type PaymentPlanValue, paymentPlanValue } from './settlement-value.ts'
export { euros } from './value-fees.ts'
