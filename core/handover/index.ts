export { type ChargeKind, type HandoverPackage } from './package.ts'
