// The question that a stored claim puts to the law: its facts, what the books hold of it, and the creditor's settings. What
// nobody noted is assumed in the debtor's favour and named.

import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import {
  type Assumption,
  type ClaimQuestion,
  type FromBooks,
  assumed,
  entriesOfBooks,
} from '@mahnwerk/core/calculations'
import type { Country, LawSettings } from '@mahnwerk/core/countries'
import type { Line } from '@mahnwerk/core/explanations'
import type { ClaimFacts, DebtorKind } from '@mahnwerk/core/late-payment'
import { percent } from '@mahnwerk/core/money'
import { type Context } from '../../http/index.ts'
import { settled } from '../law/index.ts'
import { loadDebtor } from '../debtors/index.ts'
import type { Invoice } from '../invoices/index.ts'
import { type LawOfTenant, countryInForce, loadLaw } from '../settings/index.ts'
import { readBooks } from './books.ts'
import { type InvoiceFacts, loadFacts } from './facts.ts'

export type StoredClaim = {
  readonly invoice: Invoice
  readonly country: Country
  readonly settings: LawSettings
  readonly question: Omit<ClaimQuestion, 'on'>
  readonly books: FromBooks
  readonly known: InvoiceFacts
  readonly assumptions: readonly Line[]
}

/** Gathers everything. Throws Refused where the law of the tenant's country is not known. */
export async function storedClaim(context: Context, invoice: Invoice): Promise<StoredClaim> {
  const law = await loadLaw(context)
  const country = countryInForce(law)
  const { name } = await loadDebtor(context, invoice.debtorId)
  const known = await loadFacts(context, invoice.id)
  const books = entriesOfBooks(await readBooks(context, invoice))
  const { facts, assumptions } = factsOf(invoice, name.kind, law, known)
  const { entries, ...since } = books
  const question = {
    facts,
    entries,
    currency: invoice.currency,
    interestDemanded: law.interestDemanded,
    // The law grants its sum in its own currency.
    flatDemanded: law.flatDemanded && invoice.currency === country.currency,
    ...since,
  }
  return { invoice, country, settings: settingsOf(country, law), question, books, known, assumptions }
}

/** The country's settings with what the creditor chose otherwise. */
export function settingsOf(country: Country, law: LawOfTenant): LawSettings {
  const { yearBasis, paymentDayCounts, provisional, lowConfidence, choices } = law
  return settled(country.settings, {
    provisional,
    lowConfidence,
    choices,
    ...(yearBasis === null ? {} : { yearBasis }),
    ...(paymentDayCounts === null ? {} : { paymentDayCounts }),
  })
}

function factsOf(
  invoice: Invoice,
  debtor: DebtorKind,
  law: LawOfTenant,
  known: InvoiceFacts,
): { readonly facts: ClaimFacts; readonly assumptions: readonly Line[] } {
  const contract = contractOf(invoice, known)
  const reminders = remindersOf(invoice, law)
  const facts = {
    debtor,
    principal: invoice.amount,
    contractOn: contract.on,
    dueOn: invoice.dueDate,
    dueAgreed: known.dueAgreed ?? law.dueAgreed,
    ...(known.receivedOn === null ? {} : { invoiceReceivedOn: known.receivedOn }),
    invoiceNotice: law.invoiceNotice,
    remindersReceivedOn: reminders.on,
    forPerformance: true,
    debtorAtFault: true,
    ...(known.agreedRate === null ? {} : { agreedRate: percent(known.agreedRate) }),
  }
  return { facts, assumptions: [...contract.assumptions, ...reminders.assumptions] }
}

// A contract is made before the service, at the latest with it; an invoice comes after both.
function contractOf({ serviceDate, invoiceDate }: Invoice, { contractOn }: InvoiceFacts) {
  if (contractOn !== null) return { on: contractOn, assumptions: [] }
  const served = serviceDate !== undefined && serviceDate < invoiceDate ? serviceDate : undefined
  const on = served ?? invoiceDate
  const why: Assumption = served === undefined ? 'contract_when_invoiced' : 'contract_when_served'
  return { on, assumptions: [assumed(why, { day: on })] }
}

// Of the notices only the number and the last day are on record: the last day is the latest on which a reminder was sent.
function remindersOf({ dunningLevel, lastNoticeOn }: Invoice, { postalDays }: LawOfTenant) {
  if (dunningLevel === 0 || lastNoticeOn === undefined) return { on: [] as LocalDate[], assumptions: [] }
  return {
    on: [addDays(lastNoticeOn, postalDays)],
    assumptions: [
      ...(dunningLevel > 1 ? [assumed('reminder_last_only', { day: lastNoticeOn })] : []),
      assumed('reminder_post', { day: lastNoticeOn, days: postalDays }),
    ],
  }
}
