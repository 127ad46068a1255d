// From the books to the statement: what the ledger holds of a claim becomes the entries that its account is struck from. Where
// the books allocated a payment, that stands: the statement never tells a debtor otherwise than the ledger what was paid on what.
// Interest that the books hold covers the days up to its booking; what was written off is still owed by the debtor, except for
// a partner's costs, which nobody demands any more.

import { type LocalDate, addDays } from '../calendar/index.ts'
import { type Catalogues, type Line, line, onDay } from '../explanations/index.ts'
import { type Amounts, COMPONENTS, type Component } from '../ledger/index.ts'
import { type Minor, ZERO, add, subtract } from '../money/index.ts'
import type { Entry, Statement } from '../statement/index.ts'

/** A change of a component that no payment made; below zero it was given back. */
export type BookedChange = { readonly component: Component; readonly on: LocalDate; readonly amount: Minor }

/** A payment as the books hold it now; one that was reversed is not among them. */
export type BookedPayment = {
  readonly id: string
  readonly on: LocalDate
  readonly parts: Amounts
  readonly overpaid: Minor
}

export type Books = {
  /** Everything but the invoice itself. */
  readonly changes: readonly BookedChange[]
  readonly payments: readonly BookedPayment[]
}

export type FromBooks = {
  readonly entries: readonly Entry[]
  /** The day after the last booking of interest. */
  readonly interestNotBefore?: LocalDate
}

export function entriesOfBooks({ changes, payments }: Books): FromBooks {
  const interest = changes.filter(({ component, amount }) => component === 'interest' && amount > 0)
  const last = interest
    .map(({ on }) => on)
    .toSorted()
    .at(-1)
  return {
    entries: [
      ...COMPONENTS.flatMap((component) => chargesOf(component, changes, payments)),
      ...changes.flatMap(creditOf),
      ...payments.map(paymentOf),
    ],
    ...(last === undefined ? {} : { interestNotBefore: addDays(last, 1) }),
  }
}

function paymentOf({ id, on, parts, overpaid }: BookedPayment): Entry {
  const { principal, charges, interest, costs } = parts
  const amount = (principal + charges + interest + costs + overpaid) as Minor // a sum of whole cents within one payment
  return { kind: 'payment', on, amount, booked: parts, ref: id }
}

function creditOf({ component, on, amount }: BookedChange): Entry[] {
  return amount < 0 ? [{ kind: 'credit', on, amount: subtract(ZERO, amount), part: component }] : []
}

// A cost may be told after the payment that covered it: it then stands on the day of that payment, so that the payment meets it.
function chargesOf(
  component: Component,
  changes: readonly BookedChange[],
  payments: readonly BookedPayment[],
): Entry[] {
  if (component === 'principal') return []
  const own = changes.filter((change) => change.component === component)
  const later = own.filter(({ amount }) => amount > 0).toSorted(byDay)
  const taken = [
    ...own.filter(({ amount }) => amount < 0).map(({ on, amount }) => ({ on, amount: -amount })),
    ...payments.map(({ on, parts }) => ({ on, amount: parts[component] })),
  ].toSorted(byDay)
  const placed: BookedChange[] = []
  let owed = 0
  for (const { on, amount } of taken) {
    for (let next = later[0]; next !== undefined && (next.on <= on || owed < amount); next = later[0]) {
      placed.push(next.on > on ? { ...next, on } : next)
      owed += next.amount
      later.shift()
    }
    owed -= amount
  }
  return [...placed, ...later].map(({ on, amount }) => ({ kind: 'charge', on, amount, part: component }))
}

function byDay(a: { readonly on: LocalDate }, b: { readonly on: LocalDate }): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : 0
}

/**
 * Where the statement says more than the books, line by line: what was computed and not booked, what the books gave up. The
 * amounts sum to what the statement has beyond the open amounts of the ledger.
 */
export function besideBooks(
  { balance }: Pick<Statement, 'balance'>,
  { open, interestNotBefore }: { readonly open: Amounts; readonly interestNotBefore?: LocalDate },
): readonly Line[] {
  const beyond = (component: Component): Minor => subtract(balance[component], open[component])
  const amounts = [
    ['books.interest_not_booked', beyond('interest')],
    ['books.flat_not_booked', balance.flat],
    ['books.written_off', add(beyond('principal'), beyond('charges'))],
  ] as const
  return [
    ...amounts.filter(([, amount]) => amount !== 0).map(([key, amount]) => line(key, { amount })),
    ...(interestNotBefore === undefined
      ? []
      : [line('books.interest_booked', { quantities: { day: onDay(interestNotBefore) } })]),
  ]
}

export const BOOKS_TEXTS: Catalogues = {
  de: {
    'books.interest_not_booked': 'Verzugszinsen, die berechnet, aber nicht gebucht sind',
    'books.flat_not_booked': 'Verzugspauschale, die verlangt, aber nicht gebucht ist',
    'books.written_off': 'Ausgebucht, vom Schuldner aber weiter geschuldet',
    'books.interest_booked': 'Bis dahin sind Zinsen gebucht; berechnet werden sie erst ab dem {day}.',
  },
  en: {
    'books.interest_not_booked': 'Late interest that is calculated but not booked',
    'books.flat_not_booked': 'Flat compensation that is demanded but not booked',
    'books.written_off': 'Written off, but still owed by the debtor',
    'books.interest_booked': 'Until then interest is booked; it is calculated only from {day}.',
  },
}
