export {
  AMOUNT_MAX,
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
export {
  MILLION,
  type Millionths,
  type Rounding,
  divide,
  divideBig,
  factor,
  percent,
  percentText,
  portion,
  shareOf,
} from './rate.ts'
