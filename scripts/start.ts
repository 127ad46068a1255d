// `npm start`: everything in one command. Builds the web application if needed, opens the database (bundled, or DATABASE_URL),
// starts the server with its demo creditors and the simulator, and stops all of it again on Ctrl-C.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseFailure } from '../server/db/embedded.ts'
import { type OpenDatabase, openDatabase } from '../server/db/open.ts'
import { NODE_FLAGS } from '../server/node-flags.ts'
import { type Part, startPart } from './start/child.ts'
import { whenLauncherEnds } from './start/launcher.ts'
import { PortTaken, portFrom, requireFreePort } from './start/port.ts'
import { simulatorEnvironment } from './start/simulator-settings.ts'
import { welcome } from './start/welcome.ts'
import { ensureWeb } from './web-build.ts'

const READY_MS = 60_000

const say = (line: string) => console.log(line)
// In the order in which they were started; they stop in the opposite one.
const running: { readonly name: string; readonly stop: () => Promise<void> }[] = []
let stopping: Promise<void> | undefined
const building = new AbortController()

function stopAll(code: number): Promise<void> {
  stopping ??= (async () => {
    building.abort()
    for (const part of running.toReversed()) await part.stop()
    process.exit(code)
  })()
  return stopping
}

async function start(): Promise<void> {
  const port = portFrom(process.env['PORT'])
  await requireFreePort(port, process.env['HOST'])
  const [, database] = await Promise.all([ensureWeb(say, building.signal), open()])
  const { dataDir, url, ownerUrl } = database
  const logs = join(dataDir, 'logs')
  await mkdir(logs, { recursive: true, mode: 0o700 })
  const env = {
    ...process.env,
    PORT: String(port),
    DATABASE_URL: url,
    DATABASE_OWNER_URL: ownerUrl,
    MAHNWERK_DATA: dataDir,
    ...(await simulatorEnvironment(dataDir)),
  }
  const part = async (name: string, ...command: string[]) => {
    const started = await startPart({ name, command, env, logFile: join(logs, `${name}.log`) })
    running.push(started)
    void started.ended.then(() => lost(started))
    return started
  }
  // The world first: the server seeds its demo creditors into it.
  await part('simulator', 'simulator/main.ts')
  const server = await part('server', ...NODE_FLAGS, 'server/main.ts', '--demo')
  const [greeting] = await Promise.all([welcome(port), ready(`http://127.0.0.1:${port}/health`, server)])
  if (stopping === undefined) say(greeting)
}

async function open(): Promise<OpenDatabase> {
  const database = await openDatabase({ env: process.env, log: say })
  running.unshift({ name: 'database', stop: database.stop })
  database.onLoss(() => {
    if (stopping !== undefined) return
    console.error('Die Datenbank ist unerwartet beendet worden. Mahnwerk hält an; bitte erneut „npm start“ ausführen.')
    void stopAll(1)
  })
  return database
}

/** Waits until pages are served and the demo is complete. Throws with the server's own last words where it ends instead. */
async function ready(url: string, server: Part): Promise<void> {
  const until = Date.now() + READY_MS
  while (server.isRunning() && Date.now() < until) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined)
    if (answer?.ok === true && ((await answer.json()) as { ready: boolean }).ready) return // the server's own answer
    await sleep(30)
  }
  if (stopping !== undefined) return
  throw new Error(
    `Der Server antwortet nicht. Seine letzten Meldungen (${server.logFile}):\n${await server.lastWords()}`,
  )
}

async function lost(part: Part): Promise<void> {
  if (stopping !== undefined) return
  console.error(
    `${part.name} ist unerwartet beendet worden. Letzte Meldungen (${part.logFile}):\n${await part.lastWords()}`,
  )
  await stopAll(1)
}

function endInOrder(): void {
  if (stopping === undefined) say('\nMahnwerk wird beendet …')
  void stopAll(0)
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, endInOrder)
await whenLauncherEnds(endInOrder)

try {
  await start()
} catch (error) {
  const expected = error instanceof DatabaseFailure || error instanceof PortTaken
  if (stopping === undefined)
    console.error(error instanceof Error && (expected || error.constructor === Error) ? error.message : error)
  await stopAll(1)
}
