export {
  type InterestRounding,
  type InterestRule,
  type InterestWay,
  type RatePeriod,
  type YearBasis,
  agreedRule,
  interestRule,
  periodAt,
} from './rule.ts'
export { type Stretch, exactOf, interestOf, stretchesOf } from './accrue.ts'
