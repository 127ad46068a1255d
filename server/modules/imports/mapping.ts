// A person says what the columns of a waiting table are, and starts it.

import type { Mapping } from '@mahnwerk/formats/invoices'
import { sql } from 'kysely'
import { type Context, refused } from '../../http/index.ts'
import { type Import, announceImport, loadImport } from './import.ts'
import { assigned, readTable } from './table.ts'

async function waiting(context: Context, id: string): Promise<Import> {
  const found = await loadImport(context, id, 'lock')
  if (found.kind !== 'table') throw refused('import_not_a_table')
  if (found.state !== 'waiting') throw refused('import_not_waiting', {}, { status: 409 })
  return found
}

export async function saveMapping(context: Context, id: string, mapping: Mapping): Promise<void> {
  const found = await waiting(context, id)
  const columns = (await readTable(context, found)).header.length
  const beyond = Object.values(mapping.columns).find((column) => column >= columns)
  if (beyond !== undefined) throw refused('mapping_column_unknown', { column: beyond + 1, columns })
  await sql`
    UPDATE imports SET mapping = ${JSON.stringify(mapping)}
    WHERE tenant_id = ${context.tenantId} AND id = ${id}`.execute(context.trx)
  await announceImport(context, id, found.practiceId)
}

/** Marks the import as started, with the mapping as it is now. The caller asks for the job after the commit. */
export async function startImport(context: Context, id: string): Promise<void> {
  const found = await waiting(context, id)
  const table = await readTable(context, found)
  const { mapping, questions } = assigned(table, found.mapping)
  if (questions.length > 0) throw refused('mapping_incomplete', { open: questions.length })
  await sql`
    UPDATE imports SET state = 'running', mapping = ${JSON.stringify(mapping)}, total = ${table.rows.length}
    WHERE tenant_id = ${context.tenantId} AND id = ${id}`.execute(context.trx)
  await announceImport(context, id, found.practiceId)
}
