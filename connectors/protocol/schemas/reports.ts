// What the creditor tells about a claim that was handed over (direct payments, their reversals, documents, answers) and
// what the partner answers.

import { z } from 'zod'
import { currencyCode, line, localDate, minorAboveZero, moment, reference, sha256Hex } from './values.ts'
import { paymentMethod } from './news.ts'

export const receipt = z
  .object({ receiptId: reference, receivedAt: moment, contentHash: sha256Hex })
  .meta({ id: 'Receipt', description: 'The package arrived. It is not yet accepted: that is told by case.accepted.' })

export const taken = z
  .object({ receivedAt: moment })
  .meta({ id: 'Taken', description: 'The message arrived and will be worked on once.' })

export const directPayment = z
  .object({
    paymentId: reference,
    amount: minorAboveZero,
    currency: currencyCode,
    on: localDate,
    method: paymentMethod,
    note: line(500).exactOptional(),
  })
  .meta({ id: 'DirectPayment', description: 'The debtor paid the creditor itself.' })

export const directPaymentReversal = z.object({ reversalId: reference, paymentId: reference, reason: line(500) }).meta({
  id: 'DirectPaymentReversal',
  description: 'A direct payment reported before did not happen or was taken back.',
})

export const documentUpload = z
  .object({
    kind: z.enum([
      'invoice',
      'dunning_notice',
      'contract',
      'proof_of_service',
      'correspondence',
      'power_of_attorney',
      'other',
    ]),
    name: line(300),
    mediaType: z.string().regex(/^[a-z]+\/[A-Za-z0-9.+-]+$/),
    sha256: sha256Hex,
    contentBase64: z.base64().min(4),
  })
  .meta({ id: 'DocumentUpload' })

export const answer = z
  .object({
    answerId: reference,
    questionId: reference,
    answer: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('yes'), text: line(5000).exactOptional() }),
      z.object({ kind: z.literal('no'), text: line(5000).exactOptional() }),
      z.object({ kind: z.literal('text'), text: line(5000) }),
      z.object({ kind: z.literal('document'), documentId: reference }),
    ]),
  })
  .meta({ id: 'Answer' })

export const recall = z.object({ recallId: reference, reason: line(500).exactOptional() }).meta({
  id: 'Recall',
  description: 'The creditor ends an attempt.',
})

/** Why a creditor stops. Only the word leaves: what a person noted beside it stays. */
export const PAUSE_REASONS = ['dispute', 'promise', 'plan', 'hardship', 'insolvency', 'death', 'bank', 'other'] as const

export const pause = z
  .object({
    pauseId: reference,
    reason: z.enum(PAUSE_REASONS),
    until: localDate.exactOptional().describe('The last day of the pause; absent: until a resumption'),
  })
  .meta({ id: 'Pause', description: 'The creditor asks for rest. A later pause takes the place of the one before.' })

export const resumption = z.object({ resumptionId: reference }).meta({
  id: 'Resumption',
  description: 'The pause is over before its day.',
})

export type Receipt = z.output<typeof receipt>
export type Taken = z.output<typeof taken>
export type DirectPayment = z.output<typeof directPayment>
export type DirectPaymentReversal = z.output<typeof directPaymentReversal>
export type DocumentUpload = z.output<typeof documentUpload>
export type Answer = z.output<typeof answer>
export type Recall = z.output<typeof recall>
export type Pause = z.output<typeof pause>
export type Resumption = z.output<typeof resumption>
