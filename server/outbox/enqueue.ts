// Writes a message in the transaction of its cause. It leaves when that transaction has committed, or never existed.

import { sql } from 'kysely'
import { announce } from '../events/index.ts'
import type { Context } from '../http/index.ts'
import type { OutboxBody } from './message.ts'

export async function enqueue(context: Context, connectionId: string, lane: string, body: OutboxBody): Promise<string> {
  const id = context.newId()
  await sql`
    INSERT INTO outbox (tenant_id, id, connection_id, lane, kind, payload, next_attempt_at, created_at)
    VALUES (${context.tenantId}, ${id}, ${connectionId}, ${lane}, ${body.kind}, ${JSON.stringify(body.payload)},
      ${context.recordedAt}, ${context.recordedAt})`.execute(context.trx)
  await announce(context.trx, { tenantId: context.tenantId, topic: 'outbox', id: lane })
  return id
}
