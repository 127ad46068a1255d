import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EUR, minor } from '@mahnwerk/core/money'
import { day, instant } from '@mahnwerk/core/calendar'
import type { News } from '@mahnwerk/core/cases'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createProtocolClient, readNews } from '@mahnwerk/connectors/protocol'
import { createWorld, faults, openJournalFile } from './index.ts'
import { CONNECTION, START, benchOf, bodyText, claimOf, inOrder, settingsOf } from './testing.ts'

let folder = ''
let path = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulator-'))
  path = join(folder, 'journal.jsonl')
})
afterEach(() => rm(folder, { recursive: true }))

// A second world from the same journal, an hour later, whose webhooks are only collected.
async function restarted() {
  const sent: News[] = []
  const file = await openJournalFile(path)
  const world = createWorld({
    now: () => instant(new Date(Date.parse(START) + 3_600_000).toISOString()),
    wait: async () => undefined,
    journal: file,
    async fetch(_url, init) {
      const read = readNews(JSON.parse(bodyText(init)))
      if (read.ok) sent.push(read.value)
      return new Response('')
    },
  })
  world.restore(file.entries)
  return { world, sent, file }
}

describe('the journal', () => {
  it('brings back claims, money, clock and faults after a restart, and sends nothing twice', async () => {
    const before = await openJournalFile(path)
    const bench = await benchOf({ journal: before, faults: { duplicate: 0.3, unknownCode: 0.3 } })
    await bench.submit(claimOf('a', 'teilzahlung'))
    await bench.to('2026-12-01T09:00:00Z')
    await bench.submit(claimOf('b', 'bestreitet'))
    const payment = {
      paymentId: 'p1',
      amount: minor(1000),
      currency: EUR,
      on: day('2026-12-01'),
      method: 'cash',
    } as const
    await bench.client.reportDirectPayment('b', payment)
    await bench.to('2026-12-20T09:00:00Z')
    await before.written()

    const { world, sent } = await restarted()
    for (const ref of ['a', 'b']) {
      expect(world.record(CONNECTION, ref)).toEqual({ ...bench.world.record(CONNECTION, ref), hashes: [] })
    }
    expect(world.nowOf(CONNECTION)).toBe('2026-12-20T10:00:00.000Z')
    await world.settle()
    expect(sent).toEqual([])
    expect(world.nextEventAt(CONNECTION)).toBe(bench.world.nextEventAt(CONNECTION))
  })

  it('sends after a restart what had not been delivered', async () => {
    const before = await openJournalFile(path)
    const bench = await benchOf({ journal: before })
    bench.answers.push(200, ...Array.from({ length: 50 }, () => 503))
    await bench.submit(claimOf('a'))
    await bench.to('2026-11-23T09:00:00Z')
    await before.written()
    expect(bench.arrived.length).toBe(1)

    const { world, sent } = await restarted()
    await world.settle()
    expect(inOrder([...bench.arrived, ...sent]).length).toBe(7)
    expect(sent.map((news) => news.sequence)).toEqual([2, 3, 4, 5, 6, 7])
  })

  it('answers an Idempotency-Key of before the restart alike', async () => {
    const before = await openJournalFile(path)
    const bench = await benchOf({ journal: before })
    const first = await bench.client.submitClaim(claimOf('a'), 'key')
    await before.written()
    const { world } = await restarted()
    const client = createProtocolClient({
      baseUrl: `http://simulator.test/partners/${CONNECTION}/v1`,
      token: settingsOf('seed').token,
      fetch: async (input, init) => world.handle(new Request(input, init)),
    })
    expect(await client.submitClaim(claimOf('a'), 'key')).toEqual(first)
    const other = await client.submitClaim(claimOf('b'), 'key')
    expect(other).toMatchObject({
      outcome: 'rejected',
      problem: { type: 'urn:mahnwerk:problem:idempotency-key-reused' },
    })
  })

  it('drops a last line that was cut, and goes on after it', async () => {
    const before = await openJournalFile(path)
    const bench = await benchOf({ journal: before })
    await bench.submit(claimOf('a'))
    await before.written()
    await appendFile(path, '{"entry":"input","id":"c1","at":"2026-')

    const { world, file } = await restarted()
    expect(world.record(CONNECTION, 'a')?.claim.ref).toBe('a')
    await world.setFaults(CONNECTION, faults.parse({ lose: 1 }))
    await file.written()
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
    expect(lines.every((line) => typeof JSON.parse(line) === 'object')).toBe(true)
    const { entries } = await openJournalFile(path)
    expect(entries).toContainEqual(
      expect.objectContaining({ input: { op: 'faults', faults: faults.parse({ lose: 1 }) } }),
    )
  })
})
