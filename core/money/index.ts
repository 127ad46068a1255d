export {
  type Currency,
  EUR,
  type Minor,
  type Money,
  ZERO,
  add,
  currency,
  least,
  minor,
  money,
  subtract,
  sum,
} from './money.ts'
export { decimalsOf, parseDecimal, toDecimal } from './decimal.ts'
export { formatMoney, parseAmountInput } from './writing.ts'
