// What an agency may charge its own client at most (VO BGBl. 141/1996 § 2): an order fee, and a share of what comes in. Net; the
// fixed sums move with the index, percentages do not. Outlays in cash come on top.

import { type Millionths, type Minor, minor, percent, shareOf } from '../../money/index.ts'

const SMALL_CLAIM = minor(1300)
const SMALL_ORDER_FEE = minor(203)
const ORDER_FEE = percent('6')

const SUCCESS = {
  not_sued: percent('15'),
  sued: percent('30'),
  /** After fruitless attempts, time-barred or insolvency claims, debtors who gave their list of assets. */
  special: percent('40'),
  /** The claim turned out not to exist. */
  unfounded: percent('20'),
} as const

const STEPS = {
  address_search: minor(814),
  address_search_elsewhere: minor(1235),
  address_search_abroad: minor(2398),
  /** Only where the debtor does not bear it. */
  income_inquiry: minor(5087),
} as const

export type ClientStep = keyof typeof STEPS

/** A search or inquiry ordered by the client, without outlays. */
export function clientStepMax(step: ClientStep, index: Millionths): Minor {
  return shareOf(STEPS[step], index)
}

export type ClientCase = keyof typeof SUCCESS

/** The fee for the order, payable in advance: a percentage, below 13 euros a fixed sum times the index. */
export function orderFeeMax(claim: Minor, index: Millionths): Minor {
  return claim < SMALL_CLAIM ? shareOf(SMALL_ORDER_FEE, index) : shareOf(claim, ORDER_FEE)
}

/** The share of what payments took off the debt while the contract ran; of the claim where it did not exist. */
export function successFeeMax(collected: Minor, of: ClientCase): Minor {
  return shareOf(collected, SUCCESS[of])
}
