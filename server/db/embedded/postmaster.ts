// Starts and stops the PostgreSQL server process, and sees to it that none outlives us for long.
import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, readdir, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { DatabaseFailure } from './failure.ts'
import { cleanEnvironment } from './program.ts'
import { settings } from './settings.ts'

export type Postmaster = {
  readonly pid: number
  /** Fires once when the server ended without being asked to. */
  readonly onLoss: (listener: () => void) => void
  readonly stop: () => Promise<void>
}

export type Start = {
  readonly binaries: Binaries
  readonly account: Account
  readonly cluster: string
  readonly socketFolder: string
  readonly logFile: string
  /** A folder for a test run: the server need not be durable, and the watchdog removes it when we die. */
  readonly scratch: string | undefined
}

const START_MS = 60_000
const STOP_MS = 30_000

export async function startPostmaster(start: Start): Promise<Postmaster> {
  const logFile = await open(start.logFile, 'a', 0o600)
  // Detached: Ctrl-C in the terminal is meant for us, and we stop the database last.
  const child = spawn(
    start.binaries.postgres,
    ['-D', start.cluster, ...settings(start.socketFolder, start.scratch !== undefined)],
    {
      cwd: '/',
      env: cleanEnvironment(start.binaries.env),
      stdio: ['ignore', logFile.fd, logFile.fd],
      detached: true,
      ...start.account,
    },
  )
  const watchdog = child.pid === undefined ? undefined : watch(child.pid, start)
  await logFile.close()
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()).once('error', () => resolve()))
  try {
    await ready(child, start)
  } catch (error) {
    child.kill('SIGINT')
    watchdog?.stdin?.end()
    throw error
  }
  child.unref()
  return handle(child, ended, watchdog)
}

function handle(child: ChildProcess, ended: Promise<void>, watchdog: ChildProcess | undefined): Postmaster {
  let stopping = false
  const stop = async () => {
    stopping = true
    child.ref()
    child.kill('SIGINT') // fast shutdown: roll back, disconnect, write everything down
    const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_MS)
    await ended
    clearTimeout(timer)
    watchdog?.stdin?.end()
  }
  const onLoss = (listener: () => void) => void ended.then(() => (stopping ? undefined : listener()))
  return { pid: child.pid ?? 0, onLoss, stop }
}

/** Ready when the last line of its own pid file says so; that file is what pg_ctl looks at, too. */
async function ready(child: ChildProcess, start: Start): Promise<void> {
  const until = Date.now() + START_MS
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) break
    const found = await readPidFile(start.cluster)
    if (found?.pid === child.pid && found.status === 'ready') return
    await sleep(5)
  }
  const said = (await readFile(start.logFile, 'utf8').catch(() => '')).trim().split('\n').slice(-8).join('\n')
  throw new DatabaseFailure(
    `Die mitgelieferte Datenbank ist nicht gestartet. Ihre letzten Meldungen:\n${said}`,
    `Das vollständige Protokoll liegt in ${start.logFile}.`,
  )
}

/**
 * A shell that waits on a pipe only we hold. When we are gone, however that came, it reads the end of the pipe and
 * tells the server to stop; the pid file says whether that process is still the one we meant.
 */
function watch(pid: number, start: Start): ChildProcess {
  const script = `read -r _
if [ "$(head -n1 "$2/postmaster.pid" 2>/dev/null)" = "$1" ]; then
  kill -INT "$1" 2>/dev/null
  while [ -n "$3" ] && kill -0 "$1" 2>/dev/null; do sleep 0.1; done
fi
[ -z "$3" ] || rm -rf -- "$3"`
  const args = ['-c', script, 'mahnwerk-watchdog', String(pid), start.cluster, start.scratch ?? '']
  const watchdog = spawn('/bin/sh', args, { cwd: '/', stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  watchdog.on('error', () => {}) // without a shell the next start still stops what was left behind
  watchdog.stdin.on('error', () => {})
  watchdog.unref()
  ;(watchdog.stdin as unknown as { unref(): void }).unref() // a pipe is a net.Socket, which the type does not say
  return watchdog
}

/** Stops a server of this cluster that outlived its Mahnwerk and clears away the files of one that is gone. */
export async function clearAway(cluster: string, socketFolder: string, log: (line: string) => void): Promise<void> {
  const found = await readPidFile(cluster)
  const [first] = await processesOf(cluster)
  if (first !== undefined) {
    log(`Die Datenbank eines früheren Laufs ist noch in Betrieb (Prozess ${first}); sie wird ordentlich beendet.`)
    await endAll(cluster, found?.pid)
  }
  // Both name a process, and PostgreSQL would not start while anything has that number: another program, or the dead server itself
  // where nobody has collected it. That none of its processes lives was just seen, and nobody else may start one.
  await rm(join(cluster, 'postmaster.pid'), { force: true })
  await rm(join(socketFolder, '.s.PGSQL.5432.lock'), { force: true })
}

/** The server is asked to stop; without one its sessions end by themselves, or are told to. */
async function endAll(cluster: string, server: number | undefined): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    const processes = await processesOf(cluster)
    for (const pid of processes) if (pid === server || signal === 'SIGQUIT') kill(pid, signal)
    const until = Date.now() + STOP_MS
    while (Date.now() < until) {
      if ((await processesOf(cluster)).length === 0) return
      await sleep(10)
    }
  }
  const [left] = await processesOf(cluster)
  throw new DatabaseFailure(
    `Die Datenbank eines früheren Laufs (Prozess ${left}) lässt sich nicht beenden.`,
    `Bitte „kill -QUIT ${left}“ ausführen und danach erneut starten.`,
  )
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // already gone, which is what was wanted
  }
}

/** A server works inside its cluster's folder; a number that was given to some other process does not. */
async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  const at = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  return at !== undefined && at === (await realpath(cluster))
}

async function isPostgres(pid: number): Promise<boolean> {
  return (await readlink(`/proc/${pid}/exe`).catch(() => '')).endsWith('/postgres')
}

/** A server's own process and its sessions; the latter may live on for a moment when it was killed, and still write. */
async function processesOf(cluster: string): Promise<number[]> {
  const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const ours = await Promise.all(numbers.map(async (pid) => (await isPostgres(pid)) && isServerOf(pid, cluster)))
  return numbers.filter((_, index) => ours[index])
}

/** The socket of a server that takes connections now. */
export async function runningSocket(cluster: string): Promise<{ pid: number; socketFolder: string } | undefined> {
  const found = await readPidFile(cluster)
  if (found === undefined || found.status !== 'ready' || !(await isServerOf(found.pid, cluster))) return undefined
  return { pid: found.pid, socketFolder: found.socketFolder }
}

type PidFile = { readonly pid: number; readonly socketFolder: string; readonly status: string }

/** Its lines by PostgreSQL's documentation: 1 process, 5 socket folder, 8 status. */
async function readPidFile(cluster: string): Promise<PidFile | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  return { pid, socketFolder: (lines[4] ?? '').trim(), status: (lines[7] ?? '').trim() }
}
