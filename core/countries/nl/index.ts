export { NETHERLANDS } from './netherlands.ts'
export { generalRateByPolicy, tradeRate } from './rate-setting.ts'
export { GENERAL_RATES, TRADE_RATES } from './rates.ts'
export { statutory } from './interest.ts'
export { costsToAnnounce } from './collection-costs.ts'
export { SCALES, VAT_RATES, principalBehind, withoutVat } from './cost-scale.ts'
export { PLANNED_REFORM, bandOf } from './court-fees.ts'
export {
  type LetterSent,
  type LetterTerm,
  LETTER_DAYS,
  type TermEnd,
  leavesFullTerm,
  letterTerm,
  presumedDelivery,
  warningOf,
} from './veertiendagenbrief.ts'
export {
  SAFE_TERM,
  type TermFrom,
  type TermWording,
  type WordingVerdict,
  judgeWording,
  readTerm,
} from './letter-wording.ts'
