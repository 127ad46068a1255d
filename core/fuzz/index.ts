export { AMOUNT_MAX, type FuzzCase, caseOf } from './cases.ts'
export { type Verdict, faultInLine, verdictOn } from './faults.ts'
export { type FuzzReport, fuzz } from './fuzz.ts'
