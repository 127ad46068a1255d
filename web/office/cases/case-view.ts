import type { Instant, LocalDate } from '@mahnwerk/core/calendar'
import type { Case, IfIdle, PaymentAxis, QuestionKind, Responsible, Stage } from '@mahnwerk/core/cases'
import type { Money } from '@mahnwerk/core/money'
import type { TimelineEntry } from '../../ui/index.ts'
import type { DocumentLink } from '../invoices/documents-list.tsx'
import type { PaymentLine } from '../payments/payment-line.ts'

/** A case with everything its page says. */
export type CaseDetail = {
  readonly id: string
  readonly number: string
  readonly invoiceId: string
  readonly invoiceNumber: string
  readonly debtorName: string
  readonly partner: {
    readonly name: string
    readonly caseNumber?: string | undefined
    readonly portalUrl?: string | undefined
  }
  readonly stage: Stage
  readonly processing: Case['processing']
  readonly payment: PaymentAxis
  readonly responsible: Responsible
  readonly active: boolean
  /** The claim was written off before, and nobody has to go on. */
  readonly attempt: boolean
  readonly courtOnlyByDecision: boolean
  readonly sums: Readonly<Record<'principal' | 'side' | 'costs' | 'paid' | 'open', Money>>
  readonly nextStepOn?: LocalDate | undefined
  readonly ifIdle: IfIdle
  readonly stages: readonly { readonly stage: Stage; readonly at: Instant }[]
  readonly questions: readonly CaseQuestion[]
  readonly timeline: readonly TimelineEntry[]
  readonly ledger: readonly LedgerLine[]
  /** Money as it went: who to whom, in sums. */
  readonly flow: MoneyFlowSums
  readonly payments: readonly PaymentLine[]
  readonly documents: readonly DocumentLink[]
  readonly packageSha256: string
  readonly outgoing: readonly Outgoing[]
}

export type CaseQuestion = {
  readonly id: string
  readonly kind: QuestionKind
  readonly text: string
  readonly answerBy?: LocalDate | undefined
}

export type LedgerLine = {
  readonly id: string
  readonly on: LocalDate
  readonly text: string
  readonly change: Readonly<Record<'principal' | 'charges' | 'interest' | 'costs', Money>>
  readonly openAfter: Money
}

export type MoneyFlowSums = {
  readonly direct: Money
  readonly toPartner: Money
  /** The part of the partner's money that is the creditor's. */
  readonly forCreditor: Money
  readonly keptForCosts: Money
}

/** What is on its way to the partner, and what stopped it. */
export type Outgoing = {
  readonly id: string
  readonly kind: string
  readonly state: 'pending' | 'dead'
  readonly attempts: number
  readonly lastError?: string | undefined
}

export type QuestionAnswer = { readonly answer: 'yes' | 'no' | 'text'; readonly text?: string }
