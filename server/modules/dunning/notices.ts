// Notices as they are told: each with its number and the invoices it asks for, as the invoice list shows them.

import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { DebtorKind } from '@mahnwerk/core/late-payment'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, notFound } from '../../http/index.ts'
import { invoiceRowSchema, rowsOf } from '../invoices/index.ts'
import { type LastLevels, loadLastLevels } from './last-levels.ts'

export const NOTICE_STATES = ['written', 'sent', 'printed', 'failed', 'bounced'] as const

const noticeFields = {
  id: z.uuid(),
  number: z.string().describe('Gapless per year: "M-2026-0041"'),
  level: z.int().describe('0: friendly reminder'),
  last: z.boolean().describe('The last notice by the policy that holds for its debtor'),
  day: z.iso.date(),
  payBy: z.iso.date(),
  currency: z.string(),
  open: z.int().describe('What its invoices owed on its day'),
  fee: z.int(),
  interest: z.int(),
  total: z.int(),
  channel: z.string(),
  state: z.enum(NOTICE_STATES),
  debtorId: z.uuid(),
  debtorName: z.string(),
  practiceId: z.uuid(),
  runId: z.uuid(),
  single: z.boolean().describe('A person asked for this one'),
  documentId: z.uuid().nullable(),
}

const itemSchema = z
  .object({ level: z.int(), open: z.int(), interest: z.int(), invoice: invoiceRowSchema })
  .meta({ id: 'NoticeItem', description: 'What stood in the notice, and the invoice as it stands now.' })

export const noticeSchema = z.object({ ...noticeFields, items: z.array(itemSchema) }).meta({ id: 'Notice' })
export type NoticeAnswer = z.output<typeof noticeSchema>
export type NoticeRow = Omit<NoticeAnswer, 'items'> & { readonly year: number; readonly sequence: number }
type StoredRow = Omit<NoticeRow, 'last'> & { readonly kind: DebtorKind; readonly policyId: string | null }
type ItemRow = {
  readonly noticeId: string
  readonly invoiceId: string
  readonly level: number
  readonly open: number
  readonly interest: number
}

/** "M-2026-0041", of the table under the name `n`. */
export const LABEL = sql`'M-' || n.year || '-' || lpad(n.number::text, greatest(4, length(n.number::text)), '0')`

/** Throws Refused (404) where the principal may not see it. */
export async function loadNotice(context: Context, id: string): Promise<NoticeAnswer> {
  const [notice] = await withItems(context, await readNotices(context, sql`n.id = ${id}`))
  if (notice === undefined) throw notFound('notice')
  return notice
}

/** The notices that asked for an invoice, the latest first. */
export async function noticesOf(context: Context, invoiceId: string): Promise<NoticeAnswer[]> {
  const rows = await readNotices(
    context,
    sql`EXISTS (SELECT FROM notice_items o WHERE o.tenant_id = n.tenant_id AND o.invoice_id = ${invoiceId} AND o.notice_id = n.id)
      ORDER BY n.day DESC, n.number DESC`,
  )
  return withItems(context, rows)
}

/** Notices of the principal's practices; `which` is a condition on `n` (notices) and `d` (debtors), and may order and limit. */
export async function readNotices(
  context: Context,
  which: RawBuilder<unknown>,
  lasts?: LastLevels,
): Promise<readonly NoticeRow[]> {
  const { trx, tenantId, principal } = context
  const practices = practiceFilter(principal)
  const { rows } = await sql<StoredRow>`
    SELECT n.id, ${LABEL} AS number, n.year, n.number AS sequence, n.level, n.day, n.pay_by AS "payBy", n.currency, n.open, n.fee,
      n.interest, n.open + n.fee + n.interest AS total, n.channel, n.state, n.debtor_id AS "debtorId", d.list_name AS "debtorName",
      n.practice_id AS "practiceId", n.run_id AS "runId", r.single, n.document_id AS "documentId",
      d.kind, d.dunning_policy_id AS "policyId"
    FROM notices n
    JOIN debtors d ON d.tenant_id = n.tenant_id AND d.id = n.debtor_id
    JOIN dunning_runs r ON r.tenant_id = n.tenant_id AND r.id = n.run_id
    WHERE n.tenant_id = ${tenantId} AND (${practices}::uuid[] IS NULL OR n.practice_id = ANY (${practices}::uuid[]))
      AND ${which}`.execute(trx)
  const { isLast } = lasts ?? (await loadLastLevels(context))
  return rows.map(({ kind, policyId, ...row }) => {
    return { ...row, last: isLast(row.level, policyId === null ? { kind } : { kind, policyId }) }
  })
}

export async function withItems(context: Context, rows: readonly NoticeRow[]): Promise<NoticeAnswer[]> {
  const { rows: items } = await sql<ItemRow>`
    SELECT notice_id AS "noticeId", invoice_id AS "invoiceId", level, open, interest FROM notice_items
    WHERE tenant_id = ${context.tenantId} AND notice_id = ANY (${rows.map(({ id }) => id)}::uuid[])`.execute(
    context.trx,
  )
  const invoices = await rowsOf(context, [...new Set(items.map(({ invoiceId }) => invoiceId))])
  const byId = new Map(invoices.map((invoice) => [invoice.id, invoice]))
  const byNotice = Map.groupBy(items, ({ noticeId }) => noticeId)
  return rows.map(({ year: _year, sequence: _sequence, ...row }) => ({
    ...row,
    items: (byNotice.get(row.id) ?? []).flatMap(({ invoiceId, level, open, interest }) => {
      const invoice = byId.get(invoiceId)
      return invoice === undefined ? [] : [{ level, open, interest, invoice }]
    }),
  }))
}
