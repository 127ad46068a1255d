// Work that no request waits for: by the calendar of the wall clock, or after an answer was given. Kept in PostgreSQL, so
// that it survives a crash and any number of processes share it, each job done by one of them.

import { PgBoss } from 'pg-boss'
import type { z } from 'zod'

export type JobDefinition<Payload extends object> = {
  readonly name: string
  readonly payload: z.ZodType<Payload>
  /** Five-field cron expression, in UTC; absent for jobs that are only sent. What comes each minute comes at each start, too. */
  readonly cron?: string
}

export type Jobs = {
  /** Names a job's handler. Before start(). */
  readonly handle: <Payload extends object>(
    job: JobDefinition<Payload>,
    handler: (payload: Payload) => Promise<void>,
  ) => void
  /** Asks for work soon; equal keys are one job while it waits. */
  readonly send: <Payload extends object>(job: JobDefinition<Payload>, payload: Payload, key: string) => Promise<void>
  /** `works`: false in a process that only sends. */
  readonly start: (works: boolean) => Promise<void>
  readonly stop: () => Promise<void>
}

type Handler = { readonly job: JobDefinition<object>; readonly run: (payload: unknown) => Promise<void> }

const RETRIES = 5
/** Jobs of this rhythm look for what a process that died left behind. */
const EACH_MINUTE = '* * * * *'
/** A job whose process has not been heard of for so long is given to another: the least that pg-boss takes. */
const SILENCE_SECONDS = 10
const SIGN_OF_LIFE_SECONDS = 2
/** Letters of a run over a million invoices are one job. Whoever shows signs of life may work so long. */
const LONGEST_SECONDS = 6 * 3600
/** How often the dead are looked for, and their keys are free again. */
const LOOK_SECONDS = 5

/** `ownerUrl`: the queue keeps its tables in a schema of its own, which it makes and upgrades by itself. */
export function createJobs(ownerUrl: string, onError: (error: unknown) => void): Jobs {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: 'jobs',
    max: 3,
    application_name: 'mahnwerk jobs',
    superviseIntervalSeconds: LOOK_SECONDS,
    monitorIntervalSeconds: LOOK_SECONDS,
    queueCacheIntervalSeconds: LOOK_SECONDS,
  })
  boss.on('error', onError)
  const handlers: Handler[] = []
  return {
    handle: (job, handler) => {
      handlers.push({ job, run: (payload) => handler(job.payload.parse(payload)) })
    },
    send: async (job, payload, key) => {
      await boss.send(job.name, payload, { singletonKey: key, retryLimit: RETRIES, retryBackoff: true })
    },
    start: async (works) => {
      await boss.start()
      // stately: at most one waiting and one running per key.
      for (const { job } of handlers) {
        await boss.createQueue(job.name, { policy: 'stately' })
        // Queues of an older version are there already and know nothing of it.
        await boss.updateQueue(job.name, { heartbeatSeconds: SILENCE_SECONDS, expireInSeconds: LONGEST_SECONDS })
      }
      if (!works) return
      for (const { job, run } of handlers) await begin(boss, job, run)
      for (const { job } of handlers) if (job.cron === EACH_MINUTE) await boss.send(job.name, {})
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}

async function begin(boss: PgBoss, job: JobDefinition<object>, run: Handler['run']): Promise<void> {
  const pace = { batchSize: 1, pollingIntervalSeconds: 1, heartbeatRefreshSeconds: SIGN_OF_LIFE_SECONDS }
  await boss.work(job.name, pace, async (batch) => {
    for (const { data } of batch) await run(data ?? {})
  })
  if (job.cron !== undefined) await boss.schedule(job.name, job.cron, {})
}

/** Runs each job at once, in this process: for tests and for tools of the terminal. */
export function immediateJobs(): Jobs {
  const handlers = new Map<string, Handler['run']>()
  return {
    handle: (job, handler) => void handlers.set(job.name, (payload) => handler(job.payload.parse(payload))),
    send: async (job, payload) => handlers.get(job.name)?.(payload),
    start: async () => {},
    stop: async () => {},
  }
}
