// What a creditor sets about dunning beside its policies: whether runs start by themselves, from when a claim is suggested for
// collection, and whether such a claim leaves by itself. Without a row nothing happens by itself.

import { sql } from 'kysely'
import { z } from 'zod'
import { LEVEL_MAX } from '@mahnwerk/core/dunning'
import { recordForTenant } from '../../events/index.ts'
import { type Context, refused } from '../../http/index.ts'

const fields = {
  automatic: z.boolean().describe('Runs start by themselves on working days'),
  thresholdDays: z.int().min(1).max(3_650).describe('Days overdue from which a claim is suggested for collection'),
  thresholdLevel: z.int().min(0).max(LEVEL_MAX).nullable().describe('Level reached; null: the last one of the policy'),
  thresholdOpen: z.int().min(0).max(1e15).describe('Open sum from which, in minor units'),
  automaticHandover: z.boolean().describe('What reaches the threshold is handed over on the next working day'),
}

export const settingsSchema = z
  .object({
    ...fields,
    declaredBy: z.string().nullable().describe('Who answered, for all that leaves by itself, what only a person knows'),
    declaredAt: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'DunningSettings' })
export const settingsChangeSchema = z
  .object({
    ...fields,
    declared: z
      .literal(true)
      .describe(
        'Said by who switches automaticHandover on: what leaves is, as far as known, undisputed, and was rendered',
      ),
    version: z.int(),
  })
  .partial()
  .meta({ id: 'DunningSettingsChange' })

export type DunningSettings = z.output<typeof settingsSchema>
type Change = Omit<z.output<typeof settingsChangeSchema>, 'version'>
type Field = keyof typeof fields

export async function loadSettings({ trx, tenantId }: Context): Promise<DunningSettings> {
  const { rows } = await sql<DunningSettings>`
    SELECT coalesce(s.automatic, false) AS automatic, coalesce(s.threshold_days, 30) AS "thresholdDays",
      s.threshold_level AS "thresholdLevel", coalesce(s.threshold_open, 0) AS "thresholdOpen",
      coalesce(s.automatic_handover, false) AS "automaticHandover", s.declared_by AS "declaredBy",
      s.declared_at AS "declaredAt", coalesce(s.version, 1) AS version
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
  const named = Object.keys(fields) as Field[] // the keys of a literal record of all fields
  const changes = named
    .filter((field) => change[field] !== undefined && change[field] !== before[field])
    .map((field) => ({ field, from: before[field], to: change[field] }))
  if (changes.length === 0) return before
  const wanted = { ...before, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) }
  const begins = wanted.automaticHandover && !before.automaticHandover
  // Facts that only a person knows are never preset: whoever lets claims leave unseen answers for them beforehand.
  if (begins && change.declared !== true) throw refused('handover_undeclared')
  await save(context, wanted, begins)
  const data = { changes, ...(begins ? { declared: true } : {}) }
  await recordForTenant(context, { type: 'dunning_settings_changed', data })
  return loadSettings(context)
}

async function save({ trx, tenantId, actor, now }: Context, wanted: DunningSettings, begins: boolean): Promise<void> {
  const { automatic, thresholdDays, thresholdLevel, thresholdOpen, automaticHandover, version } = wanted
  const [by, at] = begins ? [actor.name, now] : [wanted.declaredBy, wanted.declaredAt]
  await sql`
    INSERT INTO dunning_settings AS s (tenant_id, automatic, threshold_days, threshold_level, threshold_open,
      automatic_handover, declared_by, declared_at, version)
    VALUES (${tenantId}, ${automatic}, ${thresholdDays}, ${thresholdLevel}, ${thresholdOpen}, ${automaticHandover}, ${by}, ${at},
      ${version + 1})
    ON CONFLICT (tenant_id) DO UPDATE SET automatic = excluded.automatic, threshold_days = excluded.threshold_days,
      threshold_level = excluded.threshold_level, threshold_open = excluded.threshold_open,
      automatic_handover = excluded.automatic_handover, declared_by = excluded.declared_by,
      declared_at = excluded.declared_at, handed_over_on = CASE WHEN ${begins} THEN NULL ELSE s.handed_over_on END,
      version = excluded.version`.execute(trx)
}
