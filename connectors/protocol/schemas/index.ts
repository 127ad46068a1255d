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
  type Pause,
  type Recall,
  type Receipt,
  type Resumption,
  type Taken,
  answer,
  directPayment,
  directPaymentReversal,
  documentUpload,
  pause,
  recall,
  resumption,
  receipt,
  taken,
} from './reports.ts'
export { moment, reference } from './values.ts'
