import { sha256 } from '../content-hash.ts'
import type { News } from '@mahnwerk/core/cases'
import { capabilities, receipt, taken } from '../schemas/index.ts'
import { expectBody, expectProblem } from './caller.ts'
import { type Check, type Context, eventually, newsAfter } from './context.ts'
import { expect } from './expectation.ts'
import { sampleClaim } from './sample.ts'

/** Less than the principal, so that the case stays open. */
const AMOUNT = 5000

function paymentOf(context: Context, paymentId: string) {
  return { paymentId, amount: AMOUNT, currency: 'EUR', on: context.now().slice(0, 10), method: 'transfer' }
}

const of = ({ claim }: Context, rest: string): string => `/claims/${claim.claimRef}/${rest}`

export const reportChecks: readonly Check[] = [
  {
    name: 'answers reports about an unknown claim with 404',
    async run(context) {
      const path = `/claims/${context.newRef('nobody')}`
      const content = paymentOf(context, context.newRef('pay'))
      expectProblem(await context.call('POST', `${path}/direct-payments`, { content }), 404, 'claim-unknown')
      expectProblem(await context.call('GET', `${path}/news?after=0`), 404, 'claim-unknown')
    },
  },
  {
    name: 'takes a direct payment once, however often it is told, and says how it was spread',
    async run(context) {
      const content = paymentOf(context, context.newRef('pay'))
      for (let times = 0; times < 3; times += 1) {
        expectBody(await context.call('POST', of(context, 'direct-payments'), { content }), 202, taken)
      }
      const told = () => acknowledgements(context, content.paymentId)
      await eventually(context, 'payment.direct_acknowledged', async () => ((await told()) > 0 ? true : undefined))
      const count = await told()
      expect(count === 1, `acknowledged ${count} times`)
    },
  },
  {
    name: 'refuses a payment id that was used with another amount',
    async run(context) {
      const content = paymentOf(context, context.newRef('pay'))
      expectBody(await context.call('POST', of(context, 'direct-payments'), { content }), 202, taken)
      const other = { ...content, amount: content.amount + 1 }
      expectProblem(await context.call('POST', of(context, 'direct-payments'), { content: other }), 422, 'id-conflict')
    },
  },
  {
    name: 'refuses a payment in another currency than the claim',
    async run(context) {
      const content = { ...paymentOf(context, context.newRef('pay')), currency: 'CHF' }
      expectProblem(await context.call('POST', of(context, 'direct-payments'), { content }), 422, 'currency-mismatch')
    },
  },
  {
    name: 'takes a direct payment back once',
    async run(context) {
      const payment = paymentOf(context, context.newRef('pay'))
      expectBody(await context.call('POST', of(context, 'direct-payments'), { content: payment }), 202, taken)
      const content = { reversalId: context.newRef('rev'), paymentId: payment.paymentId, reason: 'Rücklastschrift' }
      for (let times = 0; times < 2; times += 1) {
        expectBody(await context.call('POST', of(context, 'direct-payment-reversals'), { content }), 202, taken)
      }
      await eventually(context, 'payment.reversed for the direct payment', async () => {
        const news = await newsAfter(context, 0)
        return news.find(({ body }) => body.type === 'payment.reversed' && body.reverses === payment.paymentId)
      })
    },
  },
  {
    name: 'refuses to take back a payment that was never told',
    async run(context) {
      const content = { reversalId: context.newRef('rev'), paymentId: context.newRef('pay'), reason: 'Irrtum' }
      expectProblem(
        await context.call('POST', of(context, 'direct-payment-reversals'), { content }),
        404,
        'payment-unknown',
      )
    },
  },
  {
    name: 'checks the SHA-256 of a document',
    async run(context) {
      const bytes = new TextEncoder().encode('%PDF-1.4 Konformitätstest')
      const path = of(context, `documents/${context.newRef('doc')}`)
      const content = {
        kind: 'invoice',
        name: 'Rechnung.pdf',
        mediaType: 'application/pdf',
        sha256: await sha256(bytes),
        contentBase64: btoa(String.fromCharCode(...bytes)),
      }
      const wrong = { ...content, sha256: '0'.repeat(64) }
      expectProblem(await context.call('PUT', path, { content: wrong }), 400, 'document-hash-mismatch')
      expectBody(await context.call('PUT', path, { content }), 202, taken)
      expectBody(await context.call('PUT', path, { content }), 202, taken)
    },
  },
  {
    name: 'ends an attempt when the creditor says so, once and without costs, and nothing but an attempt',
    async run(context) {
      const content = { recallId: context.newRef('recall'), reason: 'Kulanz' }
      expectProblem(await context.call('POST', of(context, 'recalls'), { content }), 422, 'recall-not-agreed')
      const known = expectBody(await context.call('GET', '/capabilities'), 200, capabilities)
      if (!known.claimKinds.includes('attempt')) return
      const claimRef = context.newRef('attempt')
      const sample = sampleClaim(claimRef, context.now())
      const attempt = { ...sample, claim: { ...sample.claim, kind: 'attempt' } }
      const key = context.newRef('key')
      expectBody(await context.call('POST', '/claims', { content: attempt, key }), 202, receipt)
      for (let times = 0; times < 2; times += 1)
        expectBody(await context.call('POST', `/claims/${claimRef}/recalls`, { content }), 202, taken)
      const told = await eventually(context, 'case.closed', async () => {
        const news = await newsAfter(context, 0, claimRef)
        return news.some(({ body }) => body.type === 'case.closed') ? news : undefined
      })
      const ends = told.filter(({ body }) => body.type === 'case.closed' && body.reason === 'recalled')
      expect(ends.length === 1, `closed as recalled ${ends.length} times`)
      expect(openCosts(told) === 0, `costs of ${openCosts(told)} are left`)
    },
  },
  {
    name: 'rests where the creditor asks for it, goes on when that is over, or says that it does not',
    async run(context) {
      const content = { pauseId: context.newRef('pause'), reason: 'hardship' }
      const known = expectBody(await context.call('GET', '/capabilities'), 200, capabilities)
      if (known.canPause !== true)
        return expectProblem(await context.call('POST', of(context, 'pauses'), { content }), 422, 'pause-not-agreed')
      for (let times = 0; times < 2; times += 1)
        expectBody(await context.call('POST', of(context, 'pauses'), { content }), 202, taken)
      await eventually(context, 'case.paused', () => toldOnce(context, 'case.paused'))
      const resumption = { resumptionId: context.newRef('resumption') }
      for (let times = 0; times < 2; times += 1)
        expectBody(await context.call('POST', of(context, 'resumptions'), { content: resumption }), 202, taken)
      await eventually(context, 'case.resumed', () => toldOnce(context, 'case.resumed'))
    },
  },
  {
    name: 'refuses an answer to a question it did not ask',
    async run(context) {
      const content = {
        answerId: context.newRef('answer'),
        questionId: context.newRef('question'),
        answer: { kind: 'yes' },
      }
      expectProblem(await context.call('POST', of(context, 'answers'), { content }), 404, 'question-unknown')
    },
  },
]

async function acknowledgements(context: Context, paymentId: string): Promise<number> {
  const news = await newsAfter(context, 0)
  return news.filter(({ body }) => body.type === 'payment.direct_acknowledged' && body.paymentId === paymentId).length
}

function openCosts(news: readonly News[]): number {
  return news.reduce((open, { body }) => {
    if (body.type === 'cost.added') return open + body.amount
    return body.type === 'cost.waived' ? open - body.amount : open
  }, 0)
}

async function toldOnce(context: Context, type: News['body']['type']): Promise<true | undefined> {
  const count = (await newsAfter(context, 0)).filter(({ body }) => body.type === type).length
  expect(count < 2, `${type} came ${count} times`)
  return count === 1 ? true : undefined
}
