// The case of an invoice while a direct payment comes or goes: locked, and its payment axis kept true.

import { sql } from 'kysely'
import { paymentAxis } from '@mahnwerk/core/cases'
import type { Amounts } from '@mahnwerk/core/ledger'
import { type Minor, minor } from '@mahnwerk/core/money'
import { announce } from '../../events/index.ts'
import type { Context } from '../../http/index.ts'
import type { Invoice } from '../invoices/index.ts'

export type CaseOfInvoice = {
  readonly id: string
  readonly active: boolean
  readonly processing: string
  readonly closedReason: string | null
  readonly connectionId: string
  readonly practiceId: string
  readonly paid: Minor
}

/** Locks a case after its invoice. */
export async function lockCaseOf(
  context: Context,
  caseId: string | null | undefined,
): Promise<CaseOfInvoice | undefined> {
  if (!caseId) return undefined
  const { rows } = await sql<Omit<CaseOfInvoice, 'paid'> & { paid: number }>`
    SELECT id, connection_id AS "connectionId", practice_id AS "practiceId", paid, active,
      processing_kind AS processing, closed_reason AS "closedReason" FROM cases
    WHERE tenant_id = ${context.tenantId} AND id = ${caseId} FOR UPDATE`.execute(context.trx)
  const row = rows[0]
  return row && { ...row, paid: minor(row.paid) }
}

export async function lockActiveCase(
  context: Context,
  caseId: string | null | undefined,
): Promise<CaseOfInvoice | undefined> {
  const found = await lockCaseOf(context, caseId)
  return found?.active === true ? found : undefined
}

/**
 * The case whose partner must hear of a payment: one that is active, or one that was closed as paid although the invoice is
 * open again: money that the partner knows of went back, and it will go on. Money from before the handover it never knew of.
 */
export async function lockCaseToTell(context: Context, invoice: Invoice): Promise<CaseOfInvoice | undefined> {
  const found = await lockCaseOf(context, invoice.caseId)
  if (found === undefined || found.active) return found
  const goesOn = found.closedReason === 'paid' && invoice.state === 'open' && (await moneyWentBack(context, found.id))
  return goesOn ? found : undefined
}

async function moneyWentBack({ trx, tenantId }: Context, caseId: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT FROM payments WHERE tenant_id = ${tenantId} AND case_id = ${caseId} AND reversed_at IS NOT NULL LIMIT 1`.execute(
    trx,
  )
  return rows.length > 0
}

/** `by`: positive when a payment came, negative when one was taken back. */
export async function notePaid(
  context: Context,
  active: CaseOfInvoice,
  by: number,
  openAfter: Amounts,
  overpaid: Minor,
): Promise<void> {
  const paid = minor(active.paid + by)
  await sql`
    UPDATE cases SET paid = ${paid}, payment = ${paymentAxis(paid, openAfter, overpaid)}
    WHERE tenant_id = ${context.tenantId} AND id = ${active.id}`.execute(context.trx)
  await announce(context.trx, {
    tenantId: context.tenantId,
    topic: 'case',
    id: active.id,
    practiceId: active.practiceId,
  })
}
