// What a route hands to its module: a transaction of the tenant, who acts, and the tenant's time. A command's answer is
// kept under its Idempotency-Key in the same transaction as its effect: a repeat gets the same answer and does nothing.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Instant, LocalDate } from '@mahnwerk/core/calendar'
import { canonicalJson } from '@mahnwerk/core/canonical'
import type { Principal } from '../auth/principal.ts'
import { type Clock, addSeconds, dayOf } from '../clock.ts'
import { type Database, type Trx, inTenant } from '../db/database.ts'
import type { Recording } from '../events/index.ts'
import type { NewId } from '../ids.ts'
import { refused } from './refused.ts'

/** What every module needs from outside, handed in by app.ts. */
export type Ground = {
  readonly db: Database
  readonly clock: Clock
  readonly newId: NewId
}

export type Context = Recording & {
  readonly trx: Trx
  readonly principal: Principal
  readonly today: LocalDate
}

export type Answer<Body = unknown> = { readonly status: number; readonly body: Body }

/** The tenant's time: the real clock plus what a demo has travelled. */
export async function tenantNow(trx: Trx, tenantId: string, clock: Clock): Promise<Instant> {
  const { rows } = await sql<{ offset: number }>`
    SELECT clock_offset_seconds AS offset FROM tenants WHERE tenant_id = ${tenantId}`.execute(trx)
  return addSeconds(clock.now(), rows[0]?.offset ?? 0)
}

/** Opens a context for work that no request began: jobs, partner news, demo data. */
export async function inContext<Value>(
  ground: Ground,
  principal: Principal,
  work: (context: Context) => Promise<Value>,
): Promise<Value> {
  return inTenant(ground.db, principal.tenantId, async (trx) => {
    const now = await tenantNow(trx, principal.tenantId, ground.clock)
    return work({
      trx,
      principal,
      tenantId: principal.tenantId,
      actor: principal.actor,
      now,
      today: dayOf(now),
      recordedAt: ground.clock.now(),
      newId: ground.newId,
    })
  })
}

/** Runs a read in the tenant of the request. */
export async function query<Value>(
  ground: Ground,
  request: FastifyRequest,
  work: (context: Context) => Promise<Value>,
): Promise<Value> {
  return inContext(ground, request.principal, work)
}

/** Runs a write in one transaction and sends its answer; throws Refused where the business says no. */
export async function command<Body>(
  ground: Ground,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (context: Context) => Promise<Answer<Body>>,
): Promise<Body> {
  const key = request.headers['idempotency-key']
  const answer = await inContext(ground, request.principal, (context) =>
    typeof key === 'string' ? once(context, key, request, work) : work(context),
  )
  void reply.code(answer.status)
  return answer.body
}

async function once<Body>(
  context: Context,
  key: string,
  request: FastifyRequest,
  work: (context: Context) => Promise<Answer<Body>>,
): Promise<Answer<Body>> {
  const { trx, tenantId } = context
  const actor = `${context.actor.kind}:${context.actor.id}`
  const sha256 = createHash('sha256')
    .update(`${request.method} ${request.url}\n${canonicalJson(request.body ?? null)}`)
    .digest()
  // A second request with this key waits here until the first has committed, then finds its answer.
  const { numAffectedRows } = await sql`
    INSERT INTO idempotency_keys (tenant_id, actor, key, request_sha256, created_at)
    VALUES (${tenantId}, ${actor}, ${key}, ${sha256}, ${context.recordedAt}) ON CONFLICT DO NOTHING`.execute(trx)
  if (numAffectedRows === 0n) return keptAnswer(context, actor, key, sha256)
  const answer = await work(context)
  await sql`
    UPDATE idempotency_keys SET status = ${answer.status}, answer = ${JSON.stringify(answer.body ?? null)}
    WHERE tenant_id = ${tenantId} AND actor = ${actor} AND key = ${key}`.execute(trx)
  return answer
}

// What is kept under an actor's key for equal content is the answer of this very command.
async function keptAnswer<Body>(context: Context, actor: string, key: string, sha256: Buffer): Promise<Answer<Body>> {
  const { rows } = await sql<{ sha256: Buffer; status: number; answer: Body }>`
    SELECT request_sha256 AS sha256, status, answer FROM idempotency_keys
    WHERE tenant_id = ${context.tenantId} AND actor = ${actor} AND key = ${key}`.execute(context.trx)
  const kept = rows[0]
  if (!kept || !kept.sha256.equals(sha256)) throw refused('idempotency_key_reused')
  return { status: kept.status, body: kept.answer }
}
