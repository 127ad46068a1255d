// A stop on a debtor (Mahnsperre): with its reason, ended by its last day or by a person. At most one is open; setting another one
// closes it. Every stop stays on record, and in the debtor's history.

import { sql } from 'kysely'
import { z } from 'zod'
import type { LocalDate } from '@mahnwerk/core/calendar'
import { announce, appendEvents } from '../../events/index.ts'
import { type Context, refused } from '../../http/index.ts'
import { tellRest } from '../partners/index.ts'
import type { Debtor } from './debtor.ts'
import { loadDebtor, lockDebtor } from './load.ts'

export const HOLD_REASONS = ['dispute', 'promise', 'plan', 'hardship', 'insolvency', 'death', 'bank'] as const

export const newHoldSchema = z
  .object({
    reason: z.enum(HOLD_REASONS),
    note: z.string().trim().max(1_000).default(''),
    until: z.iso.date().nullable().default(null).describe('The last day of the hold; null: until it is lifted'),
  })
  .meta({ id: 'NewDebtorHold' })

export type NewHold = z.output<typeof newHoldSchema>

export const holdSchema = z
  .object({
    id: z.uuid(),
    reason: z.enum(HOLD_REASONS),
    note: z.string(),
    until: z.iso.date().nullable(),
    inForce: z.boolean().describe('Neither lifted nor at its end'),
    setBy: z.string(),
    setAt: z.string(),
    liftedBy: z.string().nullable(),
    liftedAt: z.string().nullable(),
  })
  .meta({ id: 'DebtorHold' })

export type Hold = z.output<typeof holdSchema>

/** All stops of a debtor, the latest first. Throws Refused (404) where the principal may not see the debtor. */
export async function listHolds(context: Context, debtorId: string): Promise<Hold[]> {
  await loadDebtor(context, debtorId)
  const { rows } = await sql<Hold>`
    SELECT id, reason, note, until, lifted_at IS NULL AND (until IS NULL OR until >= ${context.today}) AS "inForce",
      set_by AS "setBy", set_at AS "setAt", lifted_by AS "liftedBy", lifted_at AS "liftedAt"
    FROM debtor_holds WHERE tenant_id = ${context.tenantId} AND debtor_id = ${debtorId}
    ORDER BY set_at DESC, id DESC`.execute(context.trx)
  return rows
}

/** The stop that holds on the context's day. */
export async function holdInForce(
  { trx, tenantId, today }: Context,
  debtorId: string,
): Promise<{ readonly reason: string; readonly until: LocalDate | null } | undefined> {
  const { rows } = await sql<{ reason: string; until: LocalDate | null }>`
    SELECT reason, until FROM debtor_holds
    WHERE tenant_id = ${tenantId} AND debtor_id = ${debtorId} AND lifted_at IS NULL AND (until IS NULL OR until >= ${today})`.execute(
    trx,
  )
  return rows[0]
}

export async function setHold(context: Context, debtorId: string, hold: z.output<typeof newHoldSchema>): Promise<void> {
  const { trx, tenantId, now, newId, actor, today } = context
  if (hold.until !== null && hold.until < today) throw refused('hold_until_past', { until: hold.until })
  const debtor = await lockDebtor(context, debtorId)
  await close(context, debtorId)
  await sql`
    INSERT INTO debtor_holds (tenant_id, id, debtor_id, reason, note, until, set_by, set_at)
    VALUES (${tenantId}, ${newId()}, ${debtorId}, ${hold.reason}, ${hold.note}, ${hold.until}, ${actor.name}, ${now})`.execute(
    trx,
  )
  await record(context, debtor, 'debtor.hold_set', hold)
  await tellRest(context, { debtorId })
}

/** Nothing happens where none is open. */
export async function liftHold(context: Context, debtorId: string): Promise<void> {
  const debtor = await lockDebtor(context, debtorId)
  if ((await close(context, debtorId)) === 0) return
  await record(context, debtor, 'debtor.hold_lifted', {})
  await tellRest(context, { debtorId })
}

async function close({ trx, tenantId, now, actor }: Context, debtorId: string): Promise<number> {
  const { numAffectedRows } = await sql`
    UPDATE debtor_holds SET lifted_at = ${now}, lifted_by = ${actor.name}
    WHERE tenant_id = ${tenantId} AND debtor_id = ${debtorId} AND lifted_at IS NULL`.execute(trx)
  return Number(numAffectedRows)
}

async function record(context: Context, debtor: Debtor, type: string, data: Record<string, unknown>): Promise<void> {
  const { trx, tenantId } = context
  await appendEvents(trx, context, 'debtor', debtor.id, debtor.version, [{ type, data }])
  await sql`
    UPDATE debtors SET version = version + 1 WHERE tenant_id = ${tenantId} AND id = ${debtor.id}`.execute(trx)
  await announce(trx, { tenantId, topic: 'debtor', id: debtor.id, practiceId: debtor.practiceId })
}
