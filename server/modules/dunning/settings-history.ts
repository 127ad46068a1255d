// Who changed what about dunning and handover by itself, from which value to which: the tenant's history, read for people.

import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../auth/principal.ts'
import type { Context } from '../../http/index.ts'

const value = z.union([z.number(), z.boolean(), z.null()])

export const settingsHistorySchema = z
  .object({
    entries: z.array(
      z.object({
        id: z.uuid(),
        at: z.string(),
        by: z.string(),
        changes: z.array(z.object({ field: z.string(), from: value, to: value })),
      }),
    ),
  })
  .meta({ id: 'DunningSettingsHistory', description: 'The latest first.' })

type Entries = z.output<typeof settingsHistorySchema>['entries']

export async function settingsHistory({ trx, tenantId }: Context, limit = 50): Promise<Entries> {
  const { rows } = await sql<{ id: string; at: string; data: string; actor: string }>`
    SELECT id, occurred_at AS at, data, actor FROM events
    WHERE tenant_id = ${tenantId} AND stream = 'tenant' AND stream_id = ${tenantId} AND type = 'dunning_settings_changed'
    ORDER BY version DESC LIMIT ${limit}`.execute(trx)
  return rows.map(({ id, at, data, actor }) => ({
    id,
    at,
    by: (JSON.parse(actor) as Actor).name, // appendEvents writes the actor of a principal
    changes: (JSON.parse(data) as { readonly changes: Entries[number]['changes'] }).changes, // written by changeSettings
  }))
}
