export type { Entry, Obligation } from './obligation.ts'
export { type Statement, type Step, strike } from './strike.ts'
export { explainStatement } from './explain-statement.ts'
export { STATEMENT_TEXTS } from './texts.ts'
