// Records what came of a try, in one transaction with what follows from it inside (a payment is reported, a task is raised).

import { sql } from 'kysely'
import { addSeconds } from '../clock.ts'
import { type Context, type Ground, inContext } from '../http/index.ts'
import { announce } from '../events/index.ts'
import { systemPrincipal } from '../auth/system.ts'
import type { Delivery, OutboxMessage } from './message.ts'
import { isLate, retryAfter } from './retry.ts'

/** What follows inside from an outcome. */
export type AfterDelivery = {
  readonly delivered: (context: Context, message: OutboxMessage) => Promise<void>
  readonly dead: (context: Context, message: OutboxMessage, reason: string) => Promise<void>
  /** It is still tried, and has been for longer than a person should not know. */
  readonly late: (context: Context, message: OutboxMessage, reason: string) => Promise<void>
}

export async function settle(
  ground: Ground,
  message: OutboxMessage,
  delivery: Delivery,
  after: AfterDelivery,
): Promise<void> {
  await inContext(ground, systemPrincipal(message.tenantId), async (context) => {
    if (delivery.outcome === 'accepted') {
      if (await finish(context, message, 'delivered', null)) await after.delivered(context, message)
    } else if (delivery.outcome === 'rejected') {
      await giveUp(context, message, delivery.reason, after)
    } else {
      await postpone(context, message, delivery, after)
    }
    await noteContact(context, message, delivery)
  })
}

// False where another worker settled it first: its lease had run out while this one was still waiting for the answer.
async function finish(
  context: Context,
  message: OutboxMessage,
  state: 'delivered' | 'dead',
  reason: string | null,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE outbox SET state = ${state}, last_error = ${reason},
      delivered_at = ${state === 'delivered' ? context.recordedAt : null}
    WHERE tenant_id = ${context.tenantId} AND id = ${message.id} AND state = 'pending'`.execute(context.trx)
  await announce(context.trx, { tenantId: context.tenantId, topic: 'outbox', id: message.lane })
  return numAffectedRows === 1n
}

async function giveUp(context: Context, message: OutboxMessage, reason: string, after: AfterDelivery): Promise<void> {
  if (await finish(context, message, 'dead', reason)) await after.dead(context, message, reason)
}

async function postpone(
  context: Context,
  message: OutboxMessage,
  delivery: { readonly reason: string; readonly retryAfterSeconds?: number },
  after: AfterDelivery,
): Promise<void> {
  const seconds = retryAfter(message.attempts, Math.random())
  const { numAffectedRows } = await sql`
    UPDATE outbox SET last_error = ${delivery.reason},
      next_attempt_at = ${addSeconds(context.recordedAt, Math.max(seconds, delivery.retryAfterSeconds ?? 0))}
    WHERE tenant_id = ${context.tenantId} AND id = ${message.id} AND state = 'pending'`.execute(context.trx)
  if (numAffectedRows === 1n && isLate(message.attempts)) await after.late(context, message, delivery.reason)
}

async function noteContact(context: Context, message: OutboxMessage, delivery: Delivery): Promise<void> {
  const failed = delivery.outcome === 'unavailable' || delivery.outcome === 'unknown'
  if (failed) {
    await sql`
      UPDATE connections SET last_failure_at = ${context.now}, last_failure = ${delivery.reason}
      WHERE tenant_id = ${context.tenantId} AND id = ${message.connectionId}`.execute(context.trx)
  } else {
    // One row per connection: written only when it says something new, so that deliveries do not queue behind it.
    await sql`
      UPDATE connections SET last_contact_at = ${context.now}, last_failure_at = NULL, last_failure = NULL
      WHERE tenant_id = ${context.tenantId} AND id = ${message.connectionId}
        AND (last_failure_at IS NOT NULL OR last_contact_at IS NULL OR last_contact_at < ${addSeconds(context.now, -60)})`.execute(
      context.trx,
    )
  }
}
