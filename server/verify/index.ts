export { type TenantReport, verifyInstallation } from './installation.ts'
export { sentenceOfFinding } from './sentence.ts'
export { type Finding, verifyTenant } from './verify.ts'
