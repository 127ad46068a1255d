// A policy is made or changed: checked in itself, then against the law, then kept with its history. A standard takes the place of
// the one before it for the same debtors.

import { sql } from 'kysely'
import { lastLevelOf } from '@mahnwerk/core/claims'
import { type DunningPolicy, faultsOf } from '@mahnwerk/core/dunning'
import { announce, appendEvents, recordForTenant } from '../../events/index.ts'
import { type Context, notFound, refused } from '../../http/index.ts'
import { settleStandings } from '../invoices/index.ts'
import { lockDebtor } from '../debtors/index.ts'
import { checkPolicy, type PolicyWarning } from './lawful.ts'
import { type Audience, type StoredPolicy, listPolicies } from './policy.ts'

export type WantedPolicy = DunningPolicy & { readonly audience: Audience; readonly standard: boolean }

export type SavedPolicy = { readonly policy: StoredPolicy; readonly warnings: readonly PolicyWarning[] }

export async function addPolicy(context: Context, wanted: WantedPolicy): Promise<SavedPolicy> {
  const { trx, tenantId, now } = context
  const { stored, warnings } = await admit(context, undefined, wanted)
  const id = context.newId()
  // The first one holds: there is no other.
  const standard = wanted.standard || stored.length === 0
  if (standard) await stepBack(context, wanted.audience, id)
  await sql`
    INSERT INTO dunning_policies (tenant_id, id, name, currency, steps, grouping_by, least_open, audience, standard, created_at)
    VALUES (${tenantId}, ${id}, ${wanted.name}, ${wanted.currency}, ${JSON.stringify(wanted.steps)}, ${wanted.grouping},
      ${wanted.leastOpen}, ${wanted.audience}, ${standard}, ${now})`.execute(trx)
  return saved(context, id, undefined, warnings)
}

/** Refuses where somebody changed it since `version` was read. */
export async function changePolicy(
  context: Context,
  id: string,
  version: number | undefined,
  wanted: WantedPolicy,
): Promise<SavedPolicy> {
  if (version === undefined) throw refused('version_missing', {}, { status: 428 })
  const { stored, warnings } = await admit(context, id, wanted)
  const before = stored.find((policy) => policy.id === id)
  if (before === undefined) throw notFound('policy')
  if (before.version !== version) throw refused('version_conflict', {}, { status: 409 })
  if (before.standard && (!wanted.standard || wanted.audience !== before.audience))
    throw refused('policy_standard_needed', { name: before.name })
  if (wanted.standard) await stepBack(context, wanted.audience, id)
  await sql`
    UPDATE dunning_policies SET name = ${wanted.name}, currency = ${wanted.currency}, steps = ${JSON.stringify(wanted.steps)},
      grouping_by = ${wanted.grouping}, least_open = ${wanted.leastOpen}, audience = ${wanted.audience},
      standard = ${wanted.standard}, version = version + 1
    WHERE tenant_id = ${context.tenantId} AND id = ${id}`.execute(context.trx)
  return saved(context, id, before, warnings)
}

async function admit(context: Context, id: string | undefined, wanted: WantedPolicy) {
  const [fault] = faultsOf(wanted)
  if (fault) throw refused(fault.fault, fault.step === undefined ? {} : { step: fault.step + 1 })
  const warnings = await checkPolicy(context, wanted)
  // One at a time: names and standards are compared with all others.
  await sql`SELECT 1 FROM tenants WHERE tenant_id = ${context.tenantId} FOR NO KEY UPDATE`.execute(context.trx)
  const stored = await listPolicies(context)
  if (stored.some((policy) => policy.id !== id && policy.name === wanted.name))
    throw refused('policy_name_taken', { name: wanted.name })
  return { stored, warnings }
}

async function stepBack({ trx, tenantId }: Context, audience: Audience, id: string): Promise<void> {
  await sql`
    UPDATE dunning_policies SET standard = false, version = version + 1
    WHERE tenant_id = ${tenantId} AND standard AND audience = ${audience} AND id <> ${id}`.execute(trx)
}

async function saved(
  context: Context,
  id: string,
  before: StoredPolicy | undefined,
  warnings: readonly PolicyWarning[],
): Promise<SavedPolicy> {
  const policy = (await listPolicies(context)).find((each) => each.id === id)
  if (policy === undefined) throw new Error('a policy that was saved is there')
  const data = { policyId: id, name: policy.name, from: before ?? null, to: policy }
  await recordForTenant(context, { type: 'dunning_policy_saved', data })
  if (ladderMoved(before, policy)) await settleStandings(context)
  return { policy, warnings }
}

// Which level is the last one, or for whom: then states of claims rest on another policy than they were kept by.
function ladderMoved(before: StoredPolicy | undefined, now: StoredPolicy): boolean {
  const said = (policy: StoredPolicy) => [lastLevelOf(policy.steps), policy.standard, policy.audience].join()
  return before === undefined ? now.standard : said(before) !== said(now)
}

/** A policy goes that holds for nobody. Throws Refused where it is a standard, or the own policy of debtors. */
export async function deletePolicy(context: Context, id: string): Promise<void> {
  const { trx, tenantId } = context
  await sql`SELECT 1 FROM tenants WHERE tenant_id = ${tenantId} FOR NO KEY UPDATE`.execute(trx)
  const policy = (await listPolicies(context, true)).find((each) => each.id === id)
  if (policy === undefined) throw notFound('policy')
  const { name } = policy
  if (policy.standard) throw refused('policy_is_standard', { name }, { status: 409 })
  const debtors = (await debtorsOfPolicies(context)).get(id) ?? 0
  if (debtors > 0) throw refused('policy_in_use', { name, debtors }, { status: 409 })
  await sql`DELETE FROM dunning_policies WHERE tenant_id = ${tenantId} AND id = ${id}`.execute(trx)
  await recordForTenant(context, { type: 'dunning_policy_deleted', data: { policyId: id, name, from: policy } })
}

/** How many debtors have a policy as their own, by policy. */
export async function debtorsOfPolicies({ trx, tenantId }: Context): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; debtors: number }>`
    SELECT dunning_policy_id AS id, count(*)::integer AS debtors FROM debtors
    WHERE tenant_id = ${tenantId} AND dunning_policy_id IS NOT NULL GROUP BY dunning_policy_id`.execute(trx)
  return new Map(rows.map(({ id, debtors }) => [id, debtors]))
}

/** The highest level that a debtor may get; null: whatever its policy says. */
export async function setLevelMax(context: Context, debtorId: string, level: number | null): Promise<void> {
  const { trx, tenantId } = context
  const debtor = await lockDebtor(context, debtorId)
  const data = { level }
  await appendEvents(trx, context, 'debtor', debtorId, debtor.version, [{ type: 'debtor.level_max_set', data }])
  await sql`
    UPDATE debtors SET dunning_level_max = ${level}, version = version + 1
    WHERE tenant_id = ${tenantId} AND id = ${debtorId}`.execute(trx)
  await announce(trx, { tenantId, topic: 'debtor', id: debtorId, practiceId: debtor.practiceId })
}

/** Gives a debtor a policy of its own; null: whatever is standard. */
export async function assignPolicy(context: Context, debtorId: string, policyId: string | null): Promise<void> {
  const { trx, tenantId } = context
  const debtor = await lockDebtor(context, debtorId)
  const policy = (await listPolicies(context)).find(({ id }) => id === policyId)
  if (policyId !== null && policy === undefined) throw notFound('policy')
  if (policy !== undefined && policy.audience !== 'all' && policy.audience !== debtor.name.kind)
    throw refused('policy_for_others', { name: policy.name })
  const data = { policyId, name: policy?.name ?? '' }
  await appendEvents(trx, context, 'debtor', debtorId, debtor.version, [{ type: 'debtor.policy_set', data }])
  await sql`
    UPDATE debtors SET dunning_policy_id = ${policyId}, version = version + 1
    WHERE tenant_id = ${tenantId} AND id = ${debtorId}`.execute(trx)
  await settleStandings(context, sql`i.debtor_id = ${debtorId}`)
  await announce(trx, { tenantId, topic: 'debtor', id: debtorId, practiceId: debtor.practiceId })
}
