// Worker threads that turn jobs into PDFs. Threads start when they are first needed, never keep the process alive,
// and are replaced when one dies: its job fails, the others go on.

import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { PdfJob } from './compiler.ts'

export type Answer =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly message: string }

export type Pool = {
  readonly run: (job: PdfJob) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

type Waiting = {
  readonly job: PdfJob
  readonly done: (bytes: Uint8Array) => void
  readonly failed: (error: Error) => void
}

const WORKERS_MAX = 8

export function openPool(size = Math.min(availableParallelism(), WORKERS_MAX)): Pool {
  const queue: Waiting[] = []
  const busy = new Map<Worker, Waiting>()
  const idle: Worker[] = []

  const next = (): void => {
    while (queue.length > 0 && (idle.length > 0 || busy.size < size)) {
      const worker = idle.pop() ?? start()
      const waiting = queue.shift()
      if (waiting === undefined) return
      busy.set(worker, waiting)
      worker.ref()
      worker.postMessage(waiting.job, [])
    }
  }

  const settle = (worker: Worker, answer: Answer): void => {
    const waiting = busy.get(worker)
    busy.delete(worker)
    worker.unref()
    idle.push(worker)
    if (answer.ok) waiting?.done(answer.bytes)
    else waiting?.failed(new Error(answer.message))
    next()
  }

  const lose = (worker: Worker, error: Error): void => {
    busy.get(worker)?.failed(error)
    busy.delete(worker)
    const at = idle.indexOf(worker)
    if (at >= 0) idle.splice(at, 1)
    next()
  }

  const start = (): Worker => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url))
    worker.on('message', (answer: Answer) => settle(worker, answer))
    worker.on('error', (error: Error) => lose(worker, error))
    worker.on('exit', (code) => lose(worker, new Error(`the thread that sets letters ended with ${code}`)))
    return worker
  }

  return {
    run: (job) =>
      new Promise((done, failed) => {
        queue.push({ job, done, failed })
        next()
      }),
    close: async () => {
      for (const { failed } of queue.splice(0)) failed(new Error('letters are closed'))
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()))
    },
  }
}
