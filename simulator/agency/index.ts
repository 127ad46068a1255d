export {
  type AgencyClaim,
  type Given,
  type Planned,
  type Step,
  type Turn,
  change,
  isMoot,
  newClaim,
  turnOf,
} from './claim.ts'
export { draw, drawBetween } from './chance.ts'
export { type AgencyProfile } from './profile.ts'
export { PROFILES, profileOf } from './profiles/index.ts'
export { FOREIGN_NEWS, rawCodeOf } from './raw-codes.ts'
export { takeAnswer } from './questions.ts'
export { takeDirectPayment, takePause, takeRecall, takeResumption, takeReversal } from './reports.ts'
export { performStep, planActs } from './steps.ts'
export { TEMPERAMENTS, type Temperament, temperamentOf } from './temperament.ts'
export { addSeconds, dayIn, endOfDay, later, momentIn } from './time.ts'
