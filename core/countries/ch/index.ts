export { type EnforcementAct, enforcementFees } from './enforcement-fees.ts'
export { enforcementPeriods } from './procedure.ts'
export { SWITZERLAND } from './switzerland.ts'
