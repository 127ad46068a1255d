// A program of ours as a process of its own, and how much memory it took.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const ROOT = join(import.meta.dirname, '..', '..')
const READY_MS = 60_000
const MIB = 1024 // the kernel counts in KiB

export type Child = {
  readonly url: string
  /** Resident memory now and at its highest since the last `forgetPeak`, in MiB. */
  readonly memory: () => Promise<{ readonly now: number; readonly peak: number }>
  readonly stop: () => Promise<void>
}

export type ChildOptions = {
  /** Path from the root of the project; flags of Node before it. */
  readonly command: readonly string[]
  readonly port: number
  readonly env: Readonly<Record<string, string>>
}

/** Starts it and waits until /health answers. Its words go to our standard error. */
export async function startChild({ command, port, env }: ChildOptions): Promise<Child> {
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  await ready(child, url)
  return { url, memory: () => memoryOf(child.pid ?? 0), stop: () => stop(child) }
}

async function ready(child: ChildProcess, url: string): Promise<void> {
  const until = Date.now() + READY_MS
  while (child.exitCode === null && Date.now() < until) {
    const answer = await fetch(`${url}/health`).catch(() => undefined)
    const said = answer?.ok === true ? ((await answer.json()) as { ready?: boolean }) : { ready: false } // our own programs' answer
    if (said.ready !== false) return
    await sleep(20)
  }
  await stop(child)
  throw new Error(`${child.spawnargs.join(' ')} did not start`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function memoryOf(pid: number): Promise<{ now: number; peak: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const read = (name: string): number => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / MIB)
  return { now: read('VmRSS'), peak: read('VmHWM') }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo // a TCP server has no other kind of address
  probe.close()
  await once(probe, 'close')
  return port
}
