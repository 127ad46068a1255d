// What goes wrong on purpose, and that a creditor who applies each message once still ends with the agency's figures.

import { day } from '@mahnwerk/core/calendar'
import type { News } from '@mahnwerk/core/cases'
import { EUR, minor } from '@mahnwerk/core/money'
import { describe, expect, it } from 'vitest'
import { type Bench, CONNECTION, benchOf, claimOf, inOrder, sumsOf, typesOf } from './testing.ts'
import { faults } from './faults.ts'

const END = '2027-06-01T09:00:00Z'
const WORDS = ['zahlt', 'teilzahlung', 'spaet', 'raten', 'ruecklastschrift', 'umgezogen', 'bestreitet', 'schweigt']

async function run(bench: Bench): Promise<void> {
  for (const word of WORDS) await bench.submit(claimOf(word, word))
  await bench.to(END)
}

function figures(bench: Bench, word: string): object {
  const claim = bench.world.record(CONNECTION, word)?.claim
  return { ...claim?.open, paidTotal: claim?.paidTotal }
}

const of = (news: readonly News[], ref: string): readonly News[] => news.filter((one) => one.claimRef === ref)

async function polled(bench: Bench, ref: string): Promise<readonly News[]> {
  const page = await bench.client.fetchNews(ref, 0)
  if (page.outcome !== 'accepted') throw new Error(page.outcome)
  return page.body.news
}

describe('a seeded run', () => {
  it('repeats exactly, faults included', async () => {
    const set = { duplicate: 0.2, reorder: 0.2, lose: 0.1, delay: 0.2, unknownCode: 0.1, changedCaseNumber: 0.5 }
    const [a, b] = [await benchOf({ faults: set }), await benchOf({ faults: set })]
    await run(a)
    await run(b)
    expect(a.arrived.length).toBeGreaterThan(60)
    expect(b.arrived).toEqual(a.arrived)
  })

  it('is another with another seed', async () => {
    const [a, b] = [await benchOf({ seed: 'a' }), await benchOf({ seed: 'b' })]
    await run(a)
    await run(b)
    expect(b.arrived).not.toEqual(a.arrived)
  })

  it('gives debtors without a word in their e-mail a temperament of the seed', async () => {
    const bench = await benchOf()
    const drawn = new Set<string | undefined>()
    for (let index = 0; index < 60; index += 1) {
      await bench.submit({ ...claimOf(`c${index}`, 'x') })
      drawn.add(bench.world.record(CONNECTION, `c${index}`)?.claim.temperament)
    }
    expect(drawn.size).toBeGreaterThan(5)
  })
})

describe('faults of delivery', () => {
  it('duplicate: every webhook comes twice with the same id', async () => {
    const bench = await benchOf({ faults: { duplicate: 1 } })
    await run(bench)
    for (const word of WORDS) {
      const news = of(bench.arrived, word)
      expect(news.length).toBe(2 * inOrder(news).length)
      expect(sumsOf(claimOf(word), news)).toEqual(figures(bench, word))
    }
  })

  it('reorder: webhooks overtake each other, and all arrive', async () => {
    const bench = await benchOf({ faults: { reorder: 0.5 } })
    await run(bench)
    const sequences = of(bench.arrived, 'spaet').map((news) => news.sequence)
    expect(sequences).not.toEqual(sequences.toSorted((a, b) => a - b))
    for (const word of WORDS) {
      expect(inOrder(of(bench.arrived, word))).toEqual(await polled(bench, word))
      expect(sumsOf(claimOf(word), of(bench.arrived, word))).toEqual(figures(bench, word))
    }
  })

  it('lose: webhooks never come, and the poll finds what they told', async () => {
    const bench = await benchOf({ faults: { lose: 0.5 } })
    await run(bench)
    const whole = await polled(bench, 'spaet')
    expect(of(bench.arrived, 'spaet').length).toBeLessThan(whole.length)
    expect(sumsOf(claimOf('spaet'), whole)).toEqual(figures(bench, 'spaet'))
  })

  it('delay: webhooks come late by the time set', async () => {
    const bench = await benchOf({ faults: { delay: 1, delaySeconds: 7200 } })
    await bench.submit(claimOf('c'))
    await bench.to('2026-11-20T10:59:59Z')
    expect(bench.arrived).toEqual([])
    await bench.to('2026-11-20T11:00:00Z')
    expect(typesOf(bench.arrived)).toEqual(['case.received'])
    await bench.to(END)
    expect(bench.arrived.length).toBe((await polled(bench, 'c')).length)
  })

  it('a creditor that answers 500 gets the webhook again, and what follows waits behind it', async () => {
    const bench = await benchOf()
    bench.answers.push(500, 500)
    await bench.submit(claimOf('c'))
    await bench.to('2026-11-20T10:00:00Z')
    expect(typesOf(bench.arrived)).toEqual(['case.received', 'case.accepted'])
  })

  it('a creditor that is down for long gets everything in order once it is up', async () => {
    const bench = await benchOf()
    bench.answers.push(...Array.from({ length: 50 }, () => 503))
    await bench.submit(claimOf('c'))
    await bench.to('2026-11-24T10:00:00Z')
    expect(bench.arrived).toEqual([])
    bench.answers.length = 0
    await bench.world.settle()
    expect(bench.arrived).toEqual(await polled(bench, 'c'))
  })
})

describe('faults of the answer', () => {
  const payment = {
    paymentId: 'p1',
    amount: minor(100),
    currency: EUR,
    on: day('2026-11-20'),
    method: 'transfer',
  } as const

  it.each(['error500AfterSuccess', 'answerLost'] as const)(
    '%s: the claim and the payment are taken once, a repeat succeeds',
    async (kind) => {
      const bench = await benchOf({ faults: { [kind]: 1 } })
      const claim = claimOf('c')
      expect((await bench.client.submitClaim(claim, 'k')).outcome).toBe('unknown')
      expect((await bench.client.submitClaim(claim, 'k')).outcome).toBe('accepted')
      expect((await bench.client.reportDirectPayment('c', payment)).outcome).toBe('unknown')
      expect((await bench.client.reportDirectPayment('c', payment)).outcome).toBe('accepted')
      expect(typesOf(await polled(bench, 'c'))).toEqual(['case.received', 'payment.direct_acknowledged'])
    },
  )

  it.each(['unavailable', 'refused'] as const)(
    'down (%s): nothing is taken or sent until it works again',
    async (down) => {
      const bench = await benchOf()
      await bench.submit(claimOf('c'))
      await bench.world.setFaults(CONNECTION, faults.parse({ down }))
      expect((await bench.client.reportDirectPayment('c', payment)).outcome).toBe('unavailable')
      await bench.to('2026-11-21T09:00:00Z')
      const before = bench.arrived.length
      await bench.world.setFaults(CONNECTION, faults.parse({}))
      await bench.world.settle()
      expect(before).toBeLessThanOrEqual(1)
      expect(typesOf(bench.arrived)).toEqual(['case.received', 'case.accepted'])
      expect((await bench.client.reportDirectPayment('c', payment)).outcome).toBe('accepted')
    },
  )
})

describe('faults of content', () => {
  it('changedCaseNumber: a day after acceptance the case is told under another number, once', async () => {
    const bench = await benchOf({ faults: { changedCaseNumber: 1 } })
    await bench.submit(claimOf('c'))
    await bench.to(END)
    const numbers = bench.arrived.flatMap(({ body }) => (body.type === 'case.accepted' ? [body.caseNumber] : []))
    expect(numbers).toEqual(['77-204518', '77-204519'])
  })

  it('unknownCode: news of a foreign type comes in its place and is kept as unknown', async () => {
    const bench = await benchOf({ faults: { unknownCode: 1 } })
    await bench.submit(claimOf('c', 'zahlt'))
    await bench.to(END)
    const foreign = bench.arrived.filter(({ body }) => body.type === 'unknown')
    expect(foreign[0]?.body).toMatchObject({ rawType: 'case.clerk_changed' })
    expect(bench.arrived.map((news) => news.sequence)).toEqual(bench.arrived.map((_, index) => index + 1))
    expect(sumsOf(claimOf('c'), bench.arrived)).toEqual(figures(bench, 'c'))
  })
})
