import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
let dataDir: string
let port: number
const started: ChildProcess[] = []

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mahnwerk-start-'))
  await chmod(dataDir, 0o755) // as root, PostgreSQL runs as somebody else
  port = await freePort()
})
afterEach(async () => {
  for (const child of started.splice(0)) await end(child, 'SIGTERM')
  await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: free } = server.address() as AddressInfo // a TCP server has no other kind of address
  server.close()
  return free
}

type Run = { readonly child: ChildProcess; readonly said: () => string }

function run(env: NodeJS.ProcessEnv = {}): Run {
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: ROOT,
    env: { ...process.env, MAHNWERK_DATA: dataDir, PORT: String(port), npm_lifecycle_event: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let said = ''
  child.stdout.on('data', (chunk) => (said += String(chunk)))
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  return { child, said: () => said }
}

async function greeting({ child, said }: Run): Promise<string> {
  while (!said().includes('Beenden mit')) {
    if (child.exitCode !== null) throw new Error(`it ended instead of starting:\n${said()}`)
    await sleep(20)
  }
  return said()
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal)
    await once(child, 'exit')
  }
  return child.exitCode
}

/** What a process started, and what those started, as far as it still runs. */
async function familyOf(pid: number): Promise<number[]> {
  const parents = new Map<number, number>()
  for (const name of await readdir('/proc')) {
    const text = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    if (text !== '') parents.set(Number(name), Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]))
  }
  const below = (of: number): number[] =>
    [...parents].filter(([, parent]) => parent === of).flatMap(([child]) => [child, ...below(child)])
  return below(pid)
}

async function allGone(pids: readonly number[]): Promise<boolean> {
  const left = () => Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')))
  for (let tries = 0; tries < 300; tries++) {
    if ((await left()).every((text) => text === '' || / Z /.test(text))) return true
    await sleep(50)
  }
  return false
}

test('one command brings pages and a demo to sign in to, and stopping it stops everything it started', async () => {
  const first = run()
  const text = await greeting(first)
  expect(text).toContain(`http://localhost:${port}`)
  const [, email = '', password = ''] = /^ {4}(\S+@\S+) +(\S+) /m.exec(text) ?? []
  const page = await fetch(`http://127.0.0.1:${port}/`)
  expect(await page.text()).toContain('<title>Mahnwerk')
  const signIn = await fetch(`http://127.0.0.1:${port}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `http://localhost:${port}` },
    body: JSON.stringify({ email, password }),
  })
  expect(signIn.status).toBe(200)
  const family = await familyOf(first.child.pid ?? 0)
  expect(family.length).toBeGreaterThanOrEqual(4) // server, simulator, database, its watchdog
  expect(await end(first.child, 'SIGTERM')).toBe(0)
  expect(await allGone(family)).toBe(true)
}, 120_000)

test('killed, it leaves nothing running, and starts again on the same data', async () => {
  const first = run()
  await greeting(first)
  const family = await familyOf(first.child.pid ?? 0)
  await end(first.child, 'SIGKILL')
  expect(await allGone(family)).toBe(true)
  const second = run()
  expect(await greeting(second)).not.toContain('Datenbank erweitert')
}, 120_000)

test('a second one is told that the first runs, on its port and on its data', async () => {
  await greeting(run())
  const samePort = run()
  await once(samePort.child, 'exit')
  expect(samePort.said()).toContain(`Mahnwerk läuft bereits: http://localhost:${port}`)
  const sameData = run({ PORT: String(await freePort()) })
  await once(sameData.child, 'exit')
  expect(sameData.said()).toContain(`Mahnwerk läuft bereits mit den Daten in ${dataDir}`)
  expect([samePort.child.exitCode, sameData.child.exitCode]).toEqual([1, 1])
}, 120_000)

test('a port that another program holds is named, with how to choose another', async () => {
  const other = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nhello')).listen(
    port,
    '127.0.0.1',
  )
  await once(other, 'listening')
  const { child, said } = run()
  await once(child, 'exit')
  other.close()
  expect(said()).toContain(`Port ${port} ist von einem anderen Programm belegt.\nEinen anderen wählen: PORT=`)
})

test('a database server that is not there is named, with what to do', async () => {
  const { child, said } = run({ DATABASE_URL: 'postgresql://me:topsecret@127.0.0.1:1/mahnwerk' })
  await once(child, 'exit')
  expect(said()).toContain('postgresql://me@127.0.0.1:1/mahnwerk ist nicht zu erreichen')
  expect(said()).not.toContain('topsecret')
})
