// The suite every partner connector has to pass against its stand-in: the same questions for all, so that the server may
// treat all partners alike.

import { type Instant, day, instant } from '@mahnwerk/core/calendar'
import { EUR, minor } from '@mahnwerk/core/money'
import { sha256 } from '../protocol/index.ts'
import { type ConformanceResult, expect, judge, sampleClaim } from '../protocol/conformance/index.ts'
import type { Partner, PartnerConnection, PartnerFake } from './partner.ts'

const NOW: Instant = instant('2026-11-20T09:00:00Z')
const CLAIM = sampleClaim('claim-1', NOW)
const REF = CLAIM.claimRef
const PAYMENT = {
  paymentId: 'pay-1',
  amount: minor(5000),
  currency: EUR,
  on: day('2026-11-20'),
  method: 'transfer',
} as const

type Bench = { readonly fake: PartnerFake; readonly connection: PartnerConnection }
type Check = { readonly name: string; readonly run: (bench: Bench) => Promise<void> }

/** Runs each check on a fresh stand-in to which CLAIM was handed. */
export async function partnerConformance(partner: Partner): Promise<readonly ConformanceResult[]> {
  const results: ConformanceResult[] = []
  for (const { name, run } of CHECKS) {
    results.push(await judge(`${partner.key}: ${name}`, async () => run(await benchFor(partner))))
  }
  return results
}

async function benchFor(partner: Partner): Promise<Bench> {
  const fake = partner.fake(() => NOW)
  const connection = partner.connect(fake.settings, { fetch: fake.fetch, now: () => NOW })
  const handed = await connection.submitClaim(CLAIM, 'key-1')
  expect(handed.outcome === 'accepted', `the handover came out as ${handed.outcome}`)
  return { fake, connection }
}

const CHECKS: readonly Check[] = [
  {
    name: 'tells what the partner can do',
    async run({ connection }) {
      const told = await connection.capabilities()
      expect(told.outcome === 'accepted', `came out as ${told.outcome}`)
    },
  },
  {
    name: 'hands a claim over once, however often it is sent',
    async run({ connection }) {
      const [a, b] = [await connection.submitClaim(CLAIM, 'key-1'), await connection.submitClaim(CLAIM, 'key-2')]
      expect(a.outcome === 'accepted' && b.outcome === 'accepted', `came out as ${a.outcome} and ${b.outcome}`)
      expect(a.body.receiptId === b.body.receiptId, 'the receipts differ')
    },
  },
  {
    name: 'reports a direct payment and its reversal, each safe to repeat',
    async run({ connection }) {
      const reversal = { reversalId: 'rev-1', paymentId: PAYMENT.paymentId, reason: 'Rücklastschrift' }
      const outcomes = [
        await connection.reportDirectPayment(REF, PAYMENT),
        await connection.reportDirectPayment(REF, PAYMENT),
        await connection.reportReversal(REF, reversal),
        await connection.reportReversal(REF, reversal),
      ].map((one) => one.outcome)
      expect(
        outcomes.every((one) => one === 'accepted'),
        `came out as ${outcomes.join(', ')}`,
      )
    },
  },
  {
    name: 'gives the problem of a claim the partner does not know',
    async run({ connection }) {
      const told = await connection.reportDirectPayment('nobody', PAYMENT)
      expect(told.outcome === 'rejected' && told.problem.class === 'business', `came out as ${told.outcome}`)
    },
  },
  {
    name: 'sends a document',
    async run({ connection }) {
      const content = new TextEncoder().encode('%PDF-1.4')
      const told = await connection.sendDocument(REF, 'doc-1', {
        kind: 'invoice',
        name: 'Rechnung.pdf',
        mediaType: 'application/pdf',
        sha256: await sha256(content),
        contentBase64: btoa(String.fromCharCode(...content)),
      })
      expect(told.outcome === 'accepted', `came out as ${told.outcome}`)
    },
  },
  {
    name: 'answers a question the partner asked',
    async run({ connection, fake }) {
      fake.tell(REF, { type: 'question.opened', questionId: 'q-1', kind: 'yes_no', text: 'Weiter?' })
      const answer = { answerId: 'a-1', questionId: 'q-1', answer: { kind: 'yes' } } as const
      const told = await connection.answerQuestion(REF, answer)
      expect(told.outcome === 'accepted', `came out as ${told.outcome}`)
    },
  },
  {
    name: 'gives the problem where a claim that is no attempt is recalled',
    async run({ connection }) {
      const told = await connection.recallClaim(REF, { recallId: 'rec-1' })
      expect(told.outcome === 'rejected' && told.problem.class === 'contract', `came out as ${told.outcome}`)
    },
  },
  {
    name: 'rests where it is asked to, or says that a person has to',
    async run({ connection }) {
      const asked = await connection.pauseClaim(REF, {
        pauseId: 'pause-1',
        reason: 'hardship',
        until: day('2027-01-15'),
      })
      const rests = asked.outcome === 'accepted'
      const refuses = asked.outcome === 'rejected' && asked.problem.class === 'contract'
      expect(rests || refuses, `came out as ${asked.outcome}`)
      const ended = await connection.resumeClaim(REF, { resumptionId: 'resume-1' })
      expect(ended.outcome === asked.outcome, `the end came out as ${ended.outcome}`)
    },
  },
  {
    name: 'fetches the news that came after a sequence',
    async run({ connection, fake }) {
      const news = fake.tell(REF, { type: 'case.accepted', caseNumber: '77-1' })
      const page = await connection.fetchNews(REF, news.sequence - 1)
      expect(page.outcome === 'accepted', `came out as ${page.outcome}`)
      expect(JSON.stringify(page.body.news) === JSON.stringify([news]), `saw ${JSON.stringify(page.body.news)}`)
    },
  },
  {
    name: 'keeps news of a type it does not know, whole and in its place',
    async run({ connection, fake }) {
      const raw = JSON.stringify({ type: 'case.something_new', detail: 7 })
      const news = fake.tell(REF, { type: 'unknown', rawType: 'case.something_new', raw })
      const { headers, rawBody } = fake.webhookOf(news)
      const parsed = connection.parseWebhook(headers, rawBody)
      expect(parsed.ok && parsed.value.body.type === 'unknown', 'it is not kept as unknown')
      expect(JSON.stringify(parsed.value) === JSON.stringify(news), `saw ${JSON.stringify(parsed.value)}`)
    },
  },
  {
    name: 'believes a webhook that is signed, and none that was changed',
    async run({ connection, fake }) {
      const { headers, rawBody } = fake.webhookOf(fake.tell(REF, { type: 'case.accepted', caseNumber: '77-1' }))
      expect(connection.parseWebhook(headers, rawBody).ok, 'the true one is refused')
      const changed = connection.parseWebhook(headers, rawBody.replace('77-1', '77-2'))
      expect(!changed.ok && changed.refusal.code === 'signature_invalid', 'the changed one is believed')
    },
  },
  {
    name: 'tells apart a partner that is down and one that gave no answer',
    async run({ connection, fake }) {
      fake.behave('down')
      const down = await connection.reportDirectPayment(REF, PAYMENT)
      expect(down.outcome === 'unavailable', `down came out as ${down.outcome}`)
      fake.behave('silent')
      const silent = await connection.reportDirectPayment(REF, PAYMENT)
      expect(silent.outcome === 'unknown', `no answer came out as ${silent.outcome}`)
      fake.behave('works')
      const again = await connection.reportDirectPayment(REF, PAYMENT)
      expect(again.outcome === 'accepted', `the repeat came out as ${again.outcome}`)
    },
  },
  {
    name: 'shows the claim in the books of the day',
    async run({ connection }) {
      const books = await connection.reconcile(day('2026-11-20'))
      expect(books.outcome === 'accepted', `came out as ${books.outcome}`)
      const line = books.body.claims.find((one) => one.claimRef === REF)
      expect(line?.openPrincipal === CLAIM.claim.principal, `saw ${JSON.stringify(line)}`)
    },
  },
]
