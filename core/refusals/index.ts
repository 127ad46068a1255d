export { type Refusal, type Result, accept, assertNever, refuse } from './refusal.ts'
