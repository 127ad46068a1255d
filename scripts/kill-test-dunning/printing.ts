// The print pool at the end: each letter that goes by post is offered once, also where the server is killed while the file is made.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Chance } from '../killing/chance.ts'
import { NotAnswered } from './ask.ts'
import type { Creditor } from './creditors.ts'
import type { House } from './house.ts'
import type { Part } from './moment.ts'

const LATEST_MS = 1_200
/** What one file holds. */
const AT_ONCE = 500

async function waiting({ ask }: Creditor): Promise<number> {
  const { json } = await ask('GET', '/dunning/print-pool')
  return (json as { readonly count: number }).count // as the route's schema has it
}

/** Kills the server while it makes a file; the letters in it are out of the pool, or still all in it. */
export async function printKilled(house: House, { creditor }: Part, chance: Chance): Promise<string> {
  const before = await waiting(creditor)
  const making = creditor.ask('POST', '/dunning/print-pool/print', {}).catch(() => undefined)
  const killedAfterMs = chance.below(LATEST_MS)
  await sleep(killedAfterMs)
  await house.kill(false)
  const made = await making
  await house.restart()
  const after = await waiting(creditor)
  if (after !== before && after !== before - Math.min(before, AT_ONCE))
    throw new Error(`half a file: ${before}, ${after}`)
  return `killed ${killedAfterMs} ms into printing (${made === undefined ? 'no' : 'the whole'} file, ${after} of ${before} left)`
}

/** Prints until the pool is empty. Says what is wrong with it. */
export async function printAll(creditor: Creditor): Promise<string[]> {
  for (let left = await waiting(creditor); left > 0;) {
    const { bytes } = await creditor.ask('POST', '/dunning/print-pool/print', {})
    if (!Buffer.from(bytes.subarray(0, 5)).equals(Buffer.from('%PDF-'))) return ['the printer got no PDF']
    const after = await waiting(creditor)
    if (after !== left - Math.min(left, AT_ONCE)) return [`printing took the pool from ${left} to ${after}`]
    left = after
  }
  const refused = await creditor.ask('POST', '/dunning/print-pool/print', {}).catch((error: unknown) => error)
  return refused instanceof NotAnswered && refused.status === 409 ? [] : ['an empty pool was printed']
}
