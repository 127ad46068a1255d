// Reads mails in a thread of their own: they come from strangers, and one that is made to take all time or memory must neither hold
// up the server nor end it. The thread is started when it is first needed, never keeps the process alive, and is replaced when it
// dies over a mail.

import { Worker } from 'node:worker_threads'
import type { IncomingMail } from './incoming.ts'
import { UnreadableMail, type WhyUnreadable } from './unreadable.ts'

export type FromReader =
  | { readonly mail: IncomingMail | undefined }
  | { readonly why: WhyUnreadable; readonly words: string }

export type ReaderOptions = { readonly patienceMs?: number; readonly memoryMib?: number; readonly thread?: URL }

export type ReadMail = (raw: Uint8Array) => Promise<IncomingMail | undefined>

/** 25 MB of plain lines, the most that is taken, need a third of it on a slow machine. */
const PATIENCE_MS = 30_000
const MEMORY_MIB = 1024
const THREAD = new URL('./apart-worker.ts', import.meta.url)

/** Throws UnreadableMail where the mail is at fault; one mail is read after the other. */
export function readApart(options: ReaderOptions = {}): ReadMail {
  let thread: Worker | undefined
  let before: Promise<unknown> = Promise.resolve()
  const readNow = async (raw: Uint8Array): Promise<IncomingMail | undefined> => {
    thread ??= start(options)
    const worker = thread
    worker.ref()
    try {
      const told = await ask(worker, raw, options.patienceMs ?? PATIENCE_MS)
      worker.unref()
      if ('why' in told) throw new UnreadableMail(told.why, told.words)
      return told.mail
    } catch (error) {
      if (!(error instanceof UnreadableMail) || error.why === 'slow' || error.why === 'heavy') {
        thread = undefined
        await worker.terminate()
      }
      throw error
    }
  }
  return (raw) => {
    const read = before.then(() => readNow(raw))
    before = read.catch(() => {})
    return read
  }
}

function start({ memoryMib = MEMORY_MIB, thread = THREAD }: ReaderOptions): Worker {
  const worker = new Worker(thread, { resourceLimits: { maxOldGenerationSizeMb: memoryMib } })
  // Of a thread that is ended an error may still come when nobody asks any more.
  return worker.on('error', () => {})
}

/** The first thing that happens decides; what comes after it is of no interest. */
async function ask(worker: Worker, raw: Uint8Array, patienceMs: number): Promise<FromReader> {
  const { promise, resolve, reject } = Promise.withResolvers<FromReader>()
  const late = setTimeout(
    () => reject(new UnreadableMail('slow', `not read within ${patienceMs / 1000} seconds`)),
    patienceMs,
  )
  const failed = (error: Error & { readonly code?: string }): void =>
    reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new UnreadableMail('heavy', error.message) : error)
  const ended = (code: number): void => reject(new Error(`the thread that reads mail ended with ${code}`))
  worker.once('message', resolve).once('error', failed).once('exit', ended)
  worker.postMessage(raw, [])
  try {
    return await promise
  } finally {
    clearTimeout(late)
    worker.off('message', resolve).off('error', failed).off('exit', ended)
  }
}
