// Taking an invoice into the books: by file, table, hand or API it is this one rule. Whoever issued it, its number and its
// date are its identity; what was payable becomes the principal owed, against revenue. Earlier dunning may come with it.

import type { LocalDate } from '../calendar/index.ts'
import { type Transfer, transfer } from '../ledger/index.ts'
import { type Currency, type Minor, ZERO, decimalsOf } from '../money/index.ts'
import type { Address, PartyName } from '../parties/index.ts'
import { type Result, accept, refuse } from '../refusals/index.ts'
import { type Claim, LAST_LEVEL, NO_MARKER } from './claim.ts'

export type DebtorDraft = {
  /** The creditor's own customer number. */
  readonly number?: string
  readonly name: PartyName
  /** Empty parts where the source has none; a handover will ask for them. */
  readonly address: Address
  readonly email?: string
  readonly phone?: string
  readonly birthDate?: LocalDate
}

export type InvoiceDraft = {
  /** Who issued it: VAT id or name in a plain form (sellerKey). */
  readonly sellerKey: string
  readonly number: string
  readonly invoiceDate: LocalDate
  readonly dueDate: LocalDate
  /** The due date was not told and follows from the creditor's terms of payment. */
  readonly dueFromTerms?: true
  readonly serviceDate?: LocalDate
  readonly currency: Currency
  /** What is payable, in minor units. */
  readonly amount: Minor
  readonly subject: string
  readonly debtor: DebtorDraft
  /** Notices that were sent before it came here. */
  readonly dunned?: { readonly level: number; readonly lastNoticeOn?: LocalDate }
}

/** In the order in which they win. */
export type RecordRefusal =
  | 'invoice_number_missing'
  | 'debtor_name_missing'
  | 'invoice_amount_not_positive' // amount, currency
  | 'invoice_amount_too_large' // amount, currency
  | 'invoice_date_in_future' // invoiceDate
  | 'due_before_invoice' // invoiceDate, dueDate
  | 'dunning_level_unknown' // level, levelMax
  | 'notice_date_not_possible' // lastNoticeOn

export type Recorded = {
  readonly claim: Claim
  readonly event: { readonly type: 'invoice.recorded'; readonly data: Readonly<Record<string, unknown>> }
  readonly transfers: readonly Transfer[]
}

/** Exact sums of a million invoices stay below 10^15. */
const AMOUNT_MAX = 1_000_000_000

export function recordInvoice(
  id: string,
  draft: InvoiceDraft,
  source: string,
  today: LocalDate,
): Result<Recorded, RecordRefusal> {
  const refusal = refusalOf(draft, today)
  if (refusal) return refusal
  const { debtor: _debtor, dunned, ...facts } = draft
  return accept({
    claim: claimOf(id, draft),
    event: { type: 'invoice.recorded', data: { ...facts, ...(dunned === undefined ? {} : { dunned }), source } },
    transfers: transfer(
      { kind: 'debtor', component: 'principal', invoiceId: id },
      { kind: 'revenue' },
      draft.amount,
      draft.currency,
      draft.invoiceDate,
    ),
  })
}

function claimOf(id: string, { currency, amount, dueDate, dunned }: InvoiceDraft): Claim {
  const lastNoticeOn = dunned?.lastNoticeOn
  return {
    id,
    currency,
    amount,
    open: { principal: amount, charges: ZERO, interest: ZERO, costs: ZERO },
    overpaid: ZERO,
    writtenOff: ZERO,
    dueDate,
    state: 'open',
    marker: NO_MARKER,
    dunningLevel: dunned?.level ?? 0,
    ...(lastNoticeOn === undefined ? {} : { lastNoticeOn }),
  }
}

function refusalOf(draft: InvoiceDraft, today: LocalDate): ReturnType<typeof refuse<RecordRefusal>> | undefined {
  const { number, debtor, amount, currency, invoiceDate, dueDate, dunned } = draft
  const money = { amount, currency }
  if (number.trim() === '') return refuse('invoice_number_missing')
  if (nameIsEmpty(debtor.name)) return refuse('debtor_name_missing')
  if (amount <= 0) return refuse('invoice_amount_not_positive', money)
  if (amount > AMOUNT_MAX * 10 ** decimalsOf(currency)) return refuse('invoice_amount_too_large', money)
  if (invoiceDate > today) return refuse('invoice_date_in_future', { invoiceDate })
  if (dueDate < invoiceDate) return refuse('due_before_invoice', { invoiceDate, dueDate })
  return dunned === undefined ? undefined : refusalOfNotices(dunned, invoiceDate, today)
}

function refusalOfNotices(
  { level, lastNoticeOn }: NonNullable<InvoiceDraft['dunned']>,
  invoiceDate: LocalDate,
  today: LocalDate,
): ReturnType<typeof refuse<RecordRefusal>> | undefined {
  if (!Number.isInteger(level) || level < 0 || level > LAST_LEVEL) {
    return refuse('dunning_level_unknown', { level, levelMax: LAST_LEVEL })
  }
  if (lastNoticeOn !== undefined && (lastNoticeOn < invoiceDate || lastNoticeOn > today)) {
    return refuse('notice_date_not_possible', { lastNoticeOn })
  }
  return undefined
}

function nameIsEmpty(name: PartyName): boolean {
  return (name.kind === 'business' ? name.company : name.last).trim() === ''
}
