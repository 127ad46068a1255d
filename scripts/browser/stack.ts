// The whole product as `npm start` runs it, on free ports and a data directory of its own, for the browser tests and the
// screenshots.

import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../free-port.ts'

export type Stack = { readonly url: string; readonly stop: () => Promise<void> }

const ROOT = join(import.meta.dirname, '..', '..')
const READY_MS = 120_000

export async function startStack(): Promise<Stack> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mahnwerk-browser-'))
  // The database may run as another user: behind a closed folder it would lie elsewhere, and stay there.
  await chmod(dataDir, 0o755)
  const port = await freePort()
  const env = { ...process.env, PORT: String(port), MAHNWERK_DATA: dataDir, RATE_LIMIT: 'off' }
  const child = spawn(process.execPath, [join(ROOT, 'scripts', 'start.ts')], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => (said += String(chunk)))
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const url = `http://localhost:${port}`
  const stop = async (): Promise<void> => {
    await end(child)
    await rm(dataDir, { recursive: true, force: true })
  }
  for (const until = Date.now() + READY_MS; Date.now() < until && child.exitCode === null; await sleep(100)) {
    const answer = await fetch(`${url}/health`).catch(() => undefined)
    if (answer?.ok === true && ((await answer.json()) as { ready: boolean }).ready) return { url, stop } // the server's own answer
  }
  await stop()
  throw new Error(`the stack did not start:\n${said}`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}
