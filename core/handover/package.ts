// The package that leaves at a handover: exactly the fields a claim needs, nothing else. It is kept unchanged
// with the SHA-256 of its canonical text, so that years later both sides can say what was handed over.

import type { Instant, LocalDate } from '../calendar/index.ts'
import type { Currency, Minor } from '../money/index.ts'
import type { Address, PartyName } from '../parties/index.ts'

export type ChargeKind = 'dunning_fee' | 'bank_charge' | 'interest' | 'flat_compensation' | 'other'

export type HandoverPackage = {
  readonly protocol: '1'
  /** The case id; unique for ever, a repeat is the same claim. */
  readonly claimRef: string
  readonly handedOverAt: Instant
  readonly creditor: {
    readonly ref: string
    readonly legalName: string
    readonly address: Address
    readonly email: string
    readonly phone?: string
    /** Whether the creditor may deduct input tax: if so, no VAT on costs may be charged to the debtor. */
    readonly deductsInputTax: boolean
    /** The practice or branch that rendered the service. */
    readonly unit?: string
  }
  readonly debtor: {
    readonly ref: string
    readonly name: PartyName
    readonly address: Address
    readonly email?: string
    readonly phone?: string
    readonly birthDate?: LocalDate
  }
  readonly claim: {
    /** What the debtor will read as the reason, word for word. */
    readonly subject: string
    readonly invoiceNumber: string
    readonly invoiceDate: LocalDate
    readonly dueDate: LocalDate
    readonly serviceDate?: LocalDate
    /** Date of the last real dunning notice; a friendly reminder does not count. */
    readonly noticeDate?: LocalDate
    readonly currency: Currency
    /** The part of the invoice still open. */
    readonly principal: Minor
    readonly charges: readonly { readonly kind: ChargeKind; readonly on: LocalDate; readonly amount: Minor }[]
    readonly paymentsSoFar: readonly { readonly on: LocalDate; readonly amount: Minor }[]
    /** Principal plus charges: what is owed at handover. */
    readonly totalOpen: Minor
    readonly disputed: boolean
    readonly obligationFulfilled: boolean
    /** An attempt is a claim already written off. */
    readonly kind: 'regular' | 'attempt'
  }
}
