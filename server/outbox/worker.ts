// Delivers what is due: woken by each commit that wrote a message, and by a slow tick for what waits. Any number of
// workers may run; the lease keeps two from sending one message at the same time.

import type { Database } from '../db/database.ts'
import type { Ground } from '../http/index.ts'
import { lease, tenantsDue, waitingIn } from './lease.ts'
import type { Delivery, OutboxMessage } from './message.ts'
import { type AfterDelivery, settle } from './settle.ts'

export type Deliver = (message: OutboxMessage) => Promise<Delivery>

export type OutboxOptions = {
  readonly ground: Ground
  /** Looks across tenants for what is due. */
  readonly workerDb: Database
  readonly deliver: Deliver
  readonly after: AfterDelivery
  readonly onError: (error: unknown) => void
  /** Longer than a try may take. */
  readonly leaseSeconds: number
  readonly tickMs: number
  /** False in a process that only serves pages: another one delivers. */
  readonly delivers: boolean
}

export type OutboxWorker = {
  /** There may be something due in this tenant. */
  readonly wake: () => void
  /** Tries everything due now, of all tenants; resolves when each was tried. */
  readonly deliverDue: () => Promise<void>
  /** Tries everything pending of one tenant now, whatever its next try was; resolves when each was tried. */
  readonly flush: (tenantId: string) => Promise<void>
  readonly stop: () => Promise<void>
}

const AT_ONCE = 16

export function startOutbox(options: OutboxOptions): OutboxWorker {
  let running: Promise<void> | undefined
  let again = false
  let stopped = false

  const round = async (): Promise<void> => {
    do {
      again = false
      // oxlint-disable-next-line no-await-in-loop -- one round after the other is the point
      await deliverDue(options).catch(options.onError)
    } while (again && !stopped)
  }
  const wake = (): void => {
    if (stopped) return
    again = true
    running ??= round().finally(() => {
      running = undefined
    })
  }
  const timer = options.delivers ? setInterval(wake, options.tickMs) : undefined
  if (options.delivers) wake()
  return {
    wake: options.delivers ? wake : () => {},
    deliverDue: async () => {
      wake()
      await running
    },
    flush: async (tenantId) => {
      await flush(options, tenantId)
      if (running === undefined) return
      // A round that was woken meanwhile may have taken some of it, and what waits behind that.
      await running
      await flush(options, tenantId)
    },
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}

async function deliverDue(options: OutboxOptions): Promise<void> {
  const tenants = await tenantsDue(options.workerDb, options.ground.clock.now())
  for (const tenantId of tenants) {
    let batch: OutboxMessage[]
    do {
      batch = await lease(options.ground.db, tenantId, terms(options))
      await Promise.all(batch.map((message) => tryOne(options, message)))
    } while (batch.length > 0)
  }
}

async function flush(options: OutboxOptions, tenantId: string): Promise<void> {
  for (let left = await waitingIn(options.ground.db, tenantId); left.length > 0;) {
    const batch = await lease(options.ground.db, tenantId, terms(options), left)
    if (batch.length === 0) return
    await Promise.all(batch.map((message) => tryOne(options, message)))
    const tried = new Set(batch.map((message) => message.id))
    left = left.filter((id) => !tried.has(id))
  }
}

function terms(options: OutboxOptions): { now: ReturnType<Ground['clock']['now']>; seconds: number; most: number } {
  return { now: options.ground.clock.now(), seconds: options.leaseSeconds, most: AT_ONCE }
}

async function tryOne(options: OutboxOptions, message: OutboxMessage): Promise<void> {
  const delivery = await options.deliver(message).catch((error: unknown): Delivery => {
    options.onError(error)
    return { outcome: 'unknown', reason: error instanceof Error ? error.message : String(error) }
  })
  await settle(options.ground, message, delivery, options.after)
}
