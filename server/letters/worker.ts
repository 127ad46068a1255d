// A thread of the pool: one compiler, one job at a time.

import { parentPort } from 'node:worker_threads'
import { type PdfJob, openCompiler } from './compiler.ts'
import type { Answer } from './pool.ts'

if (parentPort === null) throw new Error('runs as a worker thread only')
const port = parentPort
const compile = openCompiler()

port.on('message', (job: PdfJob) => {
  try {
    // A copy of our own: memory of the compiler cannot be handed to another thread.
    const bytes = new Uint8Array(compile(job))
    port.postMessage({ ok: true, bytes } satisfies Answer, [bytes.buffer])
  } catch (error) {
    port.postMessage({ ok: false, message: error instanceof Error ? error.message : String(error) } satisfies Answer)
  }
})
