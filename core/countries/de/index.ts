export { GERMANY } from './germany.ts'
export { creditFlat } from './flat.ts'
export { overBaseRate } from './interest.ts'
export { type Period, type PeriodUnit, countedEnd, periodEnd } from './periods.ts'
