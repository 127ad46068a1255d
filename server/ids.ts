// UUIDv7 (RFC 9562): 48 bits of milliseconds, then a counter within the millisecond, then randomness. Ids of one
// process rise strictly, so that rows written together stay together in an index.

import { randomBytes } from 'node:crypto'

export type NewId = () => string

const BYTES = 8
const AT_ONCE = 512

export function createIds(nowMs: () => number = Date.now, random: (bytes: number) => Uint8Array = randomBytes): NewId {
  const drawn = drawing(random)
  let lastMs = 0
  let counter = 0
  return () => {
    const ms = nowMs()
    if (ms > lastMs) {
      lastMs = ms
      counter = 0
    } else {
      counter += 1
      if (counter > 0xfff) {
        lastMs += 1
        counter = 0
      }
    }
    const bytes = new Uint8Array(16)
    const view = new DataView(bytes.buffer)
    view.setUint32(0, Math.floor(lastMs / 0x10000))
    view.setUint16(4, lastMs % 0x10000)
    view.setUint16(6, 0x7000 | counter)
    bytes.set(drawn(), 8)
    view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f))
    const hex = Buffer.from(bytes).toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }
}

// Asking the system for many bytes costs as much as asking for a few.
function drawing(random: (bytes: number) => Uint8Array): () => Uint8Array {
  let store: Uint8Array = new Uint8Array()
  let used = 0
  return () => {
    if (used === store.length) {
      store = random(BYTES * AT_ONCE)
      used = 0
    }
    used += BYTES
    return store.subarray(used - BYTES, used)
  }
}
