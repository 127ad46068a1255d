// What became of one file or one row, as it is kept and as it is told.

import type { Refusal } from '@mahnwerk/core/refusals'
import { INVOICE_TEXTS, invoiceSentence } from '@mahnwerk/formats/invoices'
import { sql } from 'kysely'
import type { Context } from '../../http/index.ts'
import { type Locale, isRefusalCode, sentenceOf } from '../../http/texts.ts'

export type Outcome = 'accepted' | 'refused' | 'already_there' | 'waiting'

export type Line = {
  /** The file's place among those dropped, or the row as a spreadsheet counts it. */
  readonly position: number
  /** The file's name, or the invoice's number. */
  readonly name: string
  readonly outcome: Outcome
  /** All that is wrong, the first one first. */
  readonly refusals: readonly Refusal[]
  readonly dueFromTerms: boolean
  readonly sha256?: Buffer
  readonly invoiceId?: string
  readonly documentId?: string
}

export async function keepLines({ trx, tenantId }: Context, importId: string, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return
  const column = <Value>(read: (line: Line) => Value): Value[] => lines.map(read)
  await sql`
    INSERT INTO import_lines
      (tenant_id, import_id, position, name, outcome, code, facts, refusals, due_from_terms, sha256, invoice_id, document_id)
    SELECT ${tenantId}::uuid, ${importId}::uuid, position, name, outcome, code, facts, refusals, due_from_terms, sha256,
      invoice_id, document_id
    FROM unnest(
      ${column((line) => line.position)}::integer[], ${column((line) => line.name)}::text[],
      ${column((line) => line.outcome)}::text[], ${column((line) => line.refusals[0]?.code ?? null)}::text[],
      ${column((line) => jsonOf(line.refusals[0]?.facts))}::jsonb[], ${column((line) => jsonOf(line.refusals.length === 0 ? undefined : line.refusals))}::jsonb[],
      ${column((line) => line.dueFromTerms)}::boolean[], ${column((line) => line.sha256 ?? null)}::bytea[],
      ${column((line) => line.invoiceId ?? null)}::uuid[], ${column((line) => line.documentId ?? null)}::uuid[])
      AS line (position, name, outcome, code, facts, refusals, due_from_terms, sha256, invoice_id, document_id)`.execute(
    trx,
  )
}

function jsonOf(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value)
}

export type ToldRefusal = {
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly facts: Readonly<Record<string, string | number>>
  /** The business term, or the heading of the column. */
  readonly place?: string
}

export function toldRefusal(refusal: Refusal, locale: Locale): ToldRefusal {
  const { code, facts } = refusal
  const place = facts['column'] ?? facts['place']
  return { code, facts, ...sentence(refusal, locale), ...(place === undefined ? {} : { place: String(place) }) }
}

function sentence({ code, facts }: Refusal, locale: Locale): { readonly title: string; readonly detail: string } {
  if (isRefusalCode(code)) return sentenceOf(code, facts, locale)
  if (isInvoiceCode(code)) return invoiceSentence({ code, facts }, locale)
  throw new Error(`refusal ${code} has no sentence`)
}

function isInvoiceCode(code: string): code is keyof (typeof INVOICE_TEXTS)['de'] {
  return Object.hasOwn(INVOICE_TEXTS.de, code)
}
