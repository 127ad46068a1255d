export { dunningLetterOf } from './as-letter.ts'
export { type TemplateFault, faultsInTemplate, missingStatements } from './check-template.ts'
export {
  type DunningItem,
  type DunningLetterFacts,
  type DunningParts,
  noticeKindOf,
  noticeNumber,
  totalOf,
} from './facts.ts'
export { type LetterAsMail, mailOf } from './mail.ts'
export { type DunningTemplate, PLACEHOLDERS, type Placeholder, type Tone, standardTemplate } from './template.ts'
