// The dashboard in five seconds: what is open, what is with the partner, what came in, what needs somebody, how old it is.

import { sql } from 'kysely'
import { z } from 'zod'
import { addDays } from '@mahnwerk/core/calendar'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, type Ground, type Http, problemSchema, query } from '../../http/index.ts'

const figure = z.object({ count: z.int(), sum: z.int() })

const overviewSchema = z
  .object({
    today: z.string(),
    currency: z.string(),
    open: figure,
    overdue: figure,
    /** Last notice sent and its period over, or overdue for thirty days. */
    ready: figure,
    atPartner: figure.extend({ partner: z.string().nullable(), questions: z.int() }),
    /** Money that came in this calendar month, by whom it was received. */
    arrived: z.object({ direct: z.int(), throughPartner: z.int(), count: z.int() }),
    recovered: z.object({ thisYear: z.int() }),
    aging: z.array(
      z.object({ bucket: z.enum(['not_due', 'd1_30', 'd31_60', 'd61_90', 'd90_plus']), count: z.int(), sum: z.int() }),
    ),
    unreported: z.int(),
    recent: z.array(
      z.object({
        id: z.uuid(),
        invoiceId: z.uuid(),
        debtorName: z.string(),
        amount: z.int(),
        receivedOn: z.string(),
        receivedBy: z.string(),
        method: z.string(),
      }),
    ),
    nextDue: z.string().nullable(),
  })
  .meta({ id: 'Overview' })

type Overview = z.infer<typeof overviewSchema>

export function overviewRoutes(http: Http, ground: Ground): void {
  http.get(
    '/api/v1/overview',
    {
      config: { right: 'invoices.read' },
      schema: { tags: ['overview'], response: { 200: overviewSchema, 401: problemSchema, 403: problemSchema } },
    },
    (request) => query(ground, request, readOverview),
  )
}

async function readOverview(context: Context): Promise<Overview> {
  const sums = await readSums(context)
  const aging = await readAging(context)
  const partner = await readPartner(context)
  const arrived = await readArrived(context)
  const recent = await readRecent(context)
  return {
    today: context.today,
    currency: 'EUR',
    open: { count: sums.openCount, sum: sums.openSum },
    overdue: { count: sums.overdueCount, sum: sums.overdueSum },
    ready: { count: sums.readyCount, sum: sums.readySum },
    atPartner: { count: sums.partnerCount, sum: sums.partnerSum, partner: partner.name, questions: partner.questions },
    arrived: { direct: arrived.direct, throughPartner: arrived.through, count: arrived.count },
    recovered: { thisYear: arrived.recovered },
    aging,
    unreported: arrived.unreported,
    recent,
    nextDue: sums.nextDue,
  }
}

type Sums = Record<
  'openCount' | 'openSum' | 'overdueCount' | 'overdueSum' | 'readyCount' | 'readySum' | 'partnerCount' | 'partnerSum',
  number
> & {
  nextDue: string | null
}

async function readSums({ trx, tenantId, principal, today }: Context): Promise<Sums> {
  const practices = practiceFilter(principal)
  const overdue = sql`state = 'open' AND due_date < ${today}`
  const ready = sql`${overdue} AND marker = 'none' AND (standing = 'final_notice' OR due_date < ${addDays(today, -30)})`
  const { rows } = await sql<Sums>`
    SELECT count(*) FILTER (WHERE state = 'open') AS "openCount",
      coalesce(sum(open) FILTER (WHERE state = 'open'), 0)::bigint AS "openSum",
      count(*) FILTER (WHERE ${overdue}) AS "overdueCount", coalesce(sum(open) FILTER (WHERE ${overdue}), 0)::bigint AS "overdueSum",
      count(*) FILTER (WHERE ${ready}) AS "readyCount", coalesce(sum(open) FILTER (WHERE ${ready}), 0)::bigint AS "readySum",
      count(*) FILTER (WHERE state = 'collection') AS "partnerCount",
      coalesce(sum(open) FILTER (WHERE state = 'collection'), 0)::bigint AS "partnerSum",
      min(due_date) FILTER (WHERE state = 'open' AND due_date >= ${today}) AS "nextDue"
    FROM invoices
    WHERE tenant_id = ${tenantId} AND state IN ('open', 'collection')
      AND (${practices}::uuid[] IS NULL OR practice_id = ANY (${practices}::uuid[]))`.execute(trx)
  if (!rows[0]) throw new Error('an aggregate without a row')
  return rows[0]
}

const BUCKETS = ['not_due', 'd1_30', 'd31_60', 'd61_90', 'd90_plus'] as const

async function readAging({ trx, tenantId, principal, today }: Context): Promise<Overview['aging']> {
  const practices = practiceFilter(principal)
  const { rows } = await sql<Overview['aging'][number]>`
    SELECT CASE WHEN due_date >= ${today} THEN 'not_due' WHEN due_date >= ${addDays(today, -30)} THEN 'd1_30'
        WHEN due_date >= ${addDays(today, -60)} THEN 'd31_60' WHEN due_date >= ${addDays(today, -90)} THEN 'd61_90'
        ELSE 'd90_plus' END AS bucket,
      count(*) AS count, sum(open)::bigint AS sum
    FROM invoices
    WHERE tenant_id = ${tenantId} AND state IN ('open', 'collection')
      AND (${practices}::uuid[] IS NULL OR practice_id = ANY (${practices}::uuid[]))
    GROUP BY 1`.execute(trx)
  return BUCKETS.map((bucket) => rows.find((row) => row.bucket === bucket) ?? { bucket, count: 0, sum: 0 })
}

async function readPartner({ trx, tenantId, principal }: Context): Promise<{ name: string | null; questions: number }> {
  const practices = practiceFilter(principal)
  const { rows } = await sql<{ name: string | null; questions: number }>`
    SELECT (SELECT name FROM connections WHERE tenant_id = ${tenantId} AND state = 'active' ORDER BY created_at LIMIT 1) AS name,
      coalesce(sum(questions_open), 0)::bigint AS questions
    FROM cases WHERE tenant_id = ${tenantId} AND active
      AND (${practices}::uuid[] IS NULL OR practice_id = ANY (${practices}::uuid[]))`.execute(trx)
  return rows[0] ?? { name: null, questions: 0 }
}

type Arrived = { direct: number; through: number; count: number; recovered: number; unreported: number }

async function readArrived({ trx, tenantId, principal, today }: Context): Promise<Arrived> {
  const practices = practiceFilter(principal)
  const [month, year] = [`${today.slice(0, 7)}-01`, `${today.slice(0, 4)}-01-01`]
  const { rows } = await sql<Arrived>`
    SELECT coalesce(sum(amount) FILTER (WHERE received_on >= ${month} AND received_by = 'creditor'), 0)::bigint AS direct,
      coalesce(sum(amount) FILTER (WHERE received_on >= ${month} AND received_by <> 'creditor'), 0)::bigint AS through,
      count(*) FILTER (WHERE received_on >= ${month}) AS count,
      coalesce(sum(amount - to_costs) FILTER (WHERE case_id IS NOT NULL), 0)::bigint AS recovered,
      count(*) FILTER (WHERE report = 'pending') AS unreported
    FROM payments
    WHERE tenant_id = ${tenantId} AND received_on >= ${year} AND reversed_at IS NULL
      AND (${practices}::uuid[] IS NULL OR practice_id = ANY (${practices}::uuid[]))`.execute(trx)
  if (!rows[0]) throw new Error('an aggregate without a row')
  return rows[0]
}

async function readRecent({ trx, tenantId, principal }: Context): Promise<Overview['recent']> {
  const practices = practiceFilter(principal)
  const { rows } = await sql<Overview['recent'][number]>`
    SELECT p.id, p.invoice_id AS "invoiceId", i.debtor_name AS "debtorName", p.amount, p.received_on AS "receivedOn",
      p.received_by AS "receivedBy", p.method
    FROM payments p JOIN invoices i ON i.tenant_id = p.tenant_id AND i.id = p.invoice_id
    WHERE p.tenant_id = ${tenantId} AND p.reversed_at IS NULL
      AND (${practices}::uuid[] IS NULL OR p.practice_id = ANY (${practices}::uuid[]))
    ORDER BY p.received_on DESC, p.id DESC LIMIT 6`.execute(trx)
  return rows
}
