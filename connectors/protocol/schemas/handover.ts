// The claim as it arrives at the partner: core's HandoverPackage, field by field. Facts only a person knows (disputed,
// obligationFulfilled) have no default. The total must be the sum, so that a lost position is seen at the door.

import { z } from 'zod'
import type { HandoverPackage } from '@mahnwerk/core/handover'
import {
  countryCode,
  currencyCode,
  line,
  listOf,
  localDate,
  minorAboveZero,
  minorSum,
  moment,
  claimReference,
} from './values.ts'

export const address = z
  .object({
    street: line(200),
    extra: line(200).exactOptional(),
    postCode: line(20),
    city: line(200),
    country: countryCode,
  })
  .meta({ id: 'Address' })

export const partyName = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('consumer'), first: z.string().max(200), last: line(200) }),
    z.object({ kind: z.literal('business'), company: line(300), contactPerson: line(200).exactOptional() }),
  ])
  .meta({ id: 'PartyName' })

const creditor = z.object({
  ref: line(200),
  legalName: line(300),
  address,
  email: z.email(),
  phone: line(50).exactOptional(),
  deductsInputTax: z.boolean(),
  unit: line(200).exactOptional(),
})

const debtor = z.object({
  ref: line(200),
  name: partyName,
  address,
  email: z.email().exactOptional(),
  phone: line(50).exactOptional(),
  birthDate: localDate.exactOptional(),
})

const charge = z.object({
  kind: z.enum(['dunning_fee', 'bank_charge', 'interest', 'flat_compensation', 'other']),
  on: localDate,
  amount: minorAboveZero,
})

const claim = z
  .object({
    subject: line(500),
    invoiceNumber: line(200),
    invoiceDate: localDate,
    dueDate: localDate,
    serviceDate: localDate.exactOptional(),
    noticeDate: localDate.exactOptional(),
    currency: currencyCode,
    principal: minorAboveZero,
    charges: listOf(charge, 100),
    paymentsSoFar: listOf(z.object({ on: localDate, amount: minorAboveZero }), 1000),
    totalOpen: minorSum,
    disputed: z.boolean(),
    obligationFulfilled: z.boolean(),
    kind: z.enum(['regular', 'attempt']),
  })
  .refine((it) => it.totalOpen === it.charges.reduce((sum, part) => sum + part.amount, it.principal as number), {
    path: ['totalOpen'],
    message: 'is not principal plus charges',
  })

export const handoverPackage = z
  .object({ protocol: z.literal('1'), claimRef: claimReference, handedOverAt: moment, creditor, debtor, claim })
  .meta({ id: 'HandoverPackage' })

// Held by the compiler in both directions: the schema and core cannot drift apart.
type Parsed = z.output<typeof handoverPackage>
true satisfies Parsed extends HandoverPackage ? true : false
true satisfies HandoverPackage extends Parsed ? true : false
