import { instant } from '@mahnwerk/core/calendar'
import { describe, expect, it } from 'vitest'
import { signWebhook, verifyWebhook, webhookHeaders, webhookSecret } from './index.ts'

// The example of docs/protocol.md, computed outside of this code with
//   printf 'evt_1.1795251600.{"hello":"world"}' | openssl dgst -sha256 -mac HMAC -macopt hexkey:3031…66 -binary | base64
const SECRET = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY='
const OTHER = webhookSecret(new Uint8Array(32).fill(7))
const MESSAGE = { id: 'evt_1', timestamp: 1_795_251_600, body: '{"hello":"world"}' }
const SIGNATURE = 'v1,dvEfUQD8ZAMRUPFctjaoHx+HcwuuUqO+BilOCbCBoEo='
const NOW = instant('2026-11-21T09:00:00Z')

function verify(change: { headers?: Record<string, string>; rawBody?: string; secrets?: string[]; now?: string } = {}) {
  return verifyWebhook({
    headers: { ...webhookHeaders(MESSAGE, [SECRET]), ...change.headers },
    rawBody: change.rawBody ?? MESSAGE.body,
    secrets: change.secrets ?? [SECRET],
    now: change.now === undefined ? NOW : instant(change.now),
  })
}

describe('a webhook signature', () => {
  it('is what openssl computes for the same secret and message', () => {
    expect(signWebhook(MESSAGE, SECRET)).toBe(SIGNATURE)
  })

  it('follows the vector published with the Standard Webhooks libraries', () => {
    const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330, body: '{"test": 2432232314}' }
    expect(signWebhook(message, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    )
  })

  it('is believed', () => {
    expect(verify()).toEqual({ ok: true, id: 'evt_1', sentAt: MESSAGE.timestamp })
  })

  it('is believed beside others, while the secret is being changed on either side', () => {
    expect(verify({ headers: webhookHeaders(MESSAGE, [OTHER, SECRET]) }).ok).toBe(true)
    expect(verify({ secrets: [OTHER, SECRET] }).ok).toBe(true)
  })

  it.each([
    ['a changed body', { rawBody: '{"hello":"World"}' }],
    ['a changed id', { headers: { 'webhook-id': 'evt_2' } }],
    ['a changed time', { headers: { 'webhook-timestamp': String(MESSAGE.timestamp + 1) } }],
    ['another secret', { secrets: [OTHER] }],
    ['no valid secret', { secrets: [] }],
    ['a signature of another version', { headers: { 'webhook-signature': SIGNATURE.replace('v1,', 'v1a,') } }],
    ['a shortened signature', { headers: { 'webhook-signature': SIGNATURE.slice(0, 20) } }],
  ])('fails for %s', (_what, change) => {
    expect(verify(change)).toEqual({ ok: false, fault: 'signature_wrong' })
  })

  it('holds for five minutes in either direction, and no second longer', () => {
    expect(verify({ now: '2026-11-21T09:05:00Z' }).ok).toBe(true)
    expect(verify({ now: '2026-11-21T09:05:01Z' })).toEqual({ ok: false, fault: 'timestamp_too_old' })
    expect(verify({ now: '2026-11-21T08:55:00Z' }).ok).toBe(true)
    expect(verify({ now: '2026-11-21T08:54:59Z' })).toEqual({ ok: false, fault: 'timestamp_too_new' })
  })

  it('fails without its headers and with a time that is none', () => {
    expect(verify({ headers: { 'webhook-id': '' } })).toEqual({ ok: false, fault: 'header_missing' })
    expect(verify({ headers: { 'webhook-timestamp': 'soon' } })).toEqual({ ok: false, fault: 'timestamp_malformed' })
  })

  it('needs a secret of at least 16 bytes', () => {
    expect(() => webhookSecret(new Uint8Array(15))).toThrow(RangeError)
    expect(() => signWebhook(MESSAGE, 'whsec_c2hvcnQ=')).toThrow(RangeError)
    expect(() => signWebhook(MESSAGE, 'hunter2')).toThrow(RangeError)
  })
})
