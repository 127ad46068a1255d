// The bench's side of the process that works runs.

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { LocalDate } from '@mahnwerk/core/calendar'
import { NODE_FLAGS } from '@mahnwerk/server/node-flags'

export type Work = { readonly tenantId: string; readonly day: LocalDate }

export type Told = {
  readonly runId: string
  readonly seconds: number
  readonly processorSeconds: number
  readonly peakMiB: number
}

export type Writer = {
  /** Starts the day's run of a creditor and works it to its end. */
  readonly run: (work: Work) => Promise<Told>
  readonly stop: () => Promise<void>
}

export function startWriter(databaseUrl: string): Writer {
  const child = fork(join(import.meta.dirname, 'writer.ts'), {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    execArgv: [...NODE_FLAGS],
  })
  const ended = once(child, 'exit')
  return {
    run: async (work) => {
      const answer = Promise.race([
        once(child, 'message'),
        ended.then(() => Promise.reject(new Error('the writer ended'))),
      ])
      child.send(work)
      const told: readonly unknown[] = await answer
      return told[0] as Told // writer.ts sends nothing else
    },
    stop: async () => {
      child.disconnect()
      await ended
    },
  }
}
