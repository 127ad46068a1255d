// What the creditor tells the agency: the debtor paid the creditor, such a payment went back, an attempt is over, or the claim has
// to rest.

import { addDays } from '@mahnwerk/core/calendar'
import { ZERO, add, subtract } from '@mahnwerk/core/money'
import type { DirectPayment, DirectPaymentReversal, Pause, ProblemCode } from '@mahnwerk/connectors/protocol'
import { type AgencyClaim, type Given, type Turn, change, turnOf } from './claim.ts'
import { closeIfPaid, reopen } from './money.ts'
import { lowered, raised, splitPayment } from './split.ts'
import { momentIn } from './time.ts'
import { close, goOn, hold, planStage } from './way.ts'

/**
 * Lowers the claim, principal first: the debtor paid the creditor's invoice. If only the agency's costs are left after its
 * letter, they are demanded on the next working day instead of what was planned.
 */
export function takeDirectPayment(claim: AgencyClaim, payment: DirectPayment, given: Given): Turn | ProblemCode {
  if (payment.currency !== claim.package.claim.currency) return 'currency-mismatch'
  const turn = turnOf(claim)
  const split = splitPayment(payment.amount, claim.open, given.profile.directSplitOrder)
  change(turn, {
    open: lowered(claim.open, split),
    paidTotal: add(claim.paidTotal, payment.amount),
    direct: { ...claim.direct, [payment.paymentId]: { split, reversed: false } },
  })
  turn.news.push({ type: 'payment.direct_acknowledged', paymentId: payment.paymentId, split })
  closeIfPaid(turn)
  if (onlyCostsLeft(turn.claim) && !onlyCostsLeft(claim)) planStage(turn, given, 'cost_demand', 1)
  return turn
}

/** Takes a direct payment back; told as payment.reversed under the creditor's own id of the reversal. */
export function takeReversal(claim: AgencyClaim, reversal: DirectPaymentReversal, given: Given): Turn | ProblemCode {
  const payment = claim.direct[reversal.paymentId]
  if (payment === undefined) return 'payment-unknown'
  if (payment.reversed) return 'id-conflict'
  const { split } = payment
  const amount = [split.principal, split.charges, split.interest, split.costs, split.overpaid].reduce(add, ZERO)
  const turn = turnOf(claim)
  change(turn, {
    open: raised(claim.open, split),
    paidTotal: subtract(claim.paidTotal, amount),
    direct: { ...claim.direct, [reversal.paymentId]: { split, reversed: true } },
  })
  turn.news.push({
    type: 'payment.reversed',
    paymentId: reversal.reversalId,
    reverses: reversal.paymentId,
    on: given.today,
    reason: reversal.reason,
  })
  reopen(turn, given)
  if (onlyCostsLeft(claim) && !onlyCostsLeft(turn.claim)) planStage(turn, given, 'second_demand')
  return turn
}

/** Ends an attempt. Nobody pays for it: what the debtor has not paid of the costs is waived. */
export function takeRecall(claim: AgencyClaim): Turn | ProblemCode {
  if (claim.package.claim.kind !== 'attempt') return 'recall-not-agreed'
  const turn = turnOf(claim)
  if (claim.status.is !== 'received' && claim.status.is !== 'accepted') return turn
  const { costs } = claim.open
  if (costs > 0) {
    change(turn, { open: { ...claim.open, costs: ZERO } })
    turn.news.push({ type: 'cost.waived', costId: `cost_${claim.ref}_${claim.costCount}`, amount: costs })
  }
  close(turn, 'recalled', 'Der Gläubiger hat den Versuch beendet.')
  return turn
}

/** Nothing goes to the debtor until the day is over, or the creditor says so. Before the acceptance it is only noted. */
export function takePause(claim: AgencyClaim, pause: Pause, given: Given): Turn {
  const turn = turnOf(claim)
  if (claim.status.is !== 'received' && claim.status.is !== 'accepted') return turn
  hold(turn)
  change(turn, { rest: pause })
  if (claim.status.is === 'accepted') beginRest(turn, pause, given)
  return turn
}

/** Tells that the claim rests, and plans the end. */
export function beginRest(turn: Turn, { pauseId, reason, until }: Pause, given: Given): void {
  turn.news.push({ type: 'case.paused', reason: WHY[reason], ...(until === undefined ? {} : { until }) })
  if (until === undefined) return
  const at = momentIn(given.profile.zone, addDays(until, 1), given.profile.letterHour)
  turn.planned.push({ at, step: { kind: 'rest_ends', pauseId } })
}

const WHY: Readonly<Record<Pause['reason'], string>> = {
  dispute: 'Der Gläubiger klärt eine Einwendung.',
  promise: 'Dem Gläubiger ist die Zahlung zugesagt.',
  plan: 'Der Gläubiger hat Raten vereinbart.',
  hardship: 'Der Gläubiger setzt wegen einer Notlage aus.',
  insolvency: 'Der Gläubiger weiß von einer Insolvenz.',
  death: 'Der Gläubiger weiß von einem Todesfall.',
  bank: 'Der Gläubiger wartet auf seine Bank.',
  other: 'Der Gläubiger hat um eine Pause gebeten.',
}

export function takeResumption(claim: AgencyClaim, given: Given): Turn {
  const turn = turnOf(claim)
  if (claim.rest !== undefined) endRest(turn, given)
  return turn
}

/** Takes up the way where it rested. */
export function endRest(turn: Turn, given: Given): void {
  const { rest: _over, ...claim } = turn.claim
  turn.claim = claim
  if (claim.status.is !== 'accepted') return
  turn.news.push({ type: 'case.resumed' })
  goOn(turn, given)
}

function onlyCostsLeft({ open, status, letterSent }: AgencyClaim): boolean {
  return status.is === 'accepted' && letterSent && open.principal + open.charges + open.interest === 0 && open.costs > 0
}
