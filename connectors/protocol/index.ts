export { contentHash, sha256 } from './content-hash.ts'
export { type NewsPage, type ProtocolClient, type ProtocolSettings, createProtocolClient } from './client.ts'
export { NEWS_HASH_START, newsHashLine, nextNewsHash } from './news-hash.ts'
export { type Outcome } from './outcome.ts'
export { PROBLEMS, PROBLEM_TYPE_PREFIX, type ProblemCode, problemCode, problemOf } from './problems.ts'
export { type Read, contentProblem, readNews, readNewsPage, writeNews } from './reading.ts'
export {
  type Answer,
  type Capabilities,
  type DirectPayment,
  type DirectPaymentReversal,
  type DocumentUpload,
  type Pause,
  type Problem,
  type Recall,
  type Receipt,
  type Reconciliation,
  type ReconciliationLine,
  type Resumption,
  type Taken,
  handoverPackage,
} from './schemas/index.ts'
