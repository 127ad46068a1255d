export { statementAsLetter } from './as-letter.ts'
export { type StatementFigures, type StatementOccasion, statementLetterOf } from './from-statement.ts'
export type {
  StatementComponent,
  StatementInvoice,
  StatementLetter,
  StatementPayBy,
  StatementPayment,
  StatementReason,
  StatementRow,
} from './statement-letter.ts'
