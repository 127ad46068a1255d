export type { Block, Cell, Column, Fact, Letter, Letterhead, Logo, PaymentCode, TableRow } from './letter.ts'
export { countryName } from './countries.ts'
export { ACCENT_CONTRAST_MIN, IMPRINT_ROWS_MAX, contrastWithWhite, footRows } from './letterhead.ts'
export { recipientLines, salutation } from './recipient.ts'
export { type Account, type Sender, ibanInGroups, letterheadOf } from './sender.ts'
export { type Language, type Text, textsOf } from './texts.ts'
export {
  type StatementComponent,
  type StatementFigures,
  type StatementInvoice,
  type StatementLetter,
  type StatementOccasion,
  type StatementPayBy,
  type StatementPayment,
  type StatementReason,
  type StatementRow,
  statementAsLetter,
  statementLetterOf,
} from './statement/index.ts'
export {
  type DunningItem,
  type DunningLetterFacts,
  type DunningParts,
  type DunningTemplate,
  type LetterAsMail,
  PLACEHOLDERS,
  type Placeholder,
  type TemplateFault,
  type TemplatePlace,
  type TemplateStatement,
  type Tone,
  dunningLetterOf,
  faultsInTemplate,
  isPlaceholder,
  mailOf,
  missingStatements,
  noticeKindOf,
  noticeNumber,
  saysLegal,
  standardTemplate,
  statementsIn,
  totalOf,
} from './dunning/index.ts'
