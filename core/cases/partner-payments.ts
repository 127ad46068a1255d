// Payments in a partner's books: those it received, those it knows of from us, and those that went back.

import { type Account, type Amounts, COMPONENTS, type Component, fromDebtor, transfer } from '../ledger/index.ts'
import { type Minor, ZERO, add, least, subtract, sum } from '../money/index.ts'
import { type Allocation, increase, reduce } from '../payments/index.ts'
import type { NewsBody, PaymentSplit } from './news.ts'
import { type Before, type Effect, type NewsOutcome, changed, task } from './outcome.ts'

/** Fits a partner's split to what is open here; the surplus is overpaid. The parts sum to the payment. */
export function fitSplit(split: PaymentSplit, amount: Minor, open: Amounts): Allocation {
  const parts: Record<Component, Minor> = { principal: ZERO, charges: ZERO, interest: ZERO, costs: ZERO }
  for (const component of COMPONENTS) parts[component] = least(split[component], open[component])
  return { ...parts, overpaid: subtract(amount, sum(Object.values(parts))) }
}

// The creditor's parts are now held by the partner; the partner's own costs are settled with it.
function receiverAtPartner(connectionId: string): (component: Component) => Account {
  return (component) =>
    component === 'costs' ? { kind: 'partner_costs', connectionId } : { kind: 'held_by_partner', connectionId }
}

export function paymentReported(before: Before, body: Extract<NewsBody, { type: 'payment.reported' }>): NewsOutcome {
  const known = before.knownPayment
  // Told again in another message: it is one payment.
  if (known)
    return changed(
      before,
      {},
      known.amount === body.amount ? [] : [task('amounts_differ', { told: body.amount, open: known.amount })],
    )
  const { invoiceId, connectionId, currency } = before.case
  const allocation = fitSplit(body.split, body.amount, before.money.open)
  const differs = allocation.overpaid !== body.split.overpaid
  return {
    case: { ...before.case, paid: add(before.case.paid, body.amount) },
    money: { open: reduce(before.money.open, allocation), overpaid: add(before.money.overpaid, allocation.overpaid) },
    transfers: [
      ...fromDebtor(invoiceId, allocation, receiverAtPartner(connectionId), currency, body.on),
      ...transfer(
        { kind: 'held_by_partner', connectionId },
        { kind: 'overpaid', invoiceId },
        allocation.overpaid,
        currency,
        body.on,
      ),
    ],
    effects: [
      { kind: 'record_payment', news: body, allocation },
      ...(differs ? [task('amounts_differ', { told: body.split.overpaid, open: allocation.overpaid })] : []),
    ],
  }
}

// The partner has booked our payment by what it knew. Where its costs were still on their way when we booked, our surplus is
// what it took for them: the surplus moves there. A split that differs only because two payments crossed comes out even.
export function directAcknowledged(
  before: Before,
  body: Extract<NewsBody, { type: 'payment.direct_acknowledged' }>,
): NewsOutcome {
  const { knownPayment: known, money } = before
  const effect: Effect = { kind: 'acknowledge_payment', paymentId: body.paymentId }
  if (!known?.own || known.reversed || body.split === undefined) return changed(before, {}, [effect])
  const { split } = body
  let rest = least(
    subtract(known.allocation.overpaid, least(split.overpaid, known.allocation.overpaid)),
    money.overpaid,
  )
  const moved: Record<Component, Minor> = { principal: ZERO, charges: ZERO, interest: ZERO, costs: ZERO }
  for (const component of COMPONENTS) {
    const missing = subtract(split[component], least(split[component], known.allocation[component]))
    moved[component] = least(rest, least(missing, money.open[component]))
    rest = subtract(rest, moved[component])
  }
  const { invoiceId, currency } = before.case
  return {
    case: before.case,
    money: { open: reduce(money.open, moved), overpaid: subtract(money.overpaid, sum(Object.values(moved))) },
    transfers: fromDebtor(invoiceId, moved, () => ({ kind: 'overpaid', invoiceId }), currency, before.today),
    effects: [effect],
  }
}

// A reversal answers the payment as it was booked here, whatever is open now.
export function paymentReversed(before: Before, body: Extract<NewsBody, { type: 'payment.reversed' }>): NewsOutcome {
  const known = before.knownPayment
  if (known?.own && known.reversed) return changed(before, {})
  if (!known || known.own || known.reversed)
    return changed(before, {}, [task('amounts_differ', { told: body.reverses, open: 0 })])
  const { invoiceId, connectionId, currency } = before.case
  const { allocation } = known
  // Its surplus was used or returned: a person must say where the money comes from.
  if (before.money.overpaid < allocation.overpaid) {
    return changed(before, {}, [task('amounts_differ', { told: body.reverses, open: before.money.overpaid })])
  }
  const back = fromDebtor(invoiceId, allocation, receiverAtPartner(connectionId), currency, body.on)
  const over = transfer(
    { kind: 'held_by_partner', connectionId },
    { kind: 'overpaid', invoiceId },
    allocation.overpaid,
    currency,
    body.on,
  )
  return {
    case: { ...before.case, paid: subtract(before.case.paid, known.amount) },
    money: {
      open: increase(before.money.open, allocation),
      overpaid: subtract(before.money.overpaid, allocation.overpaid),
    },
    transfers: [...back, ...over].map((one) => ({ ...one, debit: one.credit, credit: one.debit })),
    effects: [{ kind: 'reverse_payment', paymentId: known.id, reason: body.reason }],
  }
}
