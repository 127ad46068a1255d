// The thread of `readApart`: a mail comes in, what stands in it goes back.

import { parentPort } from 'node:worker_threads'
import type { FromReader } from './apart.ts'
import { readMail } from './incoming.ts'
import { whyUnreadable } from './unreadable.ts'

if (parentPort === null) throw new Error('runs as a worker thread only')
const port = parentPort

port.on('message', (raw: Uint8Array) => void answer(raw).then((told) => port.postMessage(told)))

async function answer(raw: Uint8Array): Promise<FromReader> {
  try {
    return { mail: await readMail(raw) }
  } catch (error) {
    return { why: whyUnreadable(error) ?? 'ours', words: error instanceof Error ? error.message : String(error) }
  }
}
