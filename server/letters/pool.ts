// Worker threads that turn jobs into PDFs. Threads start when they are first needed, never keep the process alive,
// and are replaced when one dies: its job fails, the others go on.

import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { PdfJob } from './compiler.ts'

export type Answer =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly message: string }

export type Pool = {
  /** The job is made when a thread is about to take it: a hundred at once do not hold up everything else. */
  readonly run: (make: () => PdfJob) => Promise<Uint8Array>
  readonly close: () => Promise<void>
}

type Waiting = {
  readonly make: () => PdfJob
  readonly done: (bytes: Uint8Array) => void
  readonly failed: (error: Error) => void
}

const THREAD = new URL('./worker.ts', import.meta.url)
const WORKERS_MAX = 8
/** Jobs that a thread has before it: it goes on with the next while the main thread is busy with something else. */
const AHEAD = 2

export function openPool(size = Math.min(availableParallelism(), WORKERS_MAX), thread = THREAD): Pool {
  const queue: Waiting[] = []
  /** What each thread was given and has not answered; it works on the first. */
  const threads = new Map<Worker, Waiting[]>()

  const next = (): void => {
    while (queue.length > 0) {
      const worker = freest()
      const waiting = worker === undefined ? undefined : queue.shift()
      if (worker === undefined || waiting === undefined) return
      give(worker, waiting)
    }
  }

  const give = (worker: Worker, waiting: Waiting): void => {
    try {
      worker.postMessage(waiting.make(), [])
    } catch (error) {
      return waiting.failed(error instanceof Error ? error : new Error(String(error)))
    }
    threads.get(worker)?.push(waiting)
    worker.ref()
  }

  const freest = (): Worker | undefined => {
    const [first] = [...threads].toSorted(([, one], [, other]) => one.length - other.length)
    if (first?.[1].length === 0) return first[0]
    if (threads.size < size) return start()
    return first !== undefined && first[1].length < AHEAD ? first[0] : undefined
  }

  const settle = (worker: Worker, answer: Answer): void => {
    const given = threads.get(worker)
    const waiting = given?.shift()
    if (given?.length === 0) worker.unref()
    if (answer.ok) waiting?.done(answer.bytes)
    else waiting?.failed(new Error(answer.message))
    next()
  }

  // The job that was worked on fails; those that only waited behind it are another thread's.
  const lose = (worker: Worker, error: Error): void => {
    const [first, ...others] = threads.get(worker) ?? []
    threads.delete(worker)
    first?.failed(error)
    queue.unshift(...others)
    next()
  }

  const start = (): Worker => {
    const worker = new Worker(thread)
    worker.unref()
    threads.set(worker, [])
    worker.on('message', (answer: Answer) => settle(worker, answer))
    worker.on('error', (error: Error) => lose(worker, error))
    worker.on('exit', (code) => lose(worker, new Error(`the thread that sets letters ended with ${code}`)))
    return worker
  }

  return {
    run: (make) =>
      new Promise((done, failed) => {
        queue.push({ make, done, failed })
        next()
      }),
    close: async () => {
      const given = [...threads.values()].flatMap((jobs) => jobs.splice(0))
      for (const { failed } of [...queue.splice(0), ...given]) failed(new Error('letters are closed'))
      await Promise.all([...threads.keys()].map((worker) => worker.terminate()))
    },
  }
}
