// Pretends a partner with the server side of the protocol over plain maps: it books direct payments on the principal and
// says what it is told to say. For an agency that acts by itself there is the simulator.

import type { Instant } from '@mahnwerk/core/calendar'
import { canonicalJson } from '@mahnwerk/core/canonical'
import type { News, NewsBody, PaymentSplit } from '@mahnwerk/core/cases'
import type { HandoverPackage } from '@mahnwerk/core/handover'
import { EUR, ZERO, add, least, minor, subtract, sum } from '@mahnwerk/core/money'
import { NEWS_HASH_START, type ReconciliationLine, nextNewsHash, writeNews } from '../../protocol/index.ts'
import {
  type DeskAnswer,
  type PartnerDesk,
  createPartnerServer,
  memoryInMaps,
  plainRequest,
  platformResponse,
} from '../../protocol/server/index.ts'
import { webhookHeaders } from '../../protocol/webhooks/index.ts'
import type { PartnerFake } from '../partner.ts'

const SECRET = 'whsec_bWFobndlcmstc3RhbmQtaW4tc2VjcmV0LTMyLWJ5dGU='
const SETTINGS = { baseUrl: 'https://partner.example/v1', token: 'stand-in-token', webhookSecrets: [SECRET] }

type Kept = {
  readonly package: HandoverPackage
  readonly contentHash: string
  readonly receivedAt: Instant
  readonly news: News[]
  readonly taken: Map<string, string>
  readonly splits: Map<string, PaymentSplit>
}

export function fake(now: () => Instant): PartnerFake {
  const claims = new Map<string, Kept>()
  let how: Parameters<PartnerFake['behave']>[0] = 'works'
  const tell = (claimRef: string, body: NewsBody): News => say(claims, claimRef, body, now())
  const answer = createPartnerServer({
    authorized: (token) => token === SETTINGS.token,
    desk: deskOf(claims, tell, now),
    memory: memoryInMaps(),
  })
  return {
    settings: SETTINGS,
    async fetch(input, init) {
      if (how === 'down') throw new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })
      const answered = await answer(await plainRequest(new Request(input, init), '/v1'))
      if (how === 'silent') throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } })
      return platformResponse(answered)
    },
    tell,
    webhookOf(news) {
      const rawBody = JSON.stringify(writeNews(news))
      const timestamp = Math.floor(Date.parse(now()) / 1000)
      return { headers: webhookHeaders({ id: news.eventId, timestamp, body: rawBody }, [SECRET]), rawBody }
    },
    behave(next) {
      how = next
    },
  }
}

function say(claims: ReadonlyMap<string, Kept>, claimRef: string, body: NewsBody, occurredAt: Instant): News {
  const kept = claims.get(claimRef)
  if (kept === undefined) throw new RangeError(`this claim was not handed over: ${claimRef}`)
  const sequence = kept.news.length + 1
  const currency = kept.package.claim.currency
  const news: News = { eventId: `${claimRef}-${sequence}`, claimRef, sequence, occurredAt, currency, body }
  kept.news.push(news)
  return news
}

function deskOf(claims: Map<string, Kept>, tell: PartnerFake['tell'], now: () => Instant): PartnerDesk {
  async function once(
    claimRef: string,
    id: string,
    content: unknown,
    work: (kept: Kept) => Exclude<DeskAnswer<never>, { ok: true }> | undefined,
  ): Promise<DeskAnswer<{ receivedAt: Instant }>> {
    const kept = claims.get(claimRef)
    if (kept === undefined) return { ok: false, problem: 'claim-unknown' }
    const text = canonicalJson(content)
    const before = kept.taken.get(id)
    if (before !== undefined && before !== text) return { ok: false, problem: 'id-conflict' }
    const refused = before === undefined ? work(kept) : undefined
    if (refused !== undefined) return refused
    kept.taken.set(id, text)
    return { ok: true, body: { receivedAt: now() } }
  }

  return {
    capabilities: async () => ({
      protocol: '1',
      partner: { name: 'Musterinkasso', country: 'DE' },
      countries: ['DE'],
      debtorKinds: ['consumer', 'business'],
      claimKinds: ['regular', 'attempt'],
      currencies: [EUR],
      principalMin: minor(1),
      stages: ['agency_letter', 'ended'],
      courtOnlyByDecision: true,
      canPause: true,
      documents: { mediaTypes: ['application/pdf'], bytesMax: 10_000_000 },
      requiredFields: [],
    }),
    async takeClaim({ package: claim, contentHash }) {
      const kept = claims.get(claim.claimRef)
      const receiptId = `receipt-${claim.claimRef}`
      if (kept !== undefined && kept.contentHash !== contentHash) return { ok: false, problem: 'claim-conflict' }
      if (kept !== undefined) return { ok: true, body: { receiptId, receivedAt: kept.receivedAt, contentHash } }
      const receivedAt = now()
      claims.set(claim.claimRef, {
        package: claim,
        contentHash,
        receivedAt,
        news: [],
        taken: new Map(),
        splits: new Map(),
      })
      tell(claim.claimRef, { type: 'case.received', receiptId })
      tell(claim.claimRef, { type: 'case.accepted', caseNumber: `M-${claims.size}` })
      return { ok: true, body: { receiptId, receivedAt, contentHash } }
    },
    takeDirectPayment: (claimRef, payment) =>
      once(claimRef, `payment ${payment.paymentId}`, payment, (kept) => {
        if (payment.currency !== kept.package.claim.currency) return { ok: false, problem: 'currency-mismatch' }
        const principal = least(payment.amount, openPrincipal(kept))
        const overpaid = subtract(payment.amount, principal)
        const split = { principal, charges: ZERO, interest: ZERO, costs: ZERO, overpaid }
        kept.splits.set(payment.paymentId, split)
        tell(claimRef, { type: 'payment.direct_acknowledged', paymentId: payment.paymentId, split })
        return undefined
      }),
    takeReversal: (claimRef, { reversalId, paymentId, reason }) =>
      once(claimRef, `reversal ${reversalId}`, { paymentId, reason }, (kept) => {
        if (!kept.splits.delete(paymentId)) return { ok: false, problem: 'payment-unknown' }
        const on = kept.package.claim.dueDate
        tell(claimRef, { type: 'payment.reversed', paymentId: reversalId, reverses: paymentId, on, reason })
        return undefined
      }),
    takeDocument: (claimRef, documentId, { sha256 }) =>
      once(claimRef, `document ${documentId}`, sha256, () => undefined),
    takeAnswer: (claimRef, answer) =>
      once(claimRef, `answer ${answer.answerId}`, answer, (kept) => {
        const asked = kept.news.some(
          ({ body }) => body.type === 'question.opened' && body.questionId === answer.questionId,
        )
        return asked ? undefined : { ok: false, problem: 'question-unknown' }
      }),
    takeRecall: (claimRef, recall) =>
      once(claimRef, `recall ${recall.recallId}`, recall, (kept) => {
        if (kept.package.claim.kind !== 'attempt') return { ok: false, problem: 'recall-not-agreed' }
        tell(claimRef, { type: 'case.closed', reason: 'recalled' })
        return undefined
      }),
    takePause: (claimRef, { pauseId, reason, until }) =>
      once(claimRef, `pause ${pauseId}`, { reason, until }, () => {
        tell(claimRef, { type: 'case.paused', reason, ...(until === undefined ? {} : { until }) })
        return undefined
      }),
    takeResumption: (claimRef, { resumptionId }) =>
      once(claimRef, `resumption ${resumptionId}`, '', () => {
        tell(claimRef, { type: 'case.resumed' })
        return undefined
      }),
    async news(claimRef, after) {
      const kept = claims.get(claimRef)
      if (kept === undefined) return { ok: false, problem: 'claim-unknown' }
      return { ok: true, body: { news: kept.news.slice(after), lastSequence: kept.news.length } }
    },
    async reconciliation(on) {
      return { on, asOf: now(), claims: await Promise.all([...claims.values()].map(lineOf)) }
    },
  }
}

function openPrincipal({ package: { claim }, splits }: Kept) {
  return subtract(claim.principal, sum([...splits.values()].map((split) => split.principal)))
}

async function lineOf(kept: Kept): Promise<ReconciliationLine> {
  const { claimRef, claim } = kept.package
  let newsHash = NEWS_HASH_START
  for (const news of kept.news) newsHash = await nextNewsHash(newsHash, news)
  return {
    claimRef,
    currency: claim.currency,
    openPrincipal: openPrincipal(kept),
    openCharges: sum(claim.charges.map((charge) => charge.amount)),
    openInterest: ZERO,
    openCosts: ZERO,
    paidTotal: sum([...kept.splits.values()].map((split) => add(split.principal, split.overpaid))),
    lastSequence: kept.news.length,
    newsHash,
  }
}
