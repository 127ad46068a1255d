import type { News } from '@mahnwerk/core/cases'
import { NEWS_HASH_START, nextNewsHash } from '../news-hash.ts'
import { reconciliation } from '../schemas/index.ts'
import { expectBody, expectProblem } from './caller.ts'
import { type Check, type Context, eventually, newsAfter } from './context.ts'
import { expect } from './expectation.ts'

export const newsChecks: readonly Check[] = [
  {
    name: 'counts the news of a claim 1, 2, 3 and begins with case.received',
    async run(context) {
      const news = await newsAfter(context, 0)
      const [first] = news
      expect(first?.body.type === 'case.received', `the first news is ${first?.body.type ?? 'missing'}`)
      expect(first.body.receiptId === context.receipt?.receiptId, 'it does not name the receipt')
      expect(
        news.every((one, index) => one.sequence === index + 1),
        `sequences: ${news.map((one) => one.sequence).join(' ')}`,
      )
      expect(new Set(news.map((one) => one.eventId)).size === news.length, 'event ids repeat')
      expect(
        news.every((one) => one.claimRef === context.claim.claimRef),
        'news of another claim is among them',
      )
    },
  },
  {
    name: 'decides: accepts the claim with a case number, or rejects it with a reason',
    async run(context) {
      await eventually(context, 'case.accepted or case.rejected', async () =>
        (await newsAfter(context, 0)).find(isDecision),
      )
    },
  },
  {
    name: 'gives only what comes after the sequence asked for, and the same again',
    async run(context) {
      const all = await newsAfter(context, 0)
      const later = await newsAfter(context, 1)
      const again = await newsAfter(context, 1)
      expect(
        later.every((one) => one.sequence > 1),
        'news up to the sequence is repeated',
      )
      expect(later.length >= all.length - 1, 'news after the sequence is missing')
      const both = later.every((one, index) => JSON.stringify(one) === JSON.stringify(again[index]))
      expect(both, 'the same question was answered with other news')
      expect((await newsAfter(context, 1_000_000)).length === 0, 'there is news after the last')
    },
  },
  {
    name: 'refuses a sequence that is no number',
    async run({ call, claim }) {
      expectProblem(await call('GET', `/claims/${claim.claimRef}/news?after=x`), 400, 'content-invalid')
    },
  },
  {
    name: 'shows the claim in the books of the day, with the hash of its news',
    async run(context) {
      await eventually(context, 'a line in the books that fits the news', async () => {
        const before = await newsAfter(context, 0)
        const line = await bookLine(context)
        return line.lastSequence === before.length && line.newsHash === (await hashOf(before)) ? line : undefined
      })
      const { claim } = context.claim
      const line = await bookLine(context)
      const open = line.openPrincipal + line.openCharges + line.openInterest
      expect(line.currency === claim.currency, `expected ${claim.currency}, saw ${line.currency}`)
      expect(open < claim.totalOpen, 'the direct payments told before did not lower the claim')
      expect(line.paidTotal > 0, 'the direct payments told before are not in the total paid')
    },
  },
  {
    name: 'refuses the books of a day that does not exist',
    async run({ call }) {
      expectProblem(await call('GET', '/reconciliation?on=2026-02-30'), 400, 'content-invalid')
    },
  },
]

function isDecision({ body }: News): boolean {
  return body.type === 'case.accepted' || body.type === 'case.rejected'
}

async function bookLine(context: Context) {
  // Tomorrow's day is today for a partner east of us; the books of a day to come are those of now.
  const on = new Date(Date.parse(context.now()) + 86_400_000).toISOString().slice(0, 10)
  const books = expectBody(await context.call('GET', `/reconciliation?on=${on}`), 200, reconciliation)
  const line = books.claims.find((one) => one.claimRef === context.claim.claimRef)
  expect(line !== undefined, 'the claim is missing')
  return line
}

async function hashOf(news: readonly News[]): Promise<string> {
  let hash = NEWS_HASH_START
  for (const one of news) hash = await nextNewsHash(hash, one)
  return hash
}
