// Money that comes in, goes back, or is billed: each is told as one piece of news, and the open amounts follow.

import type { LocalDate } from '@mahnwerk/core/calendar'
import type { PaymentMethod } from '@mahnwerk/core/cases'
import { type Minor, ZERO, add, least, subtract } from '@mahnwerk/core/money'
import { type Given, type Turn, change } from './claim.ts'
import { lowered, raised, splitPayment, totalOf } from './split.ts'
import { close, planStage } from './way.ts'

/** The debtor pays the agency; never more than is open. Closes the case when nothing is left. */
export function payAgency(turn: Turn, given: Given, wanted: Minor, method: PaymentMethod): void {
  const { claim } = turn
  const amount = least(wanted, totalOf(claim.open))
  if (amount <= 0) return
  const split = splitPayment(amount, claim.open, given.profile.splitOrder)
  const paymentId = `pay_${claim.ref}_${claim.payments.length + 1}`
  change(turn, {
    open: lowered(claim.open, split),
    paidTotal: add(claim.paidTotal, amount),
    payments: [...claim.payments, { paymentId, split, reversed: false }],
  })
  turn.news.push({ type: 'payment.reported', paymentId, receivedBy: 'partner', amount, on: given.today, method, split })
  closeIfPaid(turn)
}

/** The last payment to the agency comes back from the bank; a case that it had closed goes on. */
export function bounce(turn: Turn, given: Given): void {
  const { claim } = turn
  const last = claim.payments.findLast((payment) => !payment.reversed)
  if (last === undefined) return
  const paymentId = `pay_${claim.ref}_${claim.payments.length + 1}`
  change(turn, {
    open: raised(claim.open, last.split),
    paidTotal: subtract(claim.paidTotal, splitTotal(last.split)),
    payments: [
      ...claim.payments.map((payment) => (payment === last ? { ...payment, reversed: true } : payment)),
      { paymentId, split: last.split, reversed: true },
    ],
  })
  turn.news.push({
    type: 'payment.reversed',
    paymentId,
    reverses: last.paymentId,
    on: given.today,
    reason: 'Rücklastschrift: Konto nicht gedeckt',
  })
  reopen(turn, given)
}

/** Bills the debtor what the step costs in all, less what was billed before. */
export function bill(turn: Turn, given: Given, step: 'first_letter' | 'second_demand'): void {
  for (const line of given.profile.costs(turn.claim.package, step)) {
    const before = turn.claim.billed[line.kind]
    const amount = subtract(line.amount, before)
    if (amount <= 0) continue
    const text = before > 0 ? `${line.text}, Erhöhung` : line.text
    addCost(turn, { kind: line.kind, amount, on: given.today, text, basis: line.basis })
    change(turn, { billed: { ...turn.claim.billed, [line.kind]: line.amount } })
  }
}

export function addCost(
  turn: Turn,
  cost: {
    kind: 'collection_fee' | 'expenses' | 'vat' | 'address_research'
    amount: Minor
    on: LocalDate
    text: string
    basis: string
  },
): void {
  const { claim } = turn
  const costCount = claim.costCount + 1
  change(turn, { costCount, open: { ...claim.open, costs: add(claim.open.costs, cost.amount) } })
  turn.news.push({ type: 'cost.added', costId: `cost_${claim.ref}_${costCount}`, ...cost })
}

export function closeIfPaid(turn: Turn): void {
  if (turn.claim.status.is === 'accepted' && totalOf(turn.claim.open) === ZERO) close(turn, 'paid')
}

/** A case closed as paid goes on when the money went back. */
export function reopen(turn: Turn, given: Given): void {
  const { status } = turn.claim
  if (status.is !== 'closed' || status.reason !== 'paid') return
  change(turn, { status: { is: 'accepted' } })
  turn.news.push({ type: 'case.resumed' })
  planStage(turn, given, turn.claim.letterSent ? 'second_demand' : 'first_letter')
}

function splitTotal(split: {
  principal: Minor
  charges: Minor
  interest: Minor
  costs: Minor
  overpaid: Minor
}): Minor {
  return [split.principal, split.charges, split.interest, split.costs, split.overpaid].reduce(add, ZERO)
}
