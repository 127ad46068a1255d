// What must agree on a cost sheet before it may be printed.

import { type Minor, ZERO, add, subtract, sum } from '../../money/index.ts'
import type { StatementLetter, StatementRow } from './statement-letter.ts'

/** Throws a RangeError that names the first two figures that do not agree. */
export function checkFigures({ rows, components, payments, total }: StatementLetter): void {
  const claimed = sum(components.map((each) => each.claimed))
  const paid = sum(components.map((each) => each.paid))
  agree('the rows and the claimed components', sum(amountsAt(rows, 0)), claimed)
  rows.forEach((row, index) => checkBelow(row, below(rows, index)))
  agree('what is open of the components and the total', sum(components.map(({ open }) => open)), total)
  for (const { text, ...each } of components) {
    agree(`what is left of ${text}`, subtract(each.claimed, each.paid), each.open)
  }
  for (const { day, amount, parts, surplus = ZERO } of payments) {
    agree(`the parts of the payment of ${day}`, add(sum(parts.map((part) => part.amount)), surplus), amount)
  }
  const served = payments.flatMap(({ parts }) => parts.map(({ amount }) => amount))
  agree('the payments and what the components received', sum(served), paid)
}

/** Rows that only show the working have no amount; where the others do, they sum to the row above them. */
function checkBelow(row: StatementRow, rows: readonly StatementRow[]): void {
  const amounts = amountsAt(rows, row.depth + 1)
  if (row.amount !== undefined && amounts.length > 0) agree(`the rows below ${row.text}`, sum(amounts), row.amount)
}

function below(rows: readonly StatementRow[], index: number): readonly StatementRow[] {
  const rest = rows.slice(index + 1)
  const end = rest.findIndex(({ depth }) => depth <= (rows[index]?.depth ?? 0))
  return end < 0 ? rest : rest.slice(0, end)
}

function amountsAt(rows: readonly StatementRow[], at: number): Minor[] {
  return rows.flatMap(({ depth, amount }) => (depth === at && amount !== undefined ? [amount] : []))
}

function agree(what: string, one: Minor, other: Minor): void {
  if (one !== other) throw new RangeError(`${what} do not agree: ${one} and ${other}`)
}
