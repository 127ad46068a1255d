import { instant } from '@mahnwerk/core/calendar'
import { expect, it } from 'vitest'
import { runConformance } from '@mahnwerk/connectors/protocol/conformance'
import type { WebhookHeaders } from '@mahnwerk/connectors/protocol/webhooks'
import { createWorld } from './index.ts'
import { bodyText } from './testing.ts'

const SECRET = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY='

it('the simulated agency passes the conformance suite, webhooks included', async () => {
  let time = Date.parse('2026-11-20T09:00:00Z')
  const now = () => instant(new Date(time).toISOString())
  const received: { headers: WebhookHeaders; rawBody: string; receivedAt: ReturnType<typeof now> }[] = []
  const answers: number[] = []
  const world = createWorld({
    now,
    wait: async () => undefined,
    async fetch(_url, init) {
      const headers = Object.fromEntries(new Headers(init?.headers))
      received.push({ headers, rawBody: bodyText(init), receivedAt: now() })
      return new Response('', { status: answers.shift() ?? 200 })
    },
  })
  const token = 'partner-token'
  const webhookUrl = 'http://creditor.test/webhook'
  await world.connect('c1', { token, webhookUrl, webhookSecret: SECRET, profile: 'kranich', seed: 'conformance' })
  const results = await runConformance({
    baseUrl: 'http://simulator.test/partners/c1/v1',
    token,
    fetch: async (input, init) => world.handle(new Request(input, init)),
    runId: 'a',
    now,
    // Waiting lets the pretended time pass.
    async wait(milliseconds) {
      time += milliseconds
      await world.settle()
    },
    receiver: {
      secret: SECRET,
      received: () => received,
      answerNext: (status, times) => answers.push(...Array.from({ length: times }, () => status)),
    },
  })
  expect(results.filter((result) => !result.passed)).toEqual([])
  expect(results.length).toBeGreaterThan(28)
})
