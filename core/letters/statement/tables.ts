// The tables of the cost sheet. Amounts stand at the end of each row, sums below them.

import { formatDay } from '../../calendar/index.ts'
import { type Minor, formatMoney, sum } from '../../money/index.ts'
import type { Block, Cell, Column, TableRow } from '../letter.ts'
import type { Text } from '../texts.ts'
import type { StatementLetter, StatementPayment, StatementRow } from './statement-letter.ts'

const EMPTY: Cell = { text: '' }

type Table = Extract<Block, { kind: 'table' }>

export function componentTable({ components, currency, language }: StatementLetter, text: Text): Table {
  const money = (amount: Minor): Cell => ({ text: formatMoney(amount, currency, language) })
  const of = (key: 'claimed' | 'paid' | 'open'): Cell => money(sum(components.map((each) => each[key])))
  const rows = components.map(({ text: name, claimed, paid, open }) =>
    line([{ text: name }, money(claimed), money(paid), money(open)]),
  )
  return {
    kind: 'table',
    columns: [
      words(text('statementComponent')),
      figures(text('statementClaimed')),
      figures(text('statementPaid')),
      figures(text('statementLeft')),
    ],
    rows: [
      ...rows,
      { kind: 'total', cells: [{ text: text('statementTotal') }, of('claimed'), of('paid'), of('open')] },
    ],
  }
}

export function invoiceTable({ invoices, currency, language }: StatementLetter, text: Text): Table {
  const rows = invoices.map(({ number, day, due, amount, subject }) =>
    line([
      { text: number, ...(subject === undefined ? {} : { under: [subject] }) },
      { text: formatDay(day, language) },
      { text: formatDay(due, language) },
      { text: formatMoney(amount, currency, language) },
    ]),
  )
  return {
    kind: 'table',
    columns: [
      words(text('statementInvoiceColumn')),
      figures(text('statementInvoiceDay')),
      figures(text('statementInvoiceDue')),
      figures(text('statementAmount')),
    ],
    rows,
  }
}

/** Rows below another stand in a column of their own before it, as in an account: what is summed stands apart from the sums. */
export function rowTable({ rows, currency, language }: StatementLetter, text: Text): Table {
  const money = (amount: Minor): string => formatMoney(amount, currency, language)
  const nested = rows.some(({ depth }) => depth > 0)
  const cells = (row: StatementRow): Cell[] => {
    const own = { text: row.amount === undefined ? '' : money(row.amount), quiet: row.depth > 0 }
    if (!nested) return [reasonCell(row), own]
    return row.depth > 0 ? [reasonCell(row), own, EMPTY] : [reasonCell(row), EMPTY, own]
  }
  const claimed = sum(rows.flatMap(({ depth, amount }) => (depth === 0 && amount !== undefined ? [amount] : [])))
  const total = [{ text: text('statementRowsTotal') }, ...(nested ? [EMPTY] : []), { text: money(claimed) }]
  return {
    kind: 'table',
    columns: [words(text('statementRow')), ...(nested ? [figures('')] : []), figures(text('statementAmount'))],
    rows: [
      ...rows.map((row): TableRow => ({ kind: nested && row.depth === 0 ? 'sum' : 'line', cells: cells(row) })),
      { kind: 'total', cells: total },
    ],
  }
}

/** A step of the working without an amount of its own is of less weight than what it explains. */
function reasonCell({ text, basis, source, depth, amount }: StatementRow): Cell {
  const under = [basis, source].filter((each) => each !== undefined)
  const quiet = amount === undefined ? { quiet: true } : {}
  return { text, depth, ...quiet, ...(under.length === 0 ? {} : { under: [under.join(' · ')] }) }
}

export function paymentTable({ payments, currency, language }: StatementLetter, text: Text): Table {
  const money = (amount: Minor): string => formatMoney(amount, currency, language)
  const rows = payments.map((payment) =>
    line([
      { text: formatDay(payment.day, language) },
      { text: payment.text ?? text('statementReceived'), under: [wherePaid(payment, money, text)] },
      { text: money(payment.amount) },
    ]),
  )
  const paid = money(sum(payments.map(({ amount }) => amount)))
  return {
    kind: 'table',
    columns: [
      { title: text('statementPaymentDay'), align: 'start', width: 'own' },
      words(text('statementPayment')),
      figures(text('statementAmount')),
    ],
    rows: [...rows, { kind: 'total', cells: [{ text: text('statementPaymentsTotal') }, EMPTY, { text: paid }] }],
  }
}

function wherePaid({ parts, surplus, determined }: StatementPayment, money: (of: Minor) => string, text: Text): string {
  const over = surplus === undefined ? [] : [{ text: text('statementSurplus'), amount: surplus }]
  const shares = [...parts, ...over].map((part) => `${part.text}\u00a0${money(part.amount)}`)
  return text(determined ? 'statementPaymentDetermined' : 'statementPaymentParts', { parts: shares.join(', ') })
}

function line(cells: readonly Cell[]): TableRow {
  return { kind: 'line', cells }
}

function words(title: string): Column {
  return { title, align: 'start', width: 'rest' }
}

function figures(title: string): Column {
  return { title, align: 'end', width: 'own' }
}
