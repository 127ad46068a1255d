// What goes by post: letters that are set and not printed yet, of notices by letter, and of those by mail whose mail did not
// arrive. Printing takes them out under a lock and gives one file with a control list before them.

import { type RawBuilder, sql } from 'kysely'
import { type Currency, type Minor, formatMoney, minor, sum } from '@mahnwerk/core/money'
import { type LocalDate, formatDay } from '@mahnwerk/core/calendar'
import { noticeNumber } from '@mahnwerk/core/letters'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, refused } from '../../http/index.ts'
import { type ListSheet, mergeForPrint, renderList } from '../../letters/index.ts'
import { blobContent } from '../documents/index.ts'
import { loadTenant } from '../settings/index.ts'
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

type Row = Omit<PoolEntry, 'number'> & { readonly year: number; readonly sequence: number; readonly sha256: Buffer }

/** By number. `count` is of all, `entries` are the first of them. */
export async function listPool(context: Context): Promise<{ count: number; entries: PoolEntry[] }> {
  const rows = await read(context, unprinted(context), sql`LIMIT ${PRINTED_AT_ONCE}`)
  const { trx, tenantId } = context
  const counted = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM notices n JOIN debtors d ON d.tenant_id = n.tenant_id AND d.id = n.debtor_id
    WHERE n.tenant_id = ${tenantId} AND ${unprinted(context)}`.execute(trx)
  return { count: counted.rows[0]?.count ?? 0, entries: rows.map(entryOf) }
}

/** Marks them as printed and returns how to make their file, after the transaction. Those that are named may be printed again. */
export async function takeForPrint(
  context: Context,
  ids: readonly string[] | undefined,
): Promise<() => Promise<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const which = ids === undefined ? unprinted(context) : named(context, ids)
  const rows = await read(context, which, sql`LIMIT ${PRINTED_AT_ONCE} FOR UPDATE OF n`)
  if (rows.length === 0) throw refused('print_pool_empty', {}, { status: 409 })
  const { trx, tenantId, now, today } = context
  await sql`
    UPDATE notices SET state = 'printed', printed_at = ${now}
    WHERE tenant_id = ${tenantId} AND id = ANY (${rows.map(({ id }) => id)}::uuid[])`.execute(trx)
  const letters: Uint8Array[] = []
  for (const { sha256 } of rows) letters.push(await blobContent(context, sha256))
  const tenant = await loadTenant(context)
  const list = controlList(rows.map(entryOf), tenant.name, today, tenant.locale === 'en' ? 'en' : 'de')
  return async () => ({
    name: `${list.title} ${today}.pdf`,
    bytes: await mergeForPrint([{ bytes: await renderList(list) }, ...letters.map((bytes) => ({ bytes }))], list.title),
  })
}

async function read({ trx, tenantId }: Context, which: RawBuilder<boolean>, tail: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT n.id, n.year, n.number::int AS sequence, n.level, n.day, d.list_name AS "debtorName",
      d.post_code || ' ' || d.city AS place, n.currency, n.open + n.fee + n.interest AS total, n.document_id AS "documentId",
      f.sha256
    FROM notices n
    JOIN debtors d ON d.tenant_id = n.tenant_id AND d.id = n.debtor_id
    JOIN documents f ON f.tenant_id = n.tenant_id AND f.id = n.document_id
    WHERE n.tenant_id = ${tenantId} AND ${which}
    ORDER BY n.year, n.number ${tail}`.execute(trx)
  return rows
}

function unprinted(context: Context): RawBuilder<boolean> {
  return sql<boolean>`${visible(context)} AND n.printed_at IS NULL
    AND (n.channel IN ('letter', 'email_and_letter') OR (n.channel = 'email' AND n.state IN ('failed', 'bounced')))
    AND d.street <> '' AND d.post_code <> '' AND d.city <> ''`
}

function named(context: Context, ids: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${visible(context)} AND n.id = ANY (${ids}::uuid[])`
}

function visible({ principal }: Context): RawBuilder<boolean> {
  const practices = practiceFilter(principal)
  return sql<boolean>`n.document_id IS NOT NULL
    AND (${practices}::uuid[] IS NULL OR n.practice_id = ANY (${practices}::uuid[]))`
}

function entryOf({ year, sequence, sha256: _, ...row }: Row): PoolEntry {
  return { ...row, number: noticeNumber(year, sequence) }
}

function controlList(
  entries: readonly PoolEntry[],
  creditor: string,
  day: LocalDate,
  language: 'de' | 'en',
): ListSheet {
  const words = LIST_WORDS[language]
  const written = (amount: Minor, code: string): string => formatMoney(amount, code as Currency, language) // as stored
  const totals = Map.groupBy(entries, ({ currency }) => currency)
  const sums = [...totals].map(([code, of]) => written(sum(of.map(({ total }) => minor(total))), code)).join(', ')
  const cells = (texts: readonly string[]) => texts.map((text) => ({ text }))
  return {
    language,
    day,
    title: words.title,
    facts: [
      { label: words.creditor, value: creditor },
      { label: words.day, value: formatDay(day, language) },
      { label: words.count, value: String(entries.length) },
      { label: words.sum, value: sums },
    ],
    columns: [
      { title: words.number, align: 'start', width: 'own' },
      { title: words.level, align: 'end', width: 'own' },
      { title: words.debtor, align: 'start', width: 'rest' },
      { title: words.place, align: 'start', width: 'own' },
      { title: words.amount, align: 'end', width: 'own' },
    ],
    rows: [
      ...entries.map(({ number, level, debtorName, place, total, currency: code }) => ({
        kind: 'line' as const,
        cells: cells([number, String(level), debtorName, place, written(minor(total), code)]),
      })),
      { kind: 'total', cells: cells([words.total, '', '', '', sums]) },
    ],
    pages: words.pages,
  }
}
