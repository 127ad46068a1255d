// News as it travels: the types of core's NewsBody, one schema each. A type this list lacks is not refused here but kept
// by reading.ts; the schema is strict about the types it knows.

import { z } from 'zod'
import type { News, NewsBody } from '@mahnwerk/core/cases'
import {
  countryCode,
  currencyCode,
  line,
  listOf,
  localDate,
  minorAboveZero,
  minorFromZero,
  moment,
  reference,
  claimReference,
} from './values.ts'

export const STAGES = [
  'prepared',
  'agency_letter',
  'further_demand',
  'lawyer_demand',
  'decision_needed',
  'court_order',
  'enforcement',
  'long_term',
  'own_name',
  'ended',
] as const

const rejectReason = z.enum([
  'data_missing',
  'address_unknown',
  'amount_too_low',
  'disputed',
  'no_contract',
  'limitation',
  'insolvent',
  'deceased',
  'minor_debtor',
  'abroad',
  'duplicate',
  'other',
])

const closeReason = z.enum([
  'paid',
  'partly_paid',
  'settled',
  'recalled',
  'disputed',
  'address_unknown',
  'insolvent',
  'deceased',
  'irrecoverable',
  'uneconomical',
  'limitation',
  'other',
])

const costKind = z.enum(['collection_fee', 'expenses', 'vat', 'court', 'address_research', 'agreement_fee', 'other'])
const questionKind = z.enum([
  'yes_no',
  'free_text',
  'accept_plan',
  'answer_dispute',
  'provide_document',
  'confirm_payment',
])
export const paymentMethod = z.enum(['transfer', 'direct_debit', 'card', 'cash', 'other'])

export const paymentSplit = z
  .object({
    principal: minorFromZero,
    charges: minorFromZero,
    interest: minorFromZero,
    costs: minorFromZero,
    overpaid: minorFromZero,
  })
  .meta({ id: 'PaymentSplit' })

function splitTotal(split: z.output<typeof paymentSplit>): number {
  return split.principal + split.charges + split.interest + split.costs + split.overpaid
}

const caseBodies = [
  z.object({ type: z.literal('case.received'), receiptId: reference }),
  z.object({ type: z.literal('case.accepted'), caseNumber: line(100), portalUrl: z.url().exactOptional() }),
  z.object({ type: z.literal('case.rejected'), reason: rejectReason, text: line(2000), repairable: z.boolean() }),
  z.object({ type: z.literal('case.stage_changed'), stage: z.enum(STAGES), nextStepOn: localDate.exactOptional() }),
  z.object({ type: z.literal('case.paused'), reason: line(2000), until: localDate.exactOptional() }),
  z.object({ type: z.literal('case.resumed') }),
  z.object({ type: z.literal('case.closed'), reason: closeReason, text: line(2000).exactOptional() }),
] as const

const debtorBodies = [
  z.object({
    type: z.literal('debtor.contacted'),
    channel: z.enum(['letter', 'email', 'phone', 'visit']),
    subject: line(500),
    on: localDate,
    documentId: reference.exactOptional(),
  }),
  z.object({ type: z.literal('debtor.disputed'), text: line(5000) }),
  z.object({ type: z.literal('debtor.promise_made'), amount: minorAboveZero, by: localDate }),
  z.object({
    type: z.literal('debtor.plan_agreed'),
    rates: listOf(z.object({ on: localDate, amount: minorAboveZero }), 200),
  }),
  z.object({
    type: z.literal('debtor.moved'),
    street: line(200),
    postCode: line(20),
    city: line(200),
    country: countryCode,
  }),
  z.object({ type: z.literal('debtor.insolvent'), on: localDate, courtReference: line(200).exactOptional() }),
  z.object({ type: z.literal('debtor.deceased'), on: localDate.exactOptional() }),
] as const

const moneyBodies = [
  z.object({
    type: z.literal('cost.added'),
    costId: reference,
    kind: costKind,
    amount: minorAboveZero,
    on: localDate,
    text: line(500),
    basis: line(500).exactOptional(),
  }),
  z.object({ type: z.literal('cost.waived'), costId: reference, amount: minorAboveZero }),
  z
    .object({
      type: z.literal('payment.reported'),
      paymentId: reference,
      receivedBy: z.enum(['partner', 'lawyer', 'court']),
      amount: minorAboveZero,
      on: localDate,
      method: paymentMethod,
      split: paymentSplit,
    })
    .refine((it) => splitTotal(it.split) === it.amount, { path: ['split'], message: 'does not sum to the amount' }),
  z.object({
    type: z.literal('payment.reversed'),
    paymentId: reference,
    reverses: reference,
    on: localDate,
    reason: line(2000),
  }),
  z.object({
    type: z.literal('payment.direct_acknowledged'),
    paymentId: reference,
    split: paymentSplit.exactOptional(),
  }),
] as const

const otherBodies = [
  z.object({
    type: z.literal('question.opened'),
    questionId: reference,
    kind: questionKind,
    text: line(5000),
    answerBy: localDate.exactOptional(),
    ifSilent: line(2000).exactOptional(),
  }),
  z.object({ type: z.literal('question.closed'), questionId: reference }),
  z.object({
    type: z.literal('document.added'),
    documentId: reference,
    kind: line(100),
    name: line(300),
    mediaType: line(100),
  }),
] as const

export const newsBody = z
  .discriminatedUnion('type', [...caseBodies, ...debtorBodies, ...moneyBodies, ...otherBodies])
  .meta({ id: 'NewsBody' })

/** The types of version 1. */
export const NEWS_TYPES: ReadonlySet<string> = new Set(newsBody.options.map((option) => option.shape.type.value))

export const newsEnvelope = z.object({
  eventId: reference,
  claimRef: claimReference,
  sequence: z.int().min(1),
  occurredAt: moment,
  currency: currencyCode,
  rawCode: line(200).exactOptional(),
})

export const news = newsEnvelope.extend({ body: newsBody }).meta({ id: 'News' })

// Held by the compiler in both directions; `unknown` is what reading makes of a type that is not in the list.
type ParsedBody = z.output<typeof newsBody>
type KnownBody = Exclude<NewsBody, { type: 'unknown' }>
true satisfies ParsedBody extends KnownBody ? true : false
true satisfies KnownBody extends ParsedBody ? true : false
true satisfies z.output<typeof news> extends News ? true : false
