// What an import needs of an invoice: amounts in minor units, days, one debtor. The claim is the amount due (BT-115),
// not the gross total. A credit note writes its amounts without a minus and a negative one is an invoice again
// (EN 16931; for ebInterface the rule of Austria's federal e-invoice portal), so its signs are turned.

import { type LocalDate, parseDay } from '@mahnwerk/core/calendar'
import { type DebtorDraft, type InvoiceDraft, sellerKey } from '@mahnwerk/core/claims'
import { type Currency, type Minor, currency, minor, parseDecimal } from '@mahnwerk/core/money'
import { type Result, accept, refuse } from '@mahnwerk/core/refusals'
import { countryCodeOf } from './countries.ts'
import { type ReadInvoice, type ReadParty } from './invoice.ts'
import { type NameOrigin, oneLine, toldName } from './names.ts'

/** In the order in which they win. `place` names the business term. */
export type InvoiceClaimRefusal =
  | 'missing_currency' // place
  | 'bad_currency' // place, value
  | 'bad_date' // place, value
  | 'missing_amount' // place
  | 'bad_amount' // place, value: no decimal, or parts of a minor unit
  | 'missing_debtor' // place

export type InvoiceClaim = Omit<InvoiceDraft, 'sellerKey' | 'dueDate'> & {
  /** Who issued it, where the source says so. */
  readonly sellerKey?: string
  /** Absent where the source has only words or nothing: then the creditor's terms hold. */
  readonly dueDate?: LocalDate
  readonly kind: 'invoice' | 'credit'
  /** The whole invoice including tax; `amount` is what is still to be paid of it. */
  readonly total?: Minor
  readonly paid?: Minor
  readonly serviceUntil?: LocalDate
  readonly nameOrigin: NameOrigin
  readonly vatId?: string
  /** Numbers of the invoices that this one corrects or credits. */
  readonly precedingNumbers: readonly string[]
  /** What the document says about payment, for people. */
  readonly terms: readonly string[]
  readonly creditor?: { readonly name: string; readonly ibans: readonly string[] }
}

/** Turns an invoice that was read into a claim. Amounts with parts of a minor unit are refused, never rounded. */
export function claimOf(invoice: ReadInvoice): Result<InvoiceClaim, InvoiceClaimRefusal> {
  const money = currencyOf(invoice)
  if (!money.ok) return money
  const days = daysOf(invoice)
  if (!days.ok) return days
  const amounts = amountsOf(invoice, money.value)
  if (!amounts.ok) return amounts
  const debtor = debtorOf(invoice.buyer)
  if (debtor === undefined) return refuse('missing_debtor', { place: 'BT-44' })
  return accept({
    kind: invoice.credit ? 'credit' : 'invoice',
    number: invoice.number,
    currency: money.value,
    ...days.value,
    ...amounts.value,
    ...debtor,
    ...creditorOf(invoice),
    subject: subjectOf(invoice),
    precedingNumbers: invoice.precedingInvoices,
    terms: invoice.paymentTerms,
  })
}

// Old documents leave the currency out and name it only at the tax total.
function currencyOf(invoice: ReadInvoice): Result<Currency, InvoiceClaimRefusal> {
  const code = invoice.currency ?? (invoice.taxTotals.length === 1 ? invoice.taxTotals[0]?.currency : undefined)
  if (code === undefined) return refuse('missing_currency', { place: 'BT-5' })
  return /^[A-Z]{3}$/.test(code) ? accept(currency(code)) : refuse('bad_currency', { place: 'BT-5', value: code })
}

type Days = Pick<InvoiceClaim, 'invoiceDate' | 'dueDate' | 'serviceDate' | 'serviceUntil'>

function daysOf(invoice: ReadInvoice): Result<Days, InvoiceClaimRefusal> {
  const period = invoice.servicePeriod ?? periodOfLines(invoice)
  const wanted = [
    ['invoiceDate', 'BT-2', invoice.issueDate],
    ['dueDate', 'BT-9', invoice.dueDate],
    ['serviceDate', 'BT-72', invoice.serviceDate ?? period.from ?? period.to],
    ['serviceUntil', 'BT-74', period.to],
  ] as const
  const days: Partial<Record<keyof Days, LocalDate>> = {}
  for (const [key, place, value] of wanted) {
    if (value === undefined) continue
    const day = parseDay(value)
    if (day === undefined) return refuse('bad_date', { place, value })
    days[key] = day
  }
  const { invoiceDate, ...others } = days
  return invoiceDate === undefined
    ? refuse('bad_date', { place: 'BT-2', value: '' })
    : accept({ invoiceDate, ...others })
}

function periodOfLines({ lines }: ReadInvoice): { readonly from?: string; readonly to?: string } {
  const days = lines
    .flatMap(({ period }) => [period?.from, period?.to])
    .filter((day) => day !== undefined)
    .toSorted()
  const [from, to] = [days[0], days.at(-1)]
  return from === undefined || to === undefined ? {} : { from, to }
}

type Amounts = Pick<InvoiceClaim, 'amount' | 'total' | 'paid'>

// Where the amount due is left out it is by definition the gross total less what is paid, plus rounding (BR-CO-16).
function amountsOf(invoice: ReadInvoice, code: Currency): Result<Amounts, InvoiceClaimRefusal> {
  const read: Record<string, Minor> = {}
  for (const [place, value] of Object.entries(amountTexts(invoice))) {
    if (value === undefined) continue
    const amount = parseDecimal(value, code)
    if (amount === undefined) return refuse('bad_amount', { place, value })
    read[place] = minor(invoice.credit ? -amount : amount)
  }
  const { 'BT-112': total, 'BT-113': paid, 'BT-114': rounding, 'BT-115': payable } = read
  const due = payable ?? (total === undefined ? undefined : total - (paid ?? 0) + (rounding ?? 0))
  if (due === undefined) return refuse('missing_amount', { place: 'BT-115' })
  if (Math.abs(due) > MINOR_MAX) return refuse('bad_amount', { place: 'BT-115', value: String(due) })
  const amount = minor(due)
  return accept({ amount, ...(total === undefined ? {} : { total }), ...(paid === undefined ? {} : { paid }) })
}

// The difference of two amounts can lie beyond what one amount can be.
const MINOR_MAX = 1e15

function amountTexts({ grossTotal, prepaid, rounding, payable }: ReadInvoice) {
  return { 'BT-112': grossTotal, 'BT-113': prepaid, 'BT-114': rounding, 'BT-115': payable }
}

type Debtor = Pick<InvoiceClaim, 'debtor' | 'nameOrigin' | 'vatId'>

function debtorOf(buyer: ReadParty): Debtor | undefined {
  if (buyer.name === undefined) return undefined
  const { contactPerson, identifier, email, phone, vatId } = buyer
  const { name, origin } = toldName(buyer.name, {
    isCompany: vatId !== undefined || buyer.legalId !== undefined,
    ...(contactPerson === undefined ? {} : { contactPerson }),
  })
  const debtor: DebtorDraft = {
    name,
    address: addressOf(buyer),
    ...(identifier === undefined ? {} : { number: identifier }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
  }
  return { debtor, nameOrigin: origin, ...(vatId === undefined ? {} : { vatId }) }
}

function addressOf({ address = {} }: ReadParty): DebtorDraft['address'] {
  const { street = '', extra, postCode = '', city = '', country = '' } = address
  return {
    street: oneLine(street),
    postCode: oneLine(postCode),
    city: oneLine(city),
    country: countryCodeOf(country) ?? oneLine(country),
    ...(extra === undefined ? {} : { extra: oneLine(extra) }),
  }
}

function creditorOf({ seller, ibans }: ReadInvoice): Pick<InvoiceClaim, 'creditor' | 'sellerKey'> {
  if (seller.name === undefined) return {}
  const name = oneLine(seller.name)
  const key = sellerKey({ name, ...(seller.vatId === undefined ? {} : { vatId: seller.vatId }) })
  return { sellerKey: key, creditor: { name, ibans: ibans.map((iban) => iban.replace(/\s/g, '')) } }
}

const SUBJECT_LENGTH_MAX = 140

// What was delivered, as far as a line of a letter holds it.
function subjectOf({ lines }: ReadInvoice): string {
  const subjects = [...new Set(lines.flatMap(({ text }) => (text === undefined ? [] : [oneLine(text)])))]
  const whole = subjects.join(', ')
  return whole.length <= SUBJECT_LENGTH_MAX ? whole : `${whole.slice(0, SUBJECT_LENGTH_MAX - 1).trimEnd()}…`
}
