// A thread for tests of the pool: gives back what it is given, and dies of "die".

import { parentPort } from 'node:worker_threads'
import type { PdfJob } from '../compiler.ts'
import type { Answer } from '../pool.ts'

parentPort?.on('message', ({ data }: PdfJob) => {
  if (data === 'die') process.exit(7)
  const answer: Answer = data === 'fail' ? { ok: false, message: 'not set' } : { ok: true, bytes: Buffer.from(data) }
  parentPort?.postMessage(answer, [])
})
