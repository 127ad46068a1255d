// How many mails may leave now, where the creditor has said how many a minute its server takes. They grow back evenly, a second's
// worth at most: a provider that counts by the minute never sees more than was said. Counted in the database, so that any number
// of processes keep to it together.

import { sql } from 'kysely'
import { secondsBetween } from '../../clock.ts'
import { instant } from '@mahnwerk/core/calendar'
import type { Context } from '../../http/index.ts'

type Row = { readonly allowance: number; readonly at: string | null }

/**
 * Takes as many of `most` as may leave; `take` says how many it used. Locks the settings, so that two who ask at once do not both
 * get the same.
 */
export async function withinRate<Taken extends { readonly length: number }>(
  { trx, tenantId, recordedAt }: Context,
  perMinute: number,
  most: number,
  take: (most: number) => Promise<Taken>,
): Promise<Taken> {
  const { rows } = await sql<Row>`
    SELECT allowance, allowance_at AS at FROM mail_settings WHERE tenant_id = ${tenantId} FOR NO KEY UPDATE`.execute(
    trx,
  )
  const { allowance, at } = rows[0] ?? { allowance: 0, at: null }
  const perSecond = perMinute / 60
  const room = Math.max(1, perSecond)
  const since = at === null ? Infinity : secondsBetween(instant(at), recordedAt)
  const grown = Math.min(room, allowance + Math.max(0, since) * perSecond)
  const taken = await take(Math.min(most, Math.floor(grown)))
  await sql`
    UPDATE mail_settings SET allowance = ${grown - taken.length}, allowance_at = ${recordedAt}
    WHERE tenant_id = ${tenantId}`.execute(trx)
  return taken
}
