export type { Entry, Obligation } from './obligation.ts'
export { type Statement, type Step, strike } from './strike.ts'
