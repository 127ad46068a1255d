// Somebody who works in the office meanwhile: pages of the invoice list over HTTP, one after the other, each measured.

import { setTimeout as sleep } from 'node:timers/promises'
import { timed } from '../figures/index.ts'

const PAGES = [
  'view=open',
  'view=overdue&sort=daysOverdue&direction=desc',
  'view=overdue&sort=debtor',
  'view=open&sort=amount&direction=desc',
  'view=open&sort=level&direction=desc',
  'view=open&sort=status',
  'view=all&q=muster',
]
const PAUSE_MS = 100

export type Visit = {
  readonly leave: () => void
  /** Milliseconds of each page, when the visitor has left. */
  readonly pages: Promise<readonly number[]>
}

export function visit(url: string, key: string): Visit {
  let here = true
  return { leave: () => (here = false), pages: read(url, key, () => here) }
}

async function read(url: string, key: string, isHere: () => boolean): Promise<readonly number[]> {
  const milliseconds: number[] = []
  for (let index = 0; isHere(); index++) {
    const address = `${url}/api/v1/invoices?limit=50&${PAGES[index % PAGES.length]}`
    const [took, response] = await timed(async () => {
      const answer = await fetch(address, { headers: { authorization: `Bearer ${key}` } })
      await answer.arrayBuffer()
      return answer
    })
    if (!response.ok) throw new Error(`${address}: ${response.status}`)
    milliseconds.push(took)
    await sleep(PAUSE_MS)
  }
  return milliseconds
}
