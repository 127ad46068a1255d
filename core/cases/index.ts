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
export {
  type CaseMoney,
  type Effect,
  type KnownPayment,
  type NewsOutcome,
  type TaskKind,
  applyNews,
  fitSplit,
} from './apply-news.ts'
