export { type ChargeKind, type HandoverPackage } from './package.ts'
export {
  type FieldSource,
  type HandoverAnswers,
  type HandoverBlocker,
  type HandoverChanges,
  type HandoverDebtor,
  type HandoverGiven,
  type HandoverInvoice,
  type HandoverRefusal,
  type HandoverWarning,
  type OutgoingField,
  type Preparation,
  decideHandover,
  prepareHandover,
} from './prepare.ts'
export { healthWordsIn } from './health-words.ts'
export { type PartnerProfile, caseFeeOn } from './profile.ts'
export { type StopCost, type StopGiven, STOP_TEXTS, stopCost } from './stop.ts'
