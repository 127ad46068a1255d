// A part of Mahnwerk as a process of its own: its log goes to a file, its end is noticed, and it ends when we do.
import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
const PATIENCE_MS = 15_000
const LOG_MAX_BYTES = 10_000_000

export type Part = {
  readonly name: string
  readonly pid: number | undefined
  readonly logFile: string
  readonly ended: Promise<void>
  readonly isRunning: () => boolean
  /** The last lines it wrote, for the person who wonders why it ended. */
  readonly lastWords: () => Promise<string>
  readonly stop: () => Promise<void>
}

export type PartOptions = {
  readonly name: string
  /** Path from the root of the project, with arguments. */
  readonly command: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly logFile: string
}

/** Detached, so that Ctrl-C reaches us alone and the parts stop in order; `end-with-parent` covers our sudden death. */
export async function startPart({ name, command, env, logFile }: PartOptions): Promise<Part> {
  await shorten(logFile)
  const log = await open(logFile, 'a', 0o600)
  const guard = join(import.meta.dirname, 'end-with-parent.ts')
  const child = spawn(process.execPath, ['--import', guard, ...command], {
    cwd: ROOT,
    // Compiled code is kept, so that every start but the first has nothing to compile.
    env: { NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'node'), ...env },
    detached: true,
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
  })
  await log.close()
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()))
  const isRunning = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined
  const lastWords = async () => (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-12).join('\n')
  return { name, pid: child.pid, logFile, ended, isRunning, lastWords, stop: () => stop(child, ended, isRunning) }
}

/** A log that has grown too large becomes the older one; one older one is kept. */
async function shorten(logFile: string): Promise<void> {
  const found = await stat(logFile).catch(() => undefined)
  if (found !== undefined && found.size > LOG_MAX_BYTES) await rename(logFile, `${logFile}.1`)
}

async function stop(child: ChildProcess, ended: Promise<void>, isRunning: () => boolean): Promise<void> {
  if (!isRunning()) return
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
  await ended
  clearTimeout(timer)
}
