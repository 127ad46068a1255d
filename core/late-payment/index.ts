export type { ClaimFacts, DebtorKind, FlatCompensation, LateStart } from './late-payment.ts'
