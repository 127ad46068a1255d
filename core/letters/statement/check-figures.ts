// What must agree on a cost sheet before it may be printed.

import { type Minor, add, subtract, sum } from '../../money/index.ts'
import type { StatementLetter } from './statement-letter.ts'

/** Throws a RangeError that names the first two figures that do not agree. */
export function checkFigures({ rows, components, payments, total }: StatementLetter): void {
  const claimed = sum(components.map((each) => each.claimed))
  const paid = sum(components.map((each) => each.paid))
  agree('the rows and the claimed components', sum(topLevel(rows)), claimed)
  agree('what is open of the components and the total', sum(components.map(({ open }) => open)), total)
  for (const { text, ...each } of components)
    agree(`what is left of ${text}`, subtract(each.claimed, each.paid), each.open)
  for (const { day, amount, parts } of payments) {
    agree(`the parts of the payment of ${day}`, sum(parts.map((part) => part.amount)), amount)
  }
  agree('the payments and what the components received', sum(payments.map(({ amount }) => amount)), paid)
  agree('claimed and paid and open', add(paid, total), claimed)
}

function topLevel(rows: StatementLetter['rows']): Minor[] {
  return rows.filter(({ depth }) => depth === 0).map(({ amount }) => amount)
}

function agree(what: string, one: Minor, other: Minor): void {
  if (one !== other) throw new RangeError(`${what} do not agree: ${one} and ${other}`)
}
