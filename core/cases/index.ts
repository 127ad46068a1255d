export type {
  CloseReason,
  CostKind,
  News,
  NewsBody,
  PaymentMethod,
  PaymentSplit,
  QuestionKind,
  RejectReason,
  Stage,
} from './news.ts'
export {
  type Case,
  type IfIdle,
  type PaymentAxis,
  type Processing,
  type Responsible,
  ifIdle,
  isActive,
  paymentAxis,
} from './case.ts'
export { applyNews } from './apply-news.ts'
export type { CaseMoney, Effect, KnownPayment, NewsOutcome, TaskKind } from './outcome.ts'
export { fitSplit } from './partner-payments.ts'
