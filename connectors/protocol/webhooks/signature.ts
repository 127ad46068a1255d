// Signatures of webhooks after the Standard Webhooks specification: HMAC-SHA256 over "id.timestamp.body" with a secret
// written as whsec_ and base64. The only place of the protocol that needs the platform's crypto library.

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Instant } from '@mahnwerk/core/calendar'

export const TOLERANCE_SECONDS = 300
const SECRET_BYTES_MIN = 16

export type SignatureFault =
  | 'header_missing'
  | 'timestamp_malformed'
  | 'timestamp_too_old'
  | 'timestamp_too_new'
  | 'signature_wrong'

export type Verified =
  | { readonly ok: true; readonly id: string; readonly sentAt: number }
  | { readonly ok: false; readonly fault: SignatureFault }

export type WebhookHeaders = Readonly<Record<string, string | undefined>>

/** Signs one message: "v1," and the base64 of the HMAC. Throws where the secret is none. */
export function signWebhook(message: { id: string; timestamp: number; body: string }, secret: string): string {
  return `v1,${mac(message.id, message.timestamp, message.body, secret).toString('base64')}`
}

/** The three headers of a message, signed with each secret given (two while a secret is being changed). */
export function webhookHeaders(
  message: { id: string; timestamp: number; body: string },
  secrets: readonly string[],
): Record<string, string> {
  return {
    'content-type': 'application/json',
    'webhook-id': message.id,
    'webhook-timestamp': String(message.timestamp),
    'webhook-signature': secrets.map((secret) => signWebhook(message, secret)).join(' '),
  }
}

/** Checks a message against each secret that is valid now. Header names in lower case; `rawBody` as it arrived. */
export function verifyWebhook(given: {
  readonly headers: WebhookHeaders
  readonly rawBody: string
  readonly secrets: readonly string[]
  readonly now: Instant
}): Verified {
  const id = given.headers['webhook-id']
  const timestamp = given.headers['webhook-timestamp']
  const signatures = given.headers['webhook-signature']
  if (!id || !timestamp || !signatures) return { ok: false, fault: 'header_missing' }
  if (!/^\d{1,12}$/.test(timestamp)) return { ok: false, fault: 'timestamp_malformed' }
  const age = Date.parse(given.now) / 1000 - Number(timestamp)
  if (age > TOLERANCE_SECONDS) return { ok: false, fault: 'timestamp_too_old' }
  if (age < -TOLERANCE_SECONDS) return { ok: false, fault: 'timestamp_too_new' }
  const expected = given.secrets.map((secret) => mac(id, Number(timestamp), given.rawBody, secret))
  // Every pair is compared, so that the time taken does not tell which one fitted.
  const fits = signatureBytes(signatures).flatMap((got) => expected.map((want) => equal(got, want)))
  return fits.includes(true) ? { ok: true, id, sentAt: Number(timestamp) } : { ok: false, fault: 'signature_wrong' }
}

/** Writes secret bytes (at least 16, better 32) as whsec_ and base64. */
export function webhookSecret(bytes: Uint8Array): string {
  if (bytes.length < SECRET_BYTES_MIN) throw new RangeError('a webhook secret needs at least 16 bytes')
  return `whsec_${Buffer.from(bytes).toString('base64')}`
}

function mac(id: string, timestamp: number, body: string, secret: string): Buffer {
  return createHmac('sha256', secretBytes(secret)).update(`${id}.${timestamp}.${body}`).digest()
}

function secretBytes(secret: string): Buffer {
  const match = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret)
  const bytes = Buffer.from(match?.[1] ?? '', 'base64')
  if (bytes.length < SECRET_BYTES_MIN)
    throw new RangeError('not a webhook secret: whsec_ and base64 of at least 16 bytes')
  return bytes
}

// Only version 1 is known; signatures of other versions are passed over, as the specification asks.
function signatureBytes(header: string): readonly Buffer[] {
  return header
    .split(' ')
    .filter((part) => part.startsWith('v1,'))
    .slice(0, 10)
    .map((part) => Buffer.from(part.slice(3), 'base64'))
}

function equal(got: Buffer, want: Buffer): boolean {
  return got.length === want.length && timingSafeEqual(got, want)
}
