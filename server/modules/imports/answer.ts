// An import as the API tells it: its lines with sentences, and for a waiting table what it would bring.

import type { Refusal } from '@mahnwerk/core/refusals'
import { FIELDS, type Table } from '@mahnwerk/formats/invoices'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../http/index.ts'
import type { Locale } from '../../http/texts.ts'
import { practiceFilter } from '../../auth/principal.ts'
import { readCreditor } from '../invoices/index.ts'
import { type Import, loadImport } from './import.ts'
import { type Line, toldRefusal } from './line.ts'
import { type PreviewRow, preview } from './preview.ts'
import type { importRowSchema, importSchema, lineQuerySchema } from './schemas.ts'
import { assigned, readTable } from './table.ts'

type RowAnswer = z.output<typeof importRowSchema>
type ImportAnswer = z.output<typeof importSchema>
type LineQuery = z.output<typeof lineQuerySchema>
type TableAnswer = NonNullable<ImportAnswer['table']>

const SAMPLE_ROWS = 8

export function importRow({ createdBy, mapping: _mapping, documentId: _documentId, ...row }: Import): RowAnswer {
  return { ...row, startedBy: createdBy.actor.name }
}

export async function importAnswer(
  context: Context,
  id: string,
  lines: LineQuery,
  locale: Locale,
): Promise<ImportAnswer> {
  const found = await loadImport(context, id)
  const read = await readLines(context, id, lines, locale)
  const last = read.at(-1)
  return {
    ...importRow(found),
    lines: read,
    ...(read.length < lines.limit || last === undefined ? {} : { nextAfter: last.position }),
    ...(found.state === 'waiting' ? { table: await tableAnswer(context, found, locale) } : {}),
  }
}

type LineRow = Pick<Line, 'position' | 'name' | 'outcome' | 'dueFromTerms'> & {
  readonly refusals: readonly Refusal[] | null
  readonly invoiceId: string | null
  readonly invoiceNumber: string | null
  readonly debtorName: string | null
  readonly documentId: string | null
}

async function readLines(
  { trx, tenantId, principal }: Context,
  id: string,
  { outcome, after, limit }: LineQuery,
  locale: Locale,
): Promise<ImportAnswer['lines']> {
  const { rows } = await sql<LineRow>`
    SELECT l.position, l.name, l.outcome, l.due_from_terms AS "dueFromTerms", l.refusals, i.id AS "invoiceId",
      i.number AS "invoiceNumber", i.debtor_name AS "debtorName", l.document_id AS "documentId"
    FROM import_lines l LEFT JOIN invoices i ON i.tenant_id = l.tenant_id AND i.id = l.invoice_id
      AND (${practiceFilter(principal)}::uuid[] IS NULL OR i.practice_id = ANY (${practiceFilter(principal)}::uuid[]))
    WHERE l.tenant_id = ${tenantId} AND l.import_id = ${id} AND l.position > ${after}
      AND (${outcome ?? null}::text IS NULL OR l.outcome = ${outcome ?? null})
    ORDER BY l.position LIMIT ${limit}`.execute(trx)
  return rows.map(({ refusals, invoiceId, invoiceNumber, debtorName, documentId, ...line }) => ({
    ...line,
    refusals: (refusals ?? []).map((refusal) => toldRefusal(refusal, locale)),
    ...(invoiceId === null ? {} : { invoiceId }),
    ...(invoiceNumber === null ? {} : { invoiceNumber }),
    ...(debtorName === null ? {} : { debtorName }),
    ...(documentId === null ? {} : { documentId }),
  }))
}

async function tableAnswer(context: Context, found: Import, locale: Locale): Promise<TableAnswer> {
  const table = await readTable(context, found)
  const { mapping, questions } = assigned(table, found.mapping)
  const { first, firstRefused, ...counts } = preview(table, mapping, await readCreditor(context), context.today)
  const told = (rows: readonly PreviewRow[]) => rows.map((row) => toldRow(row, locale))
  return {
    fields: [...FIELDS],
    header: [...table.header],
    sample: sampleOf(table),
    mapping,
    suggested: found.mapping === null,
    questions: [...questions],
    preview: { ...counts, first: told(first), firstRefused: told(firstRefused) },
  }
}

function sampleOf({ rows }: Table): TableAnswer['sample'] {
  return rows.slice(0, SAMPLE_ROWS).map(({ row, cells }) => ({ row, cells: [...cells] }))
}

function toldRow(row: PreviewRow, locale: Locale): TableAnswer['preview']['first'][number] {
  return row.ok ? row : { ...row, refusals: row.refusals.map((refusal) => toldRefusal(refusal, locale)) }
}
