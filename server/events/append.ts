// The history is append-only and hash-chained per stream: each hash covers the event's own bytes and the hash before it,
// and the stream's owner keeps the version, so that a changed, missing or cut-off event is found by `mahnwerk verify`.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Instant } from '@mahnwerk/core/calendar'
import { canonicalJson } from '@mahnwerk/core/canonical'
import type { Actor } from '../auth/principal.ts'
import { bytesArray, plainArray } from '../db/arrays.ts'
import type { Trx } from '../db/database.ts'
import type { NewId } from '../ids.ts'

export type StreamName = 'invoice' | 'case' | 'debtor' | 'tenant' | 'connection'

export type NewEvent = { readonly type: string; readonly data: Readonly<Record<string, unknown>> }

export type Recording = {
  readonly tenantId: string
  readonly actor: Actor
  readonly now: Instant
  readonly recordedAt: Instant
  readonly newId: NewId
}

export type EventRow = {
  readonly id: string
  readonly stream: StreamName
  readonly streamId: string
  readonly version: number
  readonly type: string
  readonly data: string
  readonly actor: string
  readonly occurredAt: string
  readonly recordedAt: string
  readonly hash: Uint8Array
}

const BEGINNING = new Uint8Array(32)

/** SHA-256 over the hash before and every stored byte of the event. */
export function hashEvent(previous: Uint8Array, tenantId: string, row: Omit<EventRow, 'hash'>): Uint8Array {
  const text = [
    tenantId,
    row.id,
    row.stream,
    row.streamId,
    row.version,
    row.type,
    row.data,
    row.actor,
    row.occurredAt,
    row.recordedAt,
  ].join('\n')
  return createHash('sha256').update(previous).update(text).digest()
}

/** Turns new events of one stream into rows; `after` is the stream's version before, `previous` the hash of that version. */
export function chain(
  recording: Recording,
  stream: StreamName,
  streamId: string,
  after: number,
  previous: Uint8Array | undefined,
  events: readonly NewEvent[],
): EventRow[] {
  let hash = previous ?? BEGINNING
  const actor = textOf(recording.actor)
  return events.map((event, index) => {
    const row = {
      id: recording.newId(),
      stream,
      streamId,
      version: after + index + 1,
      type: event.type,
      data: canonicalJson(event.data),
      actor,
      occurredAt: recording.now,
      recordedAt: recording.recordedAt,
    }
    hash = hashEvent(hash, recording.tenantId, row)
    return { ...row, hash }
  })
}

const actorTexts = new WeakMap<Actor, string>()

/** The same for a hundred thousand events of one run. */
function textOf(actor: Actor): string {
  const known = actorTexts.get(actor)
  if (known !== undefined) return known
  const text = canonicalJson(actor)
  actorTexts.set(actor, text)
  return text
}

/** Appends events to one stream inside the caller's transaction. Returns the rows; the caller saves the new version. */
export async function appendEvents(
  trx: Trx,
  recording: Recording,
  stream: StreamName,
  streamId: string,
  after: number,
  events: readonly NewEvent[],
): Promise<EventRow[]> {
  if (events.length === 0) return []
  const previous = after === 0 ? undefined : await hashAt(trx, recording.tenantId, stream, streamId, after)
  const rows = chain(recording, stream, streamId, after, previous, events)
  await insertEvents(trx, recording.tenantId, rows)
  return rows
}

async function hashAt(
  trx: Trx,
  tenantId: string,
  stream: string,
  streamId: string,
  version: number,
): Promise<Uint8Array> {
  const { rows } = await sql<{ hash: Buffer }>`
    SELECT hash FROM events
    WHERE tenant_id = ${tenantId} AND stream = ${stream} AND stream_id = ${streamId} AND version = ${version}`.execute(
    trx,
  )
  const row = rows[0]
  if (!row) throw new Error(`history of ${stream} ${streamId} lacks version ${version}`)
  return row.hash
}

/** Writes rows of any number of streams, those that differ in ids, versions and data alone in one statement. */
export async function insertEvents(trx: Trx, tenantId: string, rows: readonly EventRow[]): Promise<void> {
  for (const alike of Map.groupBy(rows, headOf).values()) {
    // One after the other on the transaction's one connection.
    // oxlint-disable-next-line no-await-in-loop
    await insertAlike(trx, tenantId, alike)
  }
}

function headOf({ stream, type, actor, occurredAt, recordedAt }: EventRow): string {
  return JSON.stringify([stream, type, actor, occurredAt, recordedAt])
}

async function insertAlike(trx: Trx, tenantId: string, rows: readonly EventRow[]): Promise<void> {
  const [head] = rows
  if (head === undefined) return
  await sql`
    INSERT INTO events (tenant_id, stream, type, actor, occurred_at, recorded_at, id, stream_id, version, data, hash)
    SELECT ${tenantId}, ${head.stream}::text, ${head.type}::text, ${head.actor}::text, ${head.occurredAt}::timestamptz,
      ${head.recordedAt}::timestamptz, *
    FROM unnest(
      ${plainArray(rows.map((row) => row.id))}::uuid[], ${plainArray(rows.map((row) => row.streamId))}::uuid[],
      ${plainArray(rows.map((row) => row.version))}::integer[], string_to_array(${linesOf(rows)}, E'\\n'),
      ${bytesArray(rows.map((row) => row.hash))}::bytea[])`.execute(trx)
}

// JSON text holds no line break of its own.
function linesOf(rows: readonly EventRow[]): string {
  return rows.map((row) => row.data).join('\n')
}
