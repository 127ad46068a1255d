export {
  type Channel,
  type CollectionThreshold,
  type DunningPolicy,
  type DunningStep,
  LEVEL_MAX,
  type PolicyFault,
  faultsOf,
  nextStep,
} from './policy.ts'
export {
  type DebtorHold,
  type DunningClaim,
  type DunningDebtor,
  type DunningDecision,
  type LetterChange,
  type NotDue,
  decideDunning,
  dueOn,
} from './decide.ts'
export {
  type DebtorPlan,
  type InterestUnknown,
  type LetterItem,
  type NotReminded,
  type PlannedLetter,
  type TooLittle,
  planLetters,
} from './letters.ts'
export { standardPolicy } from './standard.ts'
export { type Suggestion, suggestCollection } from './suggest.ts'
