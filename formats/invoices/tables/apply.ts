// The rows of a table as claims, by a mapping. A row is taken whole or refused with all that is wrong in it; nothing is
// guessed: a cell that can be read in two ways is refused until a person says how its column is written.

import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import { type Currency, type Minor, currency, minor } from '@mahnwerk/core/money'
import { type InvoiceClaim } from '../claim.ts'
import { decimalMarkOf } from './amounts.ts'
import { dayOrderOf } from './days.ts'
import { debtorIn } from './debtor.ts'
import { AMOUNT_FIELDS, DATE_FIELDS, type Field } from './fields.ts'
import { type Mapping, fieldsOf, isTerm } from './mapping.ts'
import { type Column, type Columns, Row, type RowRefusal } from './row.ts'
import { type Table } from './table.ts'

export type AppliedRow =
  | { readonly ok: true; readonly row: number; readonly claim: InvoiceClaim }
  | { readonly ok: false; readonly row: number; readonly refusals: readonly RowRefusal[] }

/** Goes through the rows one after the other, so that the first are there before the last are read. */
export function* applyMapping(table: Table, mapping: Mapping): Generator<AppliedRow> {
  const columns = columnsOf(table, mapping)
  const firstRows = new Map<string, number>()
  for (const { row: number, cells } of table.rows) {
    const row = new Row(number, columns, cells)
    const claim = claimIn(row, mapping)
    const firstRow = claim === undefined ? undefined : firstRows.get(claim.number)
    if (claim !== undefined && firstRow === undefined) firstRows.set(claim.number, number)
    if (firstRow !== undefined) row.fault('number_repeated', 'number', { firstRow })
    const { faults } = row
    if (claim !== undefined && faults.length === 0) yield { ok: true, row: number, claim }
    else yield { ok: false, row: number, refusals: faults }
  }
}

function columnsOf(table: Table, mapping: Mapping): Columns {
  return Object.fromEntries(
    fieldsOf(mapping.columns).map(([field, index]) => [field, columnOf(table, mapping, field, index)]),
  )
}

function columnOf({ header, rows }: Table, mapping: Mapping, field: Field, index: number): Column {
  const column = { index, heading: header[index] ?? String(index + 1) }
  const cells = () => rows.map((row) => row.cells[index] ?? '')
  if (AMOUNT_FIELDS.has(field)) {
    const decimalMark = mapping.decimalMarks?.[field] ?? decimalMarkOf(cells())
    return decimalMark === undefined ? column : { ...column, decimalMark }
  }
  if (!DATE_FIELDS.has(field)) return column
  const dayOrder = mapping.dayOrders?.[field] ?? dayOrderOf(cells())
  return dayOrder === undefined ? column : { ...column, dayOrder }
}

function claimIn(row: Row, { given = {} }: Mapping): InvoiceClaim | undefined {
  const number = row.needed('number')
  const invoiceDate = row.needed('issueDate') === undefined ? undefined : row.day('issueDate')
  const code = currencyIn(row, given.currency)
  const amounts = code === undefined ? undefined : amountsIn(row, code)
  const debtor = debtorIn(row, given.country)
  const optional = { ...dueDateIn(row, invoiceDate), ...serviceIn(row), ...dunnedIn(row), ...vatIdIn(row) }
  if (number === undefined || invoiceDate === undefined || code === undefined) return undefined
  if (amounts === undefined || debtor === undefined) return undefined
  return {
    kind: amounts.amount < 0 ? 'credit' : 'invoice',
    number,
    invoiceDate,
    currency: code,
    ...amounts,
    ...debtor,
    ...optional,
    subject: row.text('subject') ?? '',
    precedingNumbers: [],
    terms: [],
  }
}

function currencyIn(row: Row, given: string | undefined): Currency | undefined {
  const written = row.text('currency') ?? given
  if (written === undefined) return row.fault('currency_missing', 'currency')
  const code = /^(€|euro)$/i.test(written) ? 'EUR' : written.toUpperCase()
  return /^[A-Z]{3}$/.test(code) ? currency(code) : row.fault('currency_unknown', 'currency')
}

type Amounts = Pick<InvoiceClaim, 'amount' | 'total' | 'paid'>

// What is open is said, or is the total less what is paid; where all three are said they must agree.
function amountsIn(row: Row, code: Currency): Amounts | undefined {
  const [total, open] = [row.amount('total', code), row.amount('open', code)]
  const paid = paidIn(row, code, total)
  if (row.text('total') === undefined && row.text('open') === undefined) return row.fault('cell_missing', 'total')
  const rest = total === undefined ? undefined : difference(total, paid)
  if (total !== undefined && rest === undefined) return row.fault('amount_unreadable', 'total')
  const amount = open ?? rest
  if (amount === undefined) return undefined
  if (open !== undefined && paid !== undefined && rest !== undefined && open !== rest) {
    return row.fault('amounts_contradict', 'open', { other: rest })
  }
  return { amount, ...(total === undefined ? {} : { total }), ...(paid === undefined ? {} : { paid }) }
}

// The column may hold an amount, or say that all or nothing is paid.
function paidIn(row: Row, code: Currency, total: Minor | undefined): Minor | undefined {
  const text = row.text('paid')
  if (text === undefined || /^(nein|n|no|false|-)$/i.test(text)) return undefined
  return /^(ja|j|x|yes|true)$/i.test(text) ? total : row.amount('paid', code)
}

// Two amounts are each within the range of Minor; their difference may not be.
function difference(total: Minor, paid: Minor | undefined): Minor | undefined {
  const rest = total - (paid ?? 0)
  return Math.abs(rest) <= 1e15 ? minor(rest) : undefined
}

function dueDateIn(row: Row, invoiceDate: LocalDate | undefined): { readonly dueDate?: LocalDate } {
  const text = row.text('dueDate')
  if (text === undefined) return {}
  if (isTerm(text)) return invoiceDate === undefined ? {} : { dueDate: addDays(invoiceDate, Number.parseInt(text, 10)) }
  const dueDate = row.day('dueDate')
  return dueDate === undefined ? {} : { dueDate }
}

function serviceIn(row: Row): Pick<InvoiceClaim, 'serviceDate' | 'serviceUntil'> {
  const [date, from, serviceUntil] = [row.day('serviceDate'), row.day('serviceFrom'), row.day('serviceTo')]
  const serviceDate = date ?? from ?? serviceUntil
  return {
    ...(serviceDate === undefined ? {} : { serviceDate }),
    ...(serviceUntil === undefined ? {} : { serviceUntil }),
  }
}

function dunnedIn(row: Row): Pick<InvoiceClaim, 'dunned'> {
  const text = row.text('dunningLevel')
  const lastNoticeOn = row.day('lastNoticeOn')
  if (text === undefined) return {}
  const digits = /^(\d)(\.\s*Mahnung)?$/.exec(text)?.[1]
  if (digits === undefined) {
    row.fault('dunning_level_unreadable', 'dunningLevel')
    return {}
  }
  return { dunned: { level: Number(digits), ...(lastNoticeOn === undefined ? {} : { lastNoticeOn }) } }
}

function vatIdIn(row: Row): Pick<InvoiceClaim, 'vatId'> {
  const vatId = row.text('vatId')
  return vatId === undefined ? {} : { vatId }
}
