// Zeitreise: the clock of a demo tenant moves forward, and everything due until then happens in order: what waits to be
// sent, the world's own events, and what comes back.

import { sql } from 'kysely'
import { type Instant, type LocalDate, addDays, instant } from '@mahnwerk/core/calendar'
import { systemPrincipal } from '../../auth/system.ts'
import { addSeconds, dayOf, secondsBetween } from '../../clock.ts'
import { announce } from '../../events/index.ts'
import { type Ground, inContext, refused } from '../../http/index.ts'
import { reconcileAndTell } from '../cases/index.ts'
import type { MailRoad } from '../mail/index.ts'
import { type Roads, listConnections } from '../partners/index.ts'
import type { World } from './world.ts'

export type Travel = { readonly days: number } | { readonly toNextEvent: true }

export type Journey = {
  readonly ground: Ground
  readonly roads: Roads
  readonly world: World
  /** Sends everything that waits for a partner, whatever its next try was. */
  readonly flush: (tenantId: string) => Promise<void>
  /** What a mail says that comes in. */
  readonly readMail: MailRoad['readMail']
  /** What begins by itself each morning; absent where the creditor has switched nothing on. */
  readonly mornings: (tenantId: string) => Promise<((tenantId: string) => Promise<void>) | undefined>
}

export type Arrival = {
  readonly from: Instant
  readonly to: Instant
  /** The tenant's day on arrival. */
  readonly today: LocalDate
  readonly steps: number
}

const SECONDS_A_DAY = 86_400

/** Moves the clock. A journey to the next event without one stays where it is. Throws Refused outside of a demo. */
export async function travel(journey: Journey, tenantId: string, how: Travel): Promise<Arrival> {
  const start = await nowOf(journey, tenantId)
  const connections = await connectionsOf(journey, tenantId)
  await journey.flush(tenantId)
  const goal = 'days' in how ? sameTimeAfter(start, how.days) : await nextOf(journey, connections)
  let steps = 0
  if (goal === undefined) return arrived(start, start, steps)
  const begin = await journey.mornings(tenantId)
  let morning = begin && morningAfter(start)
  for (;;) {
    const event = await nextOf(journey, connections)
    const next = [event, morning].filter((at) => at !== undefined).toSorted()[0]
    if (next === undefined || next > goal) break
    await arriveAt(journey, tenantId, connections, next)
    if (next === event) steps += 1
    if (begin && next === morning) {
      await begin(tenantId)
      await journey.flush(tenantId)
      morning = morningAfter(next)
    }
  }
  await arriveAt(journey, tenantId, connections, goal)
  for (const connection of connections) await reconcileAndTell(journey.roads, tenantId, connection)
  return arrived(start, await nowOf(journey, tenantId), steps)
}

function arrived(from: Instant, to: Instant, steps: number): Arrival {
  return { from, to, today: dayOf(to), steps }
}

async function arriveAt(
  journey: Journey,
  tenantId: string,
  connections: readonly string[],
  at: Instant,
): Promise<void> {
  await moveClock(journey.ground, tenantId, at)
  for (const connection of connections) await journey.world.advanceTo(connection, at).catch(worldAway)
  await journey.flush(tenantId)
}

function worldAway(): never {
  throw refused('world_unreachable', {}, { status: 503 })
}

async function nextOf(journey: Journey, connections: readonly string[]): Promise<Instant | undefined> {
  const times: Instant[] = []
  for (const connection of connections) {
    const at = await journey.world.nextEventAt(connection).catch(worldAway)
    if (at !== undefined) times.push(at)
  }
  return times.toSorted()[0]
}

/** Six in the morning of the next day, as the clock of the server has it. */
function morningAfter(at: Instant): Instant {
  return instant(`${addDays(dayOf(at), 1)}T06:00:00.000Z`)
}

function sameTimeAfter(at: Instant, days: number): Instant {
  return addSeconds(at, days * SECONDS_A_DAY)
}

async function nowOf(journey: Journey, tenantId: string): Promise<Instant> {
  return inContext(journey.ground, systemPrincipal(tenantId), async ({ trx, now }) => {
    const { rows } = await sql<{ demo: boolean }>`SELECT demo FROM tenants WHERE tenant_id = ${tenantId}`.execute(trx)
    if (!rows[0]?.demo) throw refused('not_a_demo')
    return now
  })
}

async function connectionsOf(journey: Journey, tenantId: string): Promise<string[]> {
  const all = await inContext(journey.ground, systemPrincipal(tenantId), listConnections)
  return all.filter((connection) => connection.state === 'active').map((connection) => connection.id)
}

/** Only forward: history is never written into the past. */
async function moveClock(ground: Ground, tenantId: string, to: Instant): Promise<void> {
  await inContext(ground, systemPrincipal(tenantId), async ({ trx }) => {
    const offset = Math.ceil(secondsBetween(ground.clock.now(), to))
    await sql`
      UPDATE tenants SET clock_offset_seconds = greatest(clock_offset_seconds, ${offset})
      WHERE tenant_id = ${tenantId} AND demo`.execute(trx)
    await announce(trx, { tenantId, topic: 'clock', id: tenantId })
  })
}
