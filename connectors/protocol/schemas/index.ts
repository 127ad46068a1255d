export { address, handoverPackage, partyName } from './handover.ts'
export { NEWS_TYPES, news, newsBody, newsEnvelope, paymentSplit } from './news.ts'
export {
  type Capabilities,
  type Reconciliation,
  type ReconciliationLine,
  capabilities,
  newsPage,
  reconciliation,
  reconciliationLine,
} from './overview.ts'
export { type Problem, problem } from './problem.ts'
export {
  type Answer,
  type DirectPayment,
  type DirectPaymentReversal,
  type DocumentUpload,
  type Recall,
  type Receipt,
  type Taken,
  answer,
  directPayment,
  directPaymentReversal,
  documentUpload,
  recall,
  receipt,
  taken,
} from './reports.ts'
export { moment, reference } from './values.ts'
