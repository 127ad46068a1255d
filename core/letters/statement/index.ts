export { statementAsLetter } from './as-letter.ts'
export type {
  StatementComponent,
  StatementInvoice,
  StatementLetter,
  StatementPayBy,
  StatementPayment,
  StatementRow,
} from './statement-letter.ts'
