// The server as a process that can be killed at any moment and started again on the same port and database.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Part, startPart } from '../start/child.ts'

export type KillableServer = {
  readonly url: string
  /** SIGKILL: no last words, no tidying up. Resolves when the process is gone. */
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
  /** Resolves when it serves. Throws with its last words where it has ended or stays silent. */
  readonly ready: () => Promise<void>
  readonly stop: () => Promise<void>
}

const READY_MS = 30_000

export function killableServer(port: number, env: NodeJS.ProcessEnv, logFile: string): KillableServer {
  const url = `http://127.0.0.1:${port}`
  let part: Part | undefined
  return {
    url,
    async kill() {
      if (part?.pid === undefined || !part.isRunning()) return
      process.kill(part.pid, 'SIGKILL')
      await part.ended
    },
    async start() {
      part = await startPart({
        name: 'server',
        command: ['server/main.ts'],
        env: { ...env, PORT: String(port) },
        logFile,
      })
    },
    async ready() {
      const until = Date.now() + READY_MS
      while (part?.isRunning() === true && Date.now() < until) {
        const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined)
        if (answer?.ok === true && ((await answer.json()) as { ready: boolean }).ready) return // the server's own answer
        await sleep(20)
      }
      throw new Error(`the server does not answer:\n${await part?.lastWords()}`)
    },
    stop: async () => part?.stop(),
  }
}
