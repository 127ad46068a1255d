// What a table would bring, before anything is recorded: the same rules, asked without an effect.

import { recordInvoice } from '@mahnwerk/core/claims'
import type { LocalDate } from '@mahnwerk/core/calendar'
import { listName } from '@mahnwerk/core/parties'
import type { Refusal } from '@mahnwerk/core/refusals'
import type { Mapping, Table } from '@mahnwerk/formats/invoices'
import type { Creditor } from '../invoices/index.ts'
import { type JudgedRow, judgedRows } from './rows.ts'

export type PreviewRow = { readonly row: number; readonly name: string } & (
  | {
      readonly ok: true
      readonly debtorName: string
      readonly invoiceDate: LocalDate
      readonly dueDate: LocalDate
      readonly dueFromTerms: boolean
      readonly amount: number
      readonly currency: string
    }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }
)

export type Preview = {
  /** Rows looked at; a very long table is not looked at as a whole. */
  readonly rows: number
  readonly ready: number
  readonly refused: number
  readonly dueFromTerms: number
  readonly first: readonly PreviewRow[]
  readonly firstRefused: readonly PreviewRow[]
}

const ROWS_MAX = 20_000
const SHOWN = 20

export function preview(table: Table, mapping: Mapping, creditor: Creditor, today: LocalDate): Preview {
  const rows: PreviewRow[] = []
  for (const row of judgedRows({ ...table, rows: table.rows.slice(0, ROWS_MAX) }, mapping, creditor)) {
    rows.push(previewRow(row, today))
  }
  const refused = rows.filter(({ ok }) => !ok)
  return {
    rows: rows.length,
    ready: rows.length - refused.length,
    refused: refused.length,
    dueFromTerms: rows.filter((row) => row.ok && row.dueFromTerms).length,
    first: rows.slice(0, SHOWN),
    firstRefused: refused.slice(0, SHOWN),
  }
}

function previewRow(judged: JudgedRow, today: LocalDate): PreviewRow {
  const { row, name } = judged
  if (!judged.ok) return { row, name, ok: false, refusals: judged.refusals }
  const { draft } = judged
  const recorded = recordInvoice('', draft, 'table', today)
  if (!recorded.ok) return { row, name, ok: false, refusals: [recorded.refusal] }
  const { invoiceDate, dueDate, dueFromTerms = false, amount, currency } = draft
  return {
    row,
    name,
    ok: true,
    debtorName: listName(draft.debtor.name),
    invoiceDate,
    dueDate,
    dueFromTerms,
    amount,
    currency,
  }
}
