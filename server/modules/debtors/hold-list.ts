// Mahnsperren: everything that rests today, whether the debtor is stopped or a note on one invoice stops it, in the order in
// which it ends. What nobody gave an end comes last.

import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, placeBefore } from '../../http/index.ts'
import { likePatterns } from './load.ts'
import { HOLD_REASONS } from './hold.ts'

/** Reasons of both kinds: those of a debtor, and what can be noted on an invoice without a reason of its own. */
const REASONS = [...HOLD_REASONS, 'hold', 'clarification'] as const

/** "Endet bald": within so many days. */
const SOON_DAYS = 7

export const holdQuerySchema = z.object({
  reason: z.enum(REASONS).optional(),
  ending: z.enum(['soon', 'open']).optional().describe(`soon: within ${SOON_DAYS} days; open: without an end`),
  q: z.string().trim().max(200).default('').describe('Words that all must occur in the debtor’s name'),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

const stoppedSchema = z.object({ currency: z.string(), open: z.int() })

export const listedHoldSchema = z
  .object({
    id: z.string().describe('Of the hold, or of the invoice whose note it is'),
    debtorId: z.uuid(),
    debtorName: z.string(),
    practiceId: z.uuid(),
    invoice: z
      .object({ id: z.uuid(), number: z.string(), version: z.int() })
      .nullable()
      .describe('The one invoice that rests; null: all of the debtor'),
    reason: z.enum(REASONS),
    note: z.string(),
    until: z.iso.date().nullable().describe('The last day: dunning goes on by itself after it. Null: a person ends it'),
    setBy: z.string().nullable(),
    setAt: z.string().nullable(),
    invoices: z.int().describe('Invoices that rest'),
    cases: z.int().describe('Of the debtor, at work with a partner'),
    open: z.array(stoppedSchema).describe('What rests, by currency'),
  })
  .meta({ id: 'ListedHold' })

export const holdPageSchema = z
  .object({
    holds: z.array(listedHoldSchema),
    nextCursor: z.string().optional(),
    counts: z.object({
      all: z.int(),
      soon: z.int(),
      reasons: z.array(z.object({ reason: z.enum(REASONS), count: z.int() })),
    }),
  })
  .meta({ id: 'HoldPage' })

type Query = z.output<typeof holdQuerySchema>
type Listed = z.output<typeof listedHoldSchema>

type Row = Omit<Listed, 'invoice' | 'invoices' | 'cases' | 'open'> & {
  readonly invoiceId: string | null
  readonly number: string | null
  readonly version: number | null
}

const NO_END = '9999-12-31'

/** What rests now. Throws Refused (400) where the cursor is no page's end. */
export async function listAllHolds(context: Context, asked: Query): Promise<z.output<typeof holdPageSchema>> {
  const { trx, tenantId, today } = context
  const place = placeBefore(asked.cursor, 'day')
  const { rows } = await sql<Row>`
    SELECT * FROM (${allHolds(context)}) h
    WHERE ${wanted(asked, today)}
      AND (${place.value}::date IS NULL OR (coalesce(h.until, ${NO_END}), h.id) > (${place.value}::date, ${place.id}::uuid))
    ORDER BY coalesce(h.until, ${NO_END}), h.id LIMIT ${asked.limit + 1}`.execute(trx)
  const page = rows.slice(0, asked.limit)
  const last = page.at(-1)
  return {
    holds: await withWhatRests({ trx, tenantId }, page),
    counts: await countsOf(context, asked),
    ...(rows.length > asked.limit && last ? { nextCursor: `${last.until ?? NO_END}~${last.id}` } : {}),
  }
}

// An invoice's note says less than a debtor's stop: a dispute and a promise are the same reasons, a bare hold is one of its own.
function allHolds({ tenantId, today, principal }: Context): RawBuilder<unknown> {
  const practices = practiceFilter(principal)
  const noted = (state: RawBuilder<boolean>) => sql`
    SELECT i.id, i.debtor_id, i.debtor_name, i.practice_id, i.id, i.number, i.version,
      CASE i.marker WHEN 'disputed' THEN 'dispute' WHEN 'promised' THEN 'promise' ELSE i.marker END, coalesce(i.marker_note, ''),
      i.marker_until, NULL, NULL
    FROM invoices i
    WHERE i.tenant_id = ${tenantId} AND ${state} AND i.marker <> 'none'
      AND (i.marker_until IS NULL OR i.marker_until >= ${today})
      AND (${practices}::uuid[] IS NULL OR i.practice_id = ANY (${practices}::uuid[]))`
  return sql`
    SELECT s.id, s.debtor_id AS "debtorId", d.list_name AS "debtorName", d.practice_id AS "practiceId",
      NULL::uuid AS "invoiceId", NULL::text AS number, NULL::integer AS version, s.reason, s.note, s.until, s.set_by AS "setBy",
      s.set_at AS "setAt"
    FROM debtor_holds s JOIN debtors d ON d.tenant_id = s.tenant_id AND d.id = s.debtor_id
    WHERE s.tenant_id = ${tenantId} AND s.lifted_at IS NULL AND (s.until IS NULL OR s.until >= ${today})
      AND (${practices}::uuid[] IS NULL OR d.practice_id = ANY (${practices}::uuid[]))
    UNION ALL ${noted(sql`i.state = 'open'`)} UNION ALL ${noted(sql`i.state = 'collection'`)}`
}

function wanted(asked: Pick<Query, 'q' | 'reason' | 'ending'>, today: LocalDate): RawBuilder<boolean> {
  const { reason, ending } = { reason: asked.reason ?? null, ending: asked.ending ?? null }
  return sql<boolean>`(${reason}::text IS NULL OR h.reason = ${reason})
    AND (${ending}::text IS NULL OR CASE ${ending} WHEN 'open' THEN h.until IS NULL
      ELSE h.until <= ${addDays(today, SOON_DAYS)} END)
    AND lower(h."debtorName") LIKE ALL (${likePatterns(asked.q)}::text[])`
}

/** Of everything that matches the words, whichever reason is looked at. */
async function countsOf(context: Context, { q }: Query): Promise<z.output<typeof holdPageSchema>['counts']> {
  const { trx, today } = context
  const { rows } = await sql<{ reason: Listed['reason']; count: number; soon: number }>`
    SELECT h.reason, count(*)::integer AS count,
      (count(*) FILTER (WHERE h.until <= ${addDays(today, SOON_DAYS)}))::integer AS soon
    FROM (${allHolds(context)}) h WHERE ${wanted({ q }, today)} GROUP BY h.reason ORDER BY h.reason`.execute(trx)
  return {
    all: rows.reduce((all, { count }) => all + count, 0),
    soon: rows.reduce((all, { soon }) => all + soon, 0),
    reasons: rows.map(({ reason, count }) => ({ reason, count })),
  }
}

type Rest = { readonly debtorId: string; readonly currency: string; readonly count: number; readonly open: number }
type Noted = { readonly id: string; readonly open: number; readonly currency: string }
type Set = { readonly id: string; readonly by: string; readonly at: string }

async function withWhatRests(
  { trx, tenantId }: Pick<Context, 'trx' | 'tenantId'>,
  rows: readonly Row[],
): Promise<Listed[]> {
  const debtors = rows.map(({ debtorId }) => debtorId)
  const noted = rows.flatMap(({ invoiceId }) => (invoiceId === null ? [] : [invoiceId]))
  const rest = await sql<Rest>`
    SELECT debtor_id AS "debtorId", currency, count(*)::integer AS count, sum(open)::bigint AS open FROM invoices
    WHERE tenant_id = ${tenantId} AND debtor_id = ANY (${debtors}::uuid[]) AND state = 'open' AND open > 0
    GROUP BY debtor_id, currency ORDER BY currency`.execute(trx)
  const single = await sql<Noted>`
    SELECT id, open, currency FROM invoices
    WHERE tenant_id = ${tenantId} AND id = ANY (${noted}::uuid[])`.execute(trx)
  const cases = await sql<{ debtorId: string; count: number }>`
    SELECT c.debtor_id AS "debtorId", count(*)::integer AS count FROM cases c
    JOIN unnest(${[...new Set(debtors)]}::uuid[]) AS asked (id) ON c.debtor_id = asked.id
    WHERE c.tenant_id = ${tenantId} AND c.active GROUP BY c.debtor_id`.execute(trx)
  // The latest note of an invoice is the one that stands.
  const set = await sql<Set>`
    SELECT DISTINCT ON (stream_id) stream_id AS id, actor::jsonb ->> 'name' AS by, occurred_at AS at FROM events
    WHERE tenant_id = ${tenantId} AND stream = 'invoice' AND stream_id = ANY (${noted}::uuid[]) AND type = 'invoice.marker_changed'
    ORDER BY stream_id, version DESC`.execute(trx)
  const byDebtor = Map.groupBy(rest.rows, ({ debtorId }) => debtorId)
  const byInvoice = new Map(single.rows.map((row) => [row.id, row]))
  const casesOf = new Map(cases.rows.map(({ debtorId, count }) => [debtorId, count]))
  const setOf = new Map(set.rows.map((row) => [row.id, row]))
  return rows.map(({ invoiceId, number, version, ...row }) => {
    const stopped = byDebtor.get(row.debtorId) ?? []
    const one = byInvoice.get(invoiceId ?? '')
    if (invoiceId === null || number === null || version === null || one === undefined)
      return {
        ...row,
        invoice: null,
        invoices: stopped.reduce((all, { count }) => all + count, 0),
        cases: casesOf.get(row.debtorId) ?? 0,
        open: stopped.map(({ currency, open }) => ({ currency, open })),
      }
    return {
      ...row,
      setBy: setOf.get(invoiceId)?.by ?? null,
      setAt: setOf.get(invoiceId)?.at ?? null,
      invoice: { id: invoiceId, number, version },
      invoices: 1,
      cases: 0,
      open: [{ currency: one.currency, open: one.open }],
    }
  })
}
