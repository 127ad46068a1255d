// An upload under its Idempotency-Key. Its files are taken in one after the other, each in a transaction of its own, so the
// key cannot be kept with the effect as in http/context.ts: it is claimed before, and its answer kept at the end. What the
// files held is known only when they have come, also those of a repeat.

import { type Hash, createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Principal } from '../../auth/principal.ts'
import { addSeconds } from '../../clock.ts'
import { type Answer, type Context, type Ground, inContext, refused } from '../../http/index.ts'
import type { Upload } from './receive.ts'

export type Asked = {
  readonly principal: Principal
  /** Absent: every request is a first one. */
  readonly key: string | undefined
  readonly url: string
  readonly files: AsyncIterable<Upload>
}

/** In `status`, while the first request is at work. */
const AT_WORK = 102
/** After that the first request is taken for dead; the files themselves are recorded once, whoever brings them. */
const DEAD_AFTER_SECONDS = 600

/** Does the work for the first request with a key; a repeat gets its answer and changes nothing. */
export async function uploadOnce<Body>(
  ground: Ground,
  { principal, key, url, files }: Asked,
  work: (files: AsyncIterable<Upload>) => Promise<Answer<Body>>,
): Promise<Answer<Body>> {
  if (key === undefined) return work(files)
  const within = <Value>(task: (context: Context) => Promise<Value>) => inContext(ground, principal, task)
  const hash = createHash('sha256').update(`POST ${url}`)
  const kept = await within((context) => claimKey<Body>(context, key))
  if (kept) {
    await readAll(hashed(files, hash))
    if (!kept.sha256.equals(hash.digest())) throw refused('idempotency_key_reused')
    return kept
  }
  try {
    const answer = await work(hashed(files, hash))
    await within((context) => keepAnswer(context, key, hash.digest(), answer))
    return answer
  } catch (error) {
    // Nothing is kept of it: the next request with this key is a first one again.
    await within((context) => freeKey(context, key))
    throw error
  }
}

/** How many bytes there were. */
async function readAll(files: AsyncIterable<Upload>): Promise<number> {
  let size = 0
  for await (const { bytes } of files) size += bytes.length
  return size
}

async function* hashed(files: AsyncIterable<Upload>, hash: Hash): AsyncGenerator<Upload> {
  for await (const file of files) {
    hash.update(`\n${JSON.stringify(file.name)} ${createHash('sha256').update(file.bytes).digest('hex')}`)
    yield file
  }
}

type Kept<Body> = Answer<Body> & { readonly sha256: Buffer }

/** Undefined where the key is now ours. Throws Refused (409) while another request works under it. */
async function claimKey<Body>(context: Context, key: string): Promise<Kept<Body> | undefined> {
  const { trx, tenantId, recordedAt } = context
  const dead = addSeconds(recordedAt, -DEAD_AFTER_SECONDS)
  const { rows: claimed } = await sql`
    INSERT INTO idempotency_keys (tenant_id, actor, key, request_sha256, status, created_at)
    VALUES (${tenantId}, ${nameOf(context)}, ${key}, '', ${AT_WORK}, ${recordedAt})
    ON CONFLICT (tenant_id, actor, key) DO UPDATE SET created_at = excluded.created_at
      WHERE idempotency_keys.status = ${AT_WORK} AND idempotency_keys.created_at < ${dead}
    RETURNING key`.execute(trx)
  if (claimed.length > 0) return undefined
  const { rows } = await sql<Kept<Body>>`
    SELECT request_sha256 AS sha256, status, answer AS body FROM idempotency_keys
    WHERE tenant_id = ${tenantId} AND actor = ${nameOf(context)} AND key = ${key}`.execute(trx)
  const [kept] = rows
  if (!kept || kept.status === AT_WORK) throw refused('idempotency_key_in_use', {}, { status: 409 })
  return kept
}

async function keepAnswer(context: Context, key: string, sha256: Buffer, { status, body }: Answer): Promise<void> {
  await sql`
    UPDATE idempotency_keys SET request_sha256 = ${sha256}, status = ${status}, answer = ${JSON.stringify(body)}
    WHERE tenant_id = ${context.tenantId} AND actor = ${nameOf(context)} AND key = ${key}`.execute(context.trx)
}

async function freeKey(context: Context, key: string): Promise<void> {
  await sql`
    DELETE FROM idempotency_keys WHERE tenant_id = ${context.tenantId} AND actor = ${nameOf(context)} AND key = ${key}
      AND status = ${AT_WORK}`.execute(context.trx)
}

function nameOf({ actor }: Context): string {
  return `${actor.kind}:${actor.id}`
}
