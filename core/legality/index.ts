export { type AllowedCharges, allowedCharges } from './charges.ts'
export { checkDemand, findingsIn } from './check.ts'
export type { ChargedLetter, Demand, DemandRefusal, Finding, Unlawful } from './demand.ts'
export { type DunningPolicy, type PolicyLetter, policyFindings } from './policy.ts'
