import { describe, expect, it } from 'vitest'
import { readNews, readNewsPage, writeNews } from './reading.ts'

const ENVELOPE = {
  eventId: 'evt-1',
  claimRef: 'c-1',
  sequence: 4,
  occurredAt: '2026-11-20T10:00:00.000+01:00',
  currency: 'EUR',
}
const SPLIT = { principal: 7000, charges: 250, interest: 0, costs: 3677, overpaid: 0 }
const PAYMENT = {
  type: 'payment.reported',
  paymentId: 'p-1',
  receivedBy: 'partner',
  amount: 10_927,
  on: '2026-11-19',
  method: 'transfer',
  split: SPLIT,
}

describe('reading news', () => {
  it('gives core’s News with the moment in UTC', () => {
    const read = readNews({ ...ENVELOPE, body: PAYMENT, rawCode: 'ZE 1' })
    expect(read).toEqual({
      ok: true,
      value: { ...ENVELOPE, occurredAt: '2026-11-20T09:00:00.000Z', body: PAYMENT, rawCode: 'ZE 1' },
    })
  })

  it('keeps a type it does not know, whole', () => {
    const body = { type: 'case.merged', into: 'c-9', parts: [1, 2] }
    const read = readNews({ ...ENVELOPE, body })
    expect(read.ok && read.value.body).toEqual({ type: 'unknown', rawType: 'case.merged', raw: JSON.stringify(body) })
    expect(read.ok && writeNews(read.value)).toMatchObject({ body })
  })

  it('keeps a known type with a word it does not know, instead of guessing', () => {
    const read = readNews({ ...ENVELOPE, body: { type: 'case.stage_changed', stage: 'mediation' } })
    expect(read.ok && read.value.body).toMatchObject({ type: 'unknown', rawType: 'case.stage_changed' })
  })

  it('lets fields that were added later pass', () => {
    expect(readNews({ ...ENVELOPE, future: true, body: { ...PAYMENT, exchangeRate: '1.0' } })).toMatchObject({
      ok: true,
    })
  })

  it.each([
    ['a split that does not sum to the payment', { ...PAYMENT, amount: 10_928 }, '/body/split'],
    ['an amount with parts of a cent', { ...PAYMENT, amount: 109.27 }, '/body/amount'],
    [
      'an amount beyond 10^12',
      { ...PAYMENT, amount: 1e12 + 1, split: { ...SPLIT, costs: 1e12 + 1 - 7250 } },
      '/body/amount',
    ],
    ['an amount as text', { ...PAYMENT, amount: '10927' }, '/body/amount'],
    ['a day that does not exist', { ...PAYMENT, on: '2026-02-30' }, '/body/on'],
    ['a missing method', { ...PAYMENT, method: undefined }, '/body/method'],
    ['a method that is no text', { ...PAYMENT, method: 7 }, '/body/method'],
  ])('refuses %s and points at it', (_what, body, pointer) => {
    const read = readNews({ ...ENVELOPE, body })
    expect(read.ok ? [] : read.problem.errors?.map((error) => error.pointer)).toContain(pointer)
  })

  it.each([
    ['no sequence', { sequence: 0 }],
    ['no moment', { occurredAt: '2026-11-20' }],
    ['no currency', { currency: 'euro' }],
    ['no body', { body: undefined }],
  ])('refuses news with %s', (_what, change) => {
    expect(readNews({ ...ENVELOPE, body: PAYMENT, ...change }).ok).toBe(false)
  })

  it('refuses a page with one malformed piece, so that no gap goes unseen', () => {
    const good = { ...ENVELOPE, body: PAYMENT }
    expect(readNewsPage({ news: [good], lastSequence: 4 }).ok).toBe(true)
    expect(readNewsPage({ news: [good, { ...good, sequence: -1 }], lastSequence: 5 }).ok).toBe(false)
  })
})
