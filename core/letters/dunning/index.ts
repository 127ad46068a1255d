export { dunningLetterOf } from './as-letter.ts'
export {
  type TemplateFault,
  type TemplateStatement,
  faultsInTemplate,
  missingStatements,
  saysLegal,
  statementsIn,
} from './check-template.ts'
export {
  type DunningItem,
  type DunningLetterFacts,
  type DunningParts,
  noticeKindOf,
  noticeNumber,
  totalOf,
} from './facts.ts'
export { type LetterAsMail, mailOf } from './mail.ts'
export { type TemplatePlace, isPlaceholder } from './placeholders.ts'
export { type DunningTemplate, PLACEHOLDERS, type Placeholder, type Tone, standardTemplate } from './template.ts'
