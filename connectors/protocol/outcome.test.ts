import { instant } from '@mahnwerk/core/calendar'
import { describe, expect, it } from 'vitest'
import { createProtocolClient } from './client.ts'
import { sampleClaim } from './conformance/index.ts'
import { problemOf } from './problems.ts'

const NOW = instant('2026-11-20T09:00:00Z')

function clientAnswered(answer: () => Response | Promise<Response>) {
  return createProtocolClient({
    baseUrl: 'https://partner.example/v1/',
    token: 't',
    clock: () => NOW,
    timeoutMs: 30,
    fetch: async (_input, init) => {
      const cut = new Promise<never>((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
      })
      return Promise.race([cut, (async () => answer())()])
    },
  })
}

function outcomeOf(answer: () => Response | Promise<Response>) {
  return clientAnswered(answer).submitClaim(sampleClaim('c-1', NOW), 'k')
}

const broken = (code: string) => () => {
  throw new TypeError('fetch failed', { cause: { code } })
}

describe('what came of a call', () => {
  it('is accepted only with a body as agreed', async () => {
    const receipt = { receiptId: 'r-1', receivedAt: '2026-11-20T10:00:00+01:00', contentHash: 'a'.repeat(64) }
    const outcome = await outcomeOf(() => Response.json(receipt, { status: 202 }))
    expect(outcome).toEqual({ outcome: 'accepted', body: { ...receipt, receivedAt: '2026-11-20T09:00:00.000Z' } })
  })

  it('is unknown where a success cannot be read', async () => {
    expect((await outcomeOf(() => Response.json({ ok: true }))).outcome).toBe('unknown')
    expect((await outcomeOf(() => new Response('<html>'))).outcome).toBe('unknown')
  })

  it('is rejected with the partner’s own problem', async () => {
    const problem = problemOf('claim-conflict', { detail: 'anderer Betrag' })
    const outcome = await outcomeOf(() => Response.json(problem, { status: 422 }))
    expect(outcome).toEqual({ outcome: 'rejected', problem })
  })

  it('is rejected with what can be said where the answer is no problem of ours', async () => {
    const outcome = await outcomeOf(() => new Response('Zugriff verweigert', { status: 403 }))
    const problem = {
      type: 'about:blank',
      title: 'HTTP 403',
      status: 403,
      class: 'technical',
      detail: 'Zugriff verweigert',
    }
    expect(outcome).toEqual({ outcome: 'rejected', problem })
  })

  it.each([408, 409, 425, 429, 503])('is unavailable for %i', async (status) => {
    const outcome = await outcomeOf(() => new Response('', { status, headers: { 'retry-after': '17' } }))
    expect(outcome).toMatchObject({ outcome: 'unavailable', retryAfterSeconds: 17 })
  })

  it('reads a Retry-After that names a date', async () => {
    const headers = { 'retry-after': 'Fri, 20 Nov 2026 09:01:30 GMT' }
    expect(await outcomeOf(() => new Response('', { status: 503, headers }))).toMatchObject({ retryAfterSeconds: 90 })
  })

  it.each([500, 502, 504])('is unknown for %i, because the message may have been taken', async (status) => {
    expect((await outcomeOf(() => new Response('', { status }))).outcome).toBe('unknown')
  })

  it('is unavailable where the connection never stood', async () => {
    expect(await outcomeOf(broken('ECONNREFUSED'))).toEqual({ outcome: 'unavailable', reason: 'ECONNREFUSED' })
  })

  it('is unknown where the connection broke or nobody answered in time', async () => {
    expect(await outcomeOf(broken('ECONNRESET'))).toEqual({ outcome: 'unknown', reason: 'ECONNRESET' })
    expect((await outcomeOf(() => new Promise<Response>(() => {}))).outcome).toBe('unknown')
  })

  it('does not carry the token to another address', async () => {
    const outcome = await outcomeOf(
      () => new Response('', { status: 307, headers: { location: 'https://elsewhere.example' } }),
    )
    expect(outcome.outcome).toBe('rejected')
  })
})
