// What goes by post: letters that are set and not printed yet, of notices by letter, and of those by mail whose mail did not
// arrive. Printing gives one file: a control list, then each letter with its invoices. Only when the file is made do its letters
// count as printed: what could not be made is still to be printed.

import { type RawBuilder, sql } from 'kysely'
import type { LocalDate } from '@mahnwerk/core/calendar'
import { noticeNumber } from '@mahnwerk/core/letters'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, refused } from '../../http/index.ts'
import { type Enclosure, type PrintOrder, mergeForPrint, renderList } from '../../letters/index.ts'
import { isStopped } from '../debtors/index.ts'
import { blobContent } from '../documents/index.ts'
import { type TenantSettings, loadTenant } from '../settings/index.ts'
import { controlList } from './control-list.ts'
import { type PostedOriginal, originalsGo, originalsOfNotices } from './originals.ts'
import { LIST_WORDS } from './words.ts'

export type PoolEntry = {
  readonly id: string
  readonly number: string
  readonly level: number
  readonly day: LocalDate
  readonly debtorName: string
  readonly place: string
  readonly currency: string
  /** Minor units, with fee and interest. */
  readonly total: number
  readonly documentId: string
}

/** What one file holds at most; the rest is printed with the next. */
export const PRINTED_AT_ONCE = 500
const BYTES_AT_ONCE = 100_000_000

type Row = Omit<PoolEntry, 'number'> & {
  readonly year: number
  readonly sequence: number
  readonly sha256: Buffer
  readonly size: number
}

/** By number. `count` is of all, `entries` are the first of them. */
export async function listPool(context: Context): Promise<{ count: number; entries: PoolEntry[] }> {
  const rows = await read(context, unprinted(context))
  const { trx, tenantId } = context
  const counted = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM notices n JOIN debtors d ON d.tenant_id = n.tenant_id AND d.id = n.debtor_id
    WHERE n.tenant_id = ${tenantId} AND ${unprinted(context)}`.execute(trx)
  return { count: counted.rows[0]?.count ?? 0, entries: rows.map(entryOf) }
}

async function refuseStopped(context: Context, ids: readonly string[]): Promise<void> {
  const [first] = await read(context, sql`${named(context, ids)} AND ${stopped(context)}`)
  if (first)
    throw refused('notice_print_stopped', {
      number: noticeNumber(first.year, first.sequence),
      debtor: first.debtorName,
    })
}

type ToPrint = {
  readonly entry: PoolEntry
  readonly letter: Uint8Array
  readonly enclosures: readonly Enclosure[]
  /** Invoices that no printer takes, such as XML. */
  readonly notForPaper: readonly string[]
}

export type PrintJob = {
  readonly tenant: TenantSettings
  readonly day: LocalDate
  readonly letters: readonly ToPrint[]
  readonly noticeIds: readonly string[]
  /** Those that were named may be printed again. */
  readonly again: boolean
}

/** What one file will hold. Nothing is marked by it. */
export async function choosePrint(context: Context, ids: readonly string[] | undefined): Promise<PrintJob> {
  if (ids !== undefined) await refuseStopped(context, ids)
  const rows = await read(context, ids === undefined ? unprinted(context) : named(context, ids))
  if (rows.length === 0) throw refused('print_pool_empty', {}, { status: 409 })
  const tenant = await loadTenant(context)
  const found = originalsGo(tenant).byPost
    ? await originalsOfNotices(
        context,
        rows.map(({ id }) => id),
      )
    : new Map<string, readonly PostedOriginal[]>()
  const chosen = fitting(rows, found)
  const letters: ToPrint[] = []
  for (const row of chosen) letters.push(await toPrint(context, row, found.get(row.id) ?? []))
  return { tenant, day: context.today, letters, noticeIds: chosen.map(({ id }) => id), again: ids !== undefined }
}

export type PrintFile = { readonly name: string; readonly bytes: Uint8Array }

/** The file itself; no transaction waits for it. */
export async function fileOfPrint(
  { tenant, day, letters }: PrintJob,
  sides: PrintOrder['sides'] = 'two',
): Promise<PrintFile> {
  const language = tenant.locale === 'en' ? 'en' : 'de'
  const { title } = LIST_WORDS[language]
  const bytes = await mergeForPrint({ title, sides, sheets: letters }, (merged) => {
    const lines = letters.map(({ entry, notForPaper }, at) => ({ ...entry, notForPaper, sheet: merged[at] }))
    return renderList(controlList(lines, tenant.name, day, language))
  })
  return { name: `${title} ${day}.pdf`, bytes }
}

async function read({ trx, tenantId }: Context, which: RawBuilder<boolean>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT n.id, n.year, n.number::int AS sequence, n.level, n.day, d.list_name AS "debtorName",
      d.post_code || ' ' || d.city AS place, n.currency, n.open + n.fee + n.interest AS total, n.document_id AS "documentId",
      f.sha256, b.size
    FROM notices n
    JOIN debtors d ON d.tenant_id = n.tenant_id AND d.id = n.debtor_id
    JOIN documents f ON f.tenant_id = n.tenant_id AND f.id = n.document_id
    JOIN blobs b ON b.tenant_id = f.tenant_id AND b.sha256 = f.sha256
    WHERE n.tenant_id = ${tenantId} AND ${which}
    ORDER BY n.year, n.number LIMIT ${PRINTED_AT_ONCE}`.execute(trx)
  return rows
}

function unprinted(context: Context): RawBuilder<boolean> {
  return sql<boolean>`${visible(context)} AND n.printed_at IS NULL
    AND (n.channel IN ('letter', 'email_and_letter') OR (n.channel = 'email' AND n.state IN ('failed', 'bounced')))
    AND d.street <> '' AND d.post_code <> '' AND d.city <> '' AND NOT ${stopped(context)}`
}

// A copy of what has left already may be printed.
function stopped(context: Context): RawBuilder<boolean> {
  return sql<boolean>`(n.printed_at IS NULL AND ${isStopped(context, sql.ref('n.id'), sql.ref('n.debtor_id'))})`
}

function named(context: Context, ids: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${visible(context)} AND n.id = ANY (${ids}::uuid[])`
}

function visible({ principal }: Context): RawBuilder<boolean> {
  const practices = practiceFilter(principal)
  return sql<boolean>`n.document_id IS NOT NULL
    AND (${practices}::uuid[] IS NULL OR n.practice_id = ANY (${practices}::uuid[]))`
}

/** The first letters whose files one file can hold, and always one. */
function fitting(rows: readonly Row[], found: ReadonlyMap<string, readonly PostedOriginal[]>): readonly Row[] {
  let room = BYTES_AT_ONCE
  const end = rows.findIndex(({ id, size }, at) => {
    room -= (found.get(id) ?? []).filter(isForPaper).reduce((all, original) => all + original.size, size)
    return room < 0 && at > 0
  })
  return end < 0 ? rows : rows.slice(0, end)
}

function isForPaper({ mediaType }: PostedOriginal): boolean {
  return mediaType === 'application/pdf'
}

async function toPrint(context: Context, row: Row, originals: readonly PostedOriginal[]): Promise<ToPrint> {
  const letter = await blobContent(context, row.sha256)
  const enclosures: Enclosure[] = []
  for (const { name, sha256 } of originals.filter(isForPaper))
    enclosures.push({ name, bytes: await blobContent(context, sha256) })
  const notForPaper = originals.filter((original) => !isForPaper(original)).map(({ name }) => name)
  return { entry: entryOf(row), letter, enclosures, notForPaper }
}

function entryOf({ year, sequence, sha256: _, size: _size, ...row }: Row): PoolEntry {
  return { ...row, number: noticeNumber(year, sequence) }
}
