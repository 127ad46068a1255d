export { ASSUMPTION_TEXTS, type Assumption, assumed } from './assumptions.ts'
export {
  BOOKS_TEXTS,
  type BookedChange,
  type BookedPayment,
  type Books,
  type FromBooks,
  besideBooks,
  entriesOfBooks,
} from './books.ts'
export { type ClaimAnswer, type ClaimQuestion, claimStatement, explainClaim } from './claim.ts'
export { claimPlan, planCost } from './plan.ts'
export { catalogueOf, explained } from './texts.ts'
