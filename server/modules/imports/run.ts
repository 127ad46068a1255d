// Works a table's rows in chunks, each chunk one transaction that also says how far the import is: a crash loses at most
// the chunk in work, and whoever goes on begins behind the last one kept. Two that work the same import take turns.

import { sql } from 'kysely'
import { z } from 'zod'
import { systemPrincipal } from '../../auth/system.ts'
import type { Database } from '../../db/database.ts'
import { type Context, type Ground, inContext } from '../../http/index.ts'
import type { JobDefinition, Jobs } from '../../jobs/index.ts'
import { readCreditor, recordInvoices } from '../invoices/index.ts'
import { type Import, advanceImport, loadImport } from './import.ts'
import { type Line, keepLines } from './line.ts'
import { progressOf } from './progress.ts'
import { type JudgedRow, judgedRows } from './rows.ts'
import { assigned, readTable } from './table.ts'

export type ImportJob = { readonly tenantId: string; readonly importId: string }

export const RUN_IMPORT: JobDefinition<ImportJob> = {
  name: 'run-import',
  payload: z.object({ tenantId: z.uuid(), importId: z.uuid() }),
}

/** Looks for imports whose process died: each minute, and so soon after a start. */
export const RESUME_IMPORTS: JobDefinition<Record<string, never>> = {
  name: 'resume-imports',
  payload: z.record(z.string(), z.never()),
  cron: '* * * * *',
}

const CHUNK = 1_000

/** Brings a started import to its end, from wherever it stands. */
export async function runImport(ground: Ground, { tenantId, importId }: ImportJob): Promise<void> {
  const begun = await inContext(ground, systemPrincipal(tenantId), async (context) => {
    const found = await loadImport(context, importId)
    if (found.state !== 'running') return undefined
    const table = await readTable(context, found)
    return { found, table, creditor: await readCreditor(context), ...assigned(table, found.mapping) }
  })
  if (begun === undefined) return
  const { found, table, mapping, creditor } = begun
  let start = 0
  let chunk: JudgedRow[] = []
  const flush = async (ends: boolean) => {
    await workChunk(ground, tenantId, found, start, chunk, ends)
    start += chunk.length
    chunk = []
  }
  for (const row of judgedRows(table, mapping, creditor)) {
    chunk.push(row)
    if (chunk.length === CHUNK) await flush(false)
  }
  await flush(true)
}

async function workChunk(
  ground: Ground,
  tenantId: string,
  { id, createdBy }: Import,
  start: number,
  rows: readonly JudgedRow[],
  ends: boolean,
): Promise<void> {
  // No more is shown to it than to the one who started it.
  const principal = { ...systemPrincipal(tenantId, createdBy.actor), practices: createdBy.practices ?? undefined }
  await inContext(ground, principal, async (context) => {
    const found = await loadImport(context, id, 'lock')
    const left = rows.slice(Math.max(0, found.worked - start))
    if (found.state !== 'running' || (left.length === 0 && !ends)) return
    const lines = await recordRows(context, found.practiceId, left)
    await keepLines(context, id, lines)
    await advanceImport(context, found, progressOf(lines), ends)
  })
}

async function recordRows(context: Context, practiceId: string, rows: readonly JudgedRow[]): Promise<Line[]> {
  const ready = rows.filter((row) => row.ok)
  const outcomes = await recordInvoices(
    context,
    { practiceId, source: 'table' },
    ready.map(({ draft }) => draft),
  )
  const byRow = new Map(ready.map(({ row }, index) => [row, outcomes[index]]))
  return rows.map((row): Line => {
    const line = { position: row.row, name: row.name }
    if (!row.ok) return { ...line, outcome: 'refused', refusals: row.refusals, dueFromTerms: false }
    const dueFromTerms = row.draft.dueFromTerms ?? false
    const outcome = byRow.get(row.row)
    if (outcome === undefined) throw new Error('each draft has an outcome')
    if (outcome.outcome === 'refused') return { ...line, outcome: 'refused', refusals: [outcome.refusal], dueFromTerms }
    return { ...line, ...outcome, refusals: [], dueFromTerms }
  })
}

/** Asks again for every import that is not at its end; one that is being worked meanwhile ends without effect. */
export async function resumeImports(workerDb: Database, jobs: Pick<Jobs, 'send'>): Promise<void> {
  const { rows } = await sql<ImportJob>`
    SELECT tenant_id AS "tenantId", id AS "importId" FROM imports WHERE state = 'running' AND kind = 'table'`.execute(
    workerDb,
  )
  for (const job of rows) await jobs.send(RUN_IMPORT, job, job.importId)
}
