// Runs a program of this installation as a process of its own and passes its end on.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/** Returns the exit code; 128 and the signal's number where a signal ended it. */
export async function runScript(path: string, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [join(ROOT, path), ...args], { cwd: ROOT, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null] // Node's documented event
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal])
}
