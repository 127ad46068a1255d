// What people set for single letters and what still holds: a change is spent as soon as its invoice no longer stands where it stood
// when the change was made.

import { sql } from 'kysely'
import type { LocalDate } from '@mahnwerk/core/calendar'
import type { Channel, LetterChange } from '@mahnwerk/core/dunning'
import type { Context } from '../../http/index.ts'

type Row = {
  readonly invoiceId: string
  readonly notBefore: LocalDate | null
  readonly stopped: boolean
  readonly level: number | null
  readonly channel: Channel | null
  readonly free: boolean
}

const COLUMNS = sql`c.invoice_id AS "invoiceId", c.not_before AS "notBefore", c.stopped, c.level, c.channel, c.free`
const UNSPENT = sql`JOIN invoices i ON i.tenant_id = c.tenant_id AND i.id = c.invoice_id AND i.dunning_level = c.dunning_level
  AND i.last_notice_on IS NOT DISTINCT FROM c.last_notice_on AND i.state = 'open'`

/** By invoice. People set them one by one, so all of a tenant are few. */
export async function changesInForce({ trx, tenantId }: Context): Promise<ReadonlyMap<string, LetterChange>> {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM dunning_changes c ${UNSPENT} WHERE c.tenant_id = ${tenantId}`.execute(trx)
  return new Map(rows.map((row) => [row.invoiceId, letterChangeOf(row)]))
}

export async function changeOf({ trx, tenantId }: Context, invoiceId: string): Promise<Omit<Row, 'invoiceId'> | null> {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS} FROM dunning_changes c ${UNSPENT}
    WHERE c.tenant_id = ${tenantId} AND c.invoice_id = ${invoiceId}`.execute(trx)
  const [row] = rows
  if (row === undefined) return null
  const { invoiceId: _invoiceId, ...change } = row
  return change
}

function letterChangeOf({ notBefore, stopped, level, channel, free }: Row): LetterChange {
  return {
    ...(notBefore === null ? {} : { notBefore }),
    ...(stopped ? { stopped } : {}),
    ...(level === null ? {} : { level }),
    ...(channel === null ? {} : { channel }),
    ...(free ? { free } : {}),
  }
}
