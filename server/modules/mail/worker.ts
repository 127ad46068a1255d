// Sends what is due: woken by each commit that wrote a mail, and by a slow tick for what waits. Any number of workers may run.
// An account at fault is left alone for a while, longer each time, until its settings change.

import type { Database } from '../../db/database.ts'
import { systemPrincipal } from '../../auth/system.ts'
import { addSeconds } from '../../clock.ts'
import { inContext } from '../../http/index.ts'
import { retryAfter } from '../../outbox/index.ts'
import { hurry, tenantsDue } from './lease.ts'
import { type SendParts, sendRound } from './send.ts'

export type MailWorkerOptions = SendParts & {
  /** Looks across tenants for what is due. */
  readonly workerDb: Database
  readonly onError: (error: unknown) => void
  readonly tickMs: number
  /** False in a process that only serves pages: another one sends. */
  readonly sends: boolean
}

export type MailWorker = {
  /** There may be something due. With a tenant: its settings changed, so its account is tried again. */
  readonly wake: (tenantId?: string) => void
  /** Sends everything due now, of all tenants; resolves when each was tried. */
  readonly sendDue: () => Promise<void>
  /** Tries everything that waits in one tenant now, whatever its next try was. */
  readonly flush: (tenantId: string) => Promise<void>
  readonly stop: () => Promise<void>
}

type Pause = { readonly until: string; readonly tries: number }

/** Mails of one connection; servers end those that go on for ever. */
const AT_ONCE = 100

export function startMail(options: MailWorkerOptions): MailWorker {
  const pauses = new Map<string, Pause>()
  let running: Promise<void> | undefined
  let again = false
  let stopped = false

  const now = (): string => options.ground.clock.now()
  const sendTenant = async (tenantId: string): Promise<void> => {
    while (!stopped) {
      // One batch after the other over one connection; each try gives what waits a later one, so this ends.
      // oxlint-disable-next-line no-await-in-loop
      const round = await sendRound(options, tenantId, AT_ONCE)
      if (round.kind === 'blocked') return pause(tenantId)
      pauses.delete(tenantId)
      if (round.kind === 'idle') return
    }
  }
  const pause = (tenantId: string): void => {
    const tries = (pauses.get(tenantId)?.tries ?? 0) + 1
    // Half a minute at least: servers lock out who knocks too often with a wrong key.
    const seconds = Math.max(30, retryAfter(tries, Math.random()))
    pauses.set(tenantId, { until: addSeconds(options.ground.clock.now(), seconds), tries })
  }
  const isPaused = (tenantId: string): boolean => (pauses.get(tenantId)?.until ?? '') > now()

  const sendDue = async (): Promise<void> => {
    const tenants = await tenantsDue(options.workerDb, options.ground.clock.now())
    const free = tenants.filter((tenantId) => !isPaused(tenantId))
    await Promise.all(free.map((tenantId) => sendTenant(tenantId).catch(options.onError)))
  }
  const round = async (): Promise<void> => {
    do {
      again = false
      // oxlint-disable-next-line no-await-in-loop -- one round after the other is the point
      await sendDue().catch(options.onError)
    } while (again && !stopped)
  }
  const wake = (tenantId?: string): void => {
    if (tenantId !== undefined) pauses.delete(tenantId)
    if (stopped) return
    again = true
    running ??= round().finally(() => {
      running = undefined
    })
  }
  const timer = options.sends ? setInterval(wake, options.tickMs) : undefined
  if (options.sends) wake()
  return {
    wake: options.sends ? wake : () => {},
    sendDue: async () => {
      wake()
      await running
    },
    flush: async (tenantId) => {
      // What a round has in its hands now is on its way with it.
      await running
      pauses.delete(tenantId)
      await inContext(options.ground, systemPrincipal(tenantId), hurry)
      await sendTenant(tenantId)
      // A round that was woken meanwhile may have taken some of it.
      await running
    },
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
