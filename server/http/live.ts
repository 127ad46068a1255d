// What changed, as it changes: one LISTEN per process, handed on as server-sent events to those who may know. A message
// names the thing, never its content; the page asks again with its own rights.

import pg from 'pg'
import { PassThrough } from 'node:stream'
import { type Change, CHANGES_CHANNEL } from '../events/index.ts'
import { mayTouchPractice, type Principal } from '../auth/principal.ts'
import type { Http } from './server.ts'

export type Changes = {
  readonly subscribe: (listener: (change: Change) => void) => () => void
  readonly stop: () => Promise<void>
}

const RECONNECT_MS = 1000

/** Listens for changes of all processes; connects again by itself when the database went away. */
export function listenForChanges(connection: pg.ClientConfig, onError: (error: unknown) => void): Changes {
  const listeners = new Set<(change: Change) => void>()
  let client: pg.Client | undefined
  let stopped = false

  const connect = async (): Promise<void> => {
    const next = new pg.Client(connection)
    next.on('error', onError)
    next.on('end', () => {
      if (!stopped) setTimeout(() => void connect().catch(onError), RECONNECT_MS).unref()
    })
    next.on('notification', (message) => {
      const change = JSON.parse(message.payload ?? '{}') as Change // written by announce() alone
      for (const listener of listeners) listener(change)
    })
    client = next
    await next.connect()
    await next.query(`LISTEN ${CHANGES_CHANNEL}`)
  }
  const first = connect().catch(onError)
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: async () => {
      stopped = true
      await first
      await client?.end()
    },
  }
}

const HEARTBEAT_MS = 20_000

export function liveRoutes(http: Http, changes: Changes): void {
  const streams = new Set<PassThrough>()
  // A page that listens would keep the server from ever closing; it comes again by itself.
  http.addHook('preClose', async () => {
    for (const stream of streams) stream.end()
  })
  http.get(
    '/api/v1/live',
    { config: { right: 'account.own', rateLimit: false }, schema: { hide: true } },
    (request, reply) => {
      const { principal } = request
      const stream = new PassThrough()
      stream.write('retry: 1000\n\n')
      const leave = changes.subscribe((change) => {
        if (mayKnow(principal, change))
          stream.write(`data: ${JSON.stringify({ topic: change.topic, id: change.id })}\n\n`)
      })
      const heartbeat = setInterval(() => stream.write(': still here\n\n'), HEARTBEAT_MS)
      streams.add(stream)
      request.raw.on('close', () => {
        leave()
        clearInterval(heartbeat)
        streams.delete(stream)
        stream.end()
      })
      return reply
        .type('text/event-stream')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .send(stream)
    },
  )
}

function mayKnow(principal: Principal, change: Change): boolean {
  if (change.tenantId !== principal.tenantId) return false
  // It wakes workers and names a case, of whichever practice; what came of it is told of the case itself.
  if (change.topic === 'outbox') return principal.practices === undefined
  return change.practiceId === undefined || mayTouchPractice(principal, change.practiceId)
}
