// The code of a payment block as a picture. Where the transfer does not fit into a code (another currency than euro,
// an account outside SEPA), the block stands without one: its figures say the same.

import type { Block } from '@mahnwerk/core/letters'
import { epcPayload, qrPicture } from '@mahnwerk/formats/payment-codes'

type PaymentBlock = Extract<Block, { kind: 'payment' }>

export type PaymentData = {
  readonly kind: 'payment'
  readonly facts: PaymentBlock['facts']
  readonly picture?: string
  readonly description?: string
  readonly caption?: string
}

export function paymentPicture({ kind, facts, code }: PaymentBlock): PaymentData {
  if (code === undefined) return { kind, facts }
  const { description, caption, reference, ...transfer } = code
  const payloads = REFERENCES.map((of) => epcPayload({ ...transfer, reference: { kind: of, value: reference } }))
  const payload = payloads.find(({ ok }) => ok)
  return payload?.ok ? { kind, facts, picture: qrPicture(payload.value), description, caption } : { kind, facts }
}

/** A creditor reference (ISO 11649) has its own field, which checks its digits; anything else is text. */
const REFERENCES = ['creditor', 'text'] as const
