export type { CloseReason, CostKind, News, NewsBody, PaymentMethod, PaymentSplit, QuestionKind, RejectReason, Stage } from './news.ts'
