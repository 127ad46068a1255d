// What a creditor sets about dunning beside its policies: whether runs start by themselves, and from when a claim is suggested for
// collection. Without a row nothing happens by itself.

import { sql } from 'kysely'
import { z } from 'zod'
import { recordForTenant } from '../../events/index.ts'
import { type Context, refused } from '../../http/index.ts'

const fields = {
  automatic: z.boolean().describe('Runs start by themselves on working days'),
  thresholdDays: z.int().min(1).max(3_650).describe('Days overdue from which a claim is suggested for collection'),
  thresholdLevel: z.int().min(0).max(9).nullable().describe('Level reached; null: the last one of the policy'),
  thresholdOpen: z.int().min(0).max(1e15).describe('Open sum from which, in minor units'),
}

export const settingsSchema = z.object({ ...fields, version: z.int() }).meta({ id: 'DunningSettings' })
export const settingsChangeSchema = z
  .object({ ...fields, version: z.int() })
  .partial()
  .meta({ id: 'DunningSettingsChange' })

export type DunningSettings = z.output<typeof settingsSchema>
type Change = Omit<z.output<typeof settingsChangeSchema>, 'version'>

export async function loadSettings({ trx, tenantId }: Context): Promise<DunningSettings> {
  const { rows } = await sql<DunningSettings>`
    SELECT coalesce(s.automatic, false) AS automatic, coalesce(s.threshold_days, 30) AS "thresholdDays",
      s.threshold_level AS "thresholdLevel", coalesce(s.threshold_open, 0) AS "thresholdOpen", coalesce(s.version, 1) AS version
    FROM tenants t LEFT JOIN dunning_settings s ON s.tenant_id = t.tenant_id WHERE t.tenant_id = ${tenantId}`.execute(
    trx,
  )
  if (!rows[0]) throw new Error(`tenant ${tenantId} is missing`)
  return rows[0]
}

/** Refuses where somebody changed them since `version` was read. */
export async function changeSettings(
  context: Context,
  version: number | undefined,
  change: Change,
): Promise<DunningSettings> {
  if (version === undefined) throw refused('version_missing', {}, { status: 428 })
  await sql`SELECT 1 FROM tenants WHERE tenant_id = ${context.tenantId} FOR NO KEY UPDATE`.execute(context.trx)
  const before = await loadSettings(context)
  if (before.version !== version) throw refused('version_conflict', {}, { status: 409 })
  const named = Object.keys(change) as (keyof Change)[] // its own keys
  const changes = named
    .filter((field) => change[field] !== undefined && change[field] !== before[field])
    .map((field) => ({ field, from: before[field], to: change[field] }))
  if (changes.length === 0) return before
  const wanted = { ...before, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) }
  await sql`
    INSERT INTO dunning_settings (tenant_id, automatic, threshold_days, threshold_level, threshold_open, version)
    VALUES (${context.tenantId}, ${wanted.automatic}, ${wanted.thresholdDays}, ${wanted.thresholdLevel},
      ${wanted.thresholdOpen}, ${wanted.version + 1})
    ON CONFLICT (tenant_id) DO UPDATE SET automatic = excluded.automatic, threshold_days = excluded.threshold_days,
      threshold_level = excluded.threshold_level, threshold_open = excluded.threshold_open,
      version = excluded.version`.execute(context.trx)
  await recordForTenant(context, { type: 'dunning_settings_changed', data: { changes } })
  return loadSettings(context)
}
