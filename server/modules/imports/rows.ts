// Rows of a table by a mapping, judged by the rules that record invoices.

import type { InvoiceDraft } from '@mahnwerk/core/claims'
import type { Refusal } from '@mahnwerk/core/refusals'
import { type AppliedRow, type Mapping, type Table, applyMapping } from '@mahnwerk/formats/invoices'
import type { Creditor } from '../invoices/index.ts'
import { draftOf } from './draft.ts'

export type JudgedRow = { readonly row: number; readonly name: string } & (
  | { readonly ok: true; readonly draft: InvoiceDraft }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }
)

/** One after the other, so that the first are recorded before the last are read. */
export function* judgedRows(table: Table, mapping: Mapping, creditor: Creditor): Generator<JudgedRow> {
  const numberColumn = mapping.columns.number
  let index = 0
  for (const applied of applyMapping(table, mapping)) {
    const cell = numberColumn === undefined ? undefined : table.rows[index]?.cells[numberColumn]
    index += 1
    yield { row: applied.row, name: cell ?? '', ...judged(applied, creditor) }
  }
}

function judged(applied: AppliedRow, creditor: Creditor) {
  if (!applied.ok) return { ok: false, refusals: applied.refusals } as const
  const draft = draftOf(applied.claim, creditor)
  return draft.ok ? ({ ok: true, draft: draft.value } as const) : ({ ok: false, refusals: [draft.refusal] } as const)
}
