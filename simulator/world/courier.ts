// Carries news to one webhook: in order per claim, several claims at a time, again after a failure. A claim whose delivery
// failed is parked and waits longer each time, while the others go on.

import type { News } from '@mahnwerk/core/cases'
import type { Delivery } from '@mahnwerk/connectors/protocol/webhooks'

export type Settled = 'taken' | 'refused'

export type Courier = {
  /** Queues news behind what waits for the same claim. */
  post(news: News, times?: number): void
  /** Starts whatever may start now; called by the clock's tick. */
  pump(): void
  /** Delivers until nothing is left or every claim that is left failed several times. */
  drain(): Promise<void>
  /** While held nothing is sent. */
  hold(held: boolean): void
  /** Pieces not delivered yet. */
  waiting(): number
}

export type CourierSettings = {
  readonly send: (news: News) => Promise<Delivery>
  readonly settled: (news: News, result: Settled) => void
  /** Milliseconds of true time. */
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<void>
  readonly lanesMax?: number
}

type Lane = {
  readonly parcels: { news: News; times: number }[]
  failures: number
  parkedUntil: number
  queued: boolean
}

const DRAIN_TRIES = 3

export function createCourier({ send, settled, now, wait, lanesMax = 16 }: CourierSettings): Courier {
  const lanes = new Map<string, Lane>()
  const parked = new Set<string>()
  const ready: string[] = []
  let running = 0
  let held = false
  let idle: (() => void)[] = []

  // Looks through the parked claims, which may be many; so only the clock's tick comes here.
  function pump(): void {
    for (const ref of parked) if ((lanes.get(ref)?.parkedUntil ?? 0) <= now()) unpark(ref)
    startReady()
  }

  function startReady(): void {
    while (!held && running < lanesMax && ready.length > 0) {
      const ref = ready.shift()
      if (ref === undefined) break
      running += 1
      void empty(ref).finally(() => {
        running -= 1
        startReady()
      })
    }
    if (running === 0 && (held || ready.length === 0)) {
      const waiters = idle
      idle = []
      for (const wake of waiters) wake()
    }
  }

  function unpark(ref: string): void {
    parked.delete(ref)
    const lane = lanes.get(ref)
    if (lane === undefined || lane.queued) return
    lane.queued = true
    ready.push(ref)
  }

  // One lane, until it is empty or a delivery fails.
  async function empty(ref: string): Promise<void> {
    const lane = lanes.get(ref)
    if (lane === undefined) return
    for (let parcel = lane.parcels[0]; parcel !== undefined && !held; parcel = lane.parcels[0]) {
      const delivery = await send(parcel.news)
      if (delivery.result === 'again') return park(ref, lane)
      lane.failures = 0
      parcel.times -= 1
      if (parcel.times > 0 && delivery.result === 'taken') continue
      lane.parcels.shift()
      settled(parcel.news, delivery.result)
    }
    lane.queued = false
    if (lane.parcels.length === 0) lanes.delete(ref)
    else parked.add(ref)
  }

  function park(ref: string, lane: Lane): void {
    lane.failures += 1
    lane.parkedUntil = now() + Math.min(300_000, 1000 * 2 ** (lane.failures - 1))
    lane.queued = false
    parked.add(ref)
  }

  function whenIdle(): Promise<void> {
    return new Promise((resolve) => {
      idle.push(resolve)
      startReady()
    })
  }

  return {
    post(news, times = 1) {
      const lane = lanes.get(news.claimRef) ?? { parcels: [], failures: 0, parkedUntil: 0, queued: false }
      lanes.set(news.claimRef, lane)
      lane.parcels.push({ news, times })
      if (!parked.has(news.claimRef)) unpark(news.claimRef)
    },
    pump,
    async drain() {
      for (let tries = 1; ; tries += 1) {
        for (const ref of parked) unpark(ref)
        await whenIdle()
        if (held || parked.size === 0 || tries === DRAIN_TRIES) return
        await wait(20 * 4 ** tries)
      }
    },
    hold(next) {
      held = next
      pump()
    },
    waiting: () => [...lanes.values()].reduce((sum, lane) => sum + lane.parcels.length, 0),
  }
}
