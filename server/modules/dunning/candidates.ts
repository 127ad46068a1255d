// Claims with everything that is decided on, in the order of their debtors' ids: those with something overdue that may be due
// for a step. Nothing is locked: who writes on them says which version of the claim was decided on.

import { type RawBuilder, sql } from 'kysely'
import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import type { Standing } from '@mahnwerk/core/claims'
import type { DebtorHold, DunningDebtor } from '@mahnwerk/core/dunning'
import type { DebtorKind } from '@mahnwerk/core/late-payment'
import { practiceFilter } from '../../auth/principal.ts'
import type { Context } from '../../http/index.ts'
import { INVOICE_COLUMNS, type Invoice, type InvoiceRow, invoiceOf } from '../invoices/index.ts'
import type { Policies } from './policy.ts'

export type CandidateDebtor = DunningDebtor & {
  readonly kind: DebtorKind
  readonly policyId?: string
}

export type Candidate = {
  readonly invoice: Invoice
  /** The hash of the last event of the claim's history. */
  readonly hash: Uint8Array
  /** As the claim's row keeps it. */
  readonly standing: Standing
  readonly debtor: CandidateDebtor
}

/** Debtors of one portion; some five claims each. */
const DEBTORS_AT_ONCE = 500
const PORTIONS_AT_ONCE = 16

type Row = InvoiceRow & {
  readonly standing: Standing
  readonly hash: Buffer
  readonly has_email: boolean
  readonly has_address: boolean
  readonly debtor_kind: DebtorKind
  readonly policy_id: string | null
  readonly hold_reason: string | null
  readonly hold_until: LocalDate | null
}

const COLUMNS = sql`${INVOICE_COLUMNS}, i.standing, e.hash, coalesce(d.email, '') <> '' AS has_email,
  d.street <> '' AND d.post_code <> '' AND d.city <> '' AS has_address, d.kind AS debtor_kind,
  d.dunning_policy_id AS policy_id, h.reason AS hold_reason, h.until AS hold_until`

const JOINS = sql`
  JOIN debtors d ON d.tenant_id = i.tenant_id AND d.id = i.debtor_id
  JOIN events e ON e.tenant_id = i.tenant_id AND e.stream = 'invoice' AND e.stream_id = i.id AND e.version = i.version
  LEFT JOIN debtor_holds h ON h.tenant_id = i.tenant_id AND h.debtor_id = i.debtor_id AND h.lifted_at IS NULL`

/** Debtors behind one and up to another, by id. */
export type Bounds = { readonly behind: string; readonly upTo: string }

const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * The next debtors who may be due for a letter, divided into portions of about equal work. Empty at the end. Coarse on purpose,
 * as everything here: whether a step is due is decided by core.
 */
export async function boundsAfter(context: Context, policies: Policies, after: string = NOBODY): Promise<Bounds[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM (SELECT debtor_id AS id, row_number() OVER (ORDER BY debtor_id) AS place, count(*) OVER () AS last
      FROM (${ripeDebtors(context, policies, after, DEBTORS_AT_ONCE * PORTIONS_AT_ONCE)}) AS next) AS placed
    WHERE place % ${DEBTORS_AT_ONCE} = 0 OR place = last ORDER BY id`.execute(context.trx)
  return rows.map(({ id }, index) => ({ behind: rows[index - 1]?.id ?? after, upTo: id }))
}

/**
 * Open, overdue claims of the debtors of a portion, those of one debtor together, oldest first. `lock`: they stay as they are until
 * the transaction ends.
 */
export async function candidatesWithin(
  context: Context,
  policies: Policies,
  { behind, upTo }: Bounds,
  excluded: readonly string[],
  lock: boolean,
): Promise<readonly Candidate[]> {
  const { trx, tenantId } = context
  const within = sql`
    i.tenant_id = ${tenantId} AND i.debtor_id > ${behind}::uuid AND i.debtor_id <= ${upTo}::uuid
      AND i.debtor_id <> ALL (${excluded}::uuid[]) AND ${ripe(context, policies)}`
  // By itself, since a join with the history would lose the claims that changed while their locks were waited for.
  if (lock) await sql`SELECT FROM invoices i WHERE ${within} ORDER BY i.id FOR UPDATE`.execute(trx)
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM invoices i ${JOINS} WHERE ${within} ORDER BY i.debtor_id, i.due_date, i.id`.execute(trx)
  return rows.map(candidateOf)
}

/** The same of so many debtors behind one: for a preview, which walks on by the last debtor. Empty at the end. */
export async function nextCandidates(
  context: Context,
  policies: Policies,
  { after = NOBODY, debtors = DEBTORS_AT_ONCE }: { readonly after?: string | undefined; readonly debtors?: number },
): Promise<readonly Candidate[]> {
  const { trx, tenantId } = context
  const { rows } = await sql<Row>`
    WITH next AS (${ripeDebtors(context, policies, after, debtors)})
    SELECT ${COLUMNS}
    FROM next
    JOIN invoices i ON i.tenant_id = ${tenantId} AND i.debtor_id = next.debtor_id ${JOINS}
    WHERE ${ripe(context, policies)}
    ORDER BY i.debtor_id, i.due_date, i.id`.execute(trx)
  return rows.map(candidateOf)
}

function ripeDebtors(context: Context, policies: Policies, after: string, limit: number): RawBuilder<unknown> {
  return sql`
    SELECT DISTINCT i.debtor_id FROM invoices i
    WHERE i.tenant_id = ${context.tenantId} AND i.debtor_id > ${after}::uuid AND ${ripe(context, policies)}
    ORDER BY i.debtor_id LIMIT ${limit}`
}

/** Claims of the principal's practices, whatever stands against a letter. */
export async function candidatesFor(
  { trx, tenantId, principal }: Context,
  invoiceIds: readonly string[],
): Promise<readonly Candidate[]> {
  const practices = practiceFilter(principal)
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM invoices i ${JOINS}
    WHERE i.tenant_id = ${tenantId} AND i.id = ANY (${invoiceIds}::uuid[])
      AND (${practices}::uuid[] IS NULL OR i.practice_id = ANY (${practices}::uuid[]))`.execute(trx)
  return rows.map(candidateOf)
}

/** One claim; undefined where the principal may not see it. */
export async function candidateFor(context: Context, invoiceId: string): Promise<Candidate | undefined> {
  const [candidate] = await candidatesFor(context, [invoiceId])
  return candidate
}

function candidateOf(row: Row): Candidate {
  return {
    invoice: invoiceOf(row),
    hash: row.hash,
    standing: row.standing,
    debtor: {
      id: row.debtor_id,
      kind: row.debtor_kind,
      hasEmail: row.has_email,
      hasAddress: row.has_address,
      ...(row.policy_id === null ? {} : { policyId: row.policy_id }),
      ...holdOf(row),
    },
  }
}

function holdOf({ hold_reason: reason, hold_until: until }: Row): { readonly hold?: DebtorHold } {
  if (reason === null) return {}
  return { hold: until === null ? { reason } : { reason, until } }
}

// What one of the policies may remind of; those of the single debtor say the rest.
function ripe({ today, principal }: Context, { all }: Policies): RawBuilder<boolean> {
  const days = all.flatMap((policy) => policy.steps.map((step) => Math.max(step.afterDays, 1)))
  const firstDays = all.map((policy) => policy.steps[0]?.afterDays ?? 1)
  const practices = practiceFilter(principal)
  return sql<boolean>`i.state = 'open' AND i.open > 0
    AND i.currency = ANY (${[...new Set(all.map((policy) => policy.currency))]}::text[])
    AND i.due_date <= ${before(today, Math.min(...firstDays))}::date
    AND (i.last_notice_on IS NULL OR i.last_notice_on <= ${before(today, Math.min(...days))}::date)
    AND (${practices}::uuid[] IS NULL OR i.practice_id = ANY (${practices}::uuid[]))`
}

function before(today: LocalDate, days: number): LocalDate {
  return addDays(today, -Math.max(days, 1))
}
