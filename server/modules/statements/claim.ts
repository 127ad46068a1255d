// The question that a stored claim puts to the law: its facts, what the books hold of it, and the creditor's settings. What
// nobody noted is assumed in the debtor's favour and named.

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
import { debtorKinds } from '../debtors/index.ts'
import type { Invoice } from '../invoices/index.ts'
import { type LawOfTenant, countryInForce, loadLaw } from '../settings/index.ts'
import { readBooks } from './books.ts'
import { type InvoiceFacts, factsOfInvoices } from './facts.ts'
import { type Reminders, remindersOf } from './reminders.ts'

export type StoredClaim = {
  readonly invoice: Invoice
  readonly country: Country
  readonly settings: LawSettings
  readonly question: Omit<ClaimQuestion, 'on'>
  readonly books: FromBooks
  readonly known: InvoiceFacts
  readonly assumptions: readonly Line[]
}

/** Gathers everything of one. Throws Refused where the law of the tenant's country is not known. */
export async function storedClaim(context: Context, invoice: Invoice): Promise<StoredClaim> {
  const claim = (await storedClaims(context, [invoice])).get(invoice.id)
  if (claim === undefined) throw new Error('a claim that was asked for is read')
  return claim
}

/** The same of many, by the invoice's id, in as many statements as for one. */
export async function storedClaims(
  context: Context,
  invoices: readonly Invoice[],
): Promise<ReadonlyMap<string, StoredClaim>> {
  const law = await loadLaw(context)
  const country = countryInForce(law)
  const settings = settingsOf(country, law)
  const ids = invoices.map(({ id }) => id)
  const kindOf = await debtorKinds(
    context,
    invoices.map(({ debtorId }) => debtorId),
  )
  const knownOf = await factsOfInvoices(context, ids)
  const booksOf = await readBooks(context, invoices)
  const remindedOf = await remindersOf(context, ids, law)
  return new Map(
    invoices.map((invoice) => {
      const known = knownOf(invoice.id)
      const { facts, assumptions } = factsOf(invoice, kindOf(invoice.debtorId), law, known, remindedOf(invoice.id))
      const books = entriesOfBooks(booksOf(invoice))
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
      return [invoice.id, { invoice, country, settings, question, books, known, assumptions }]
    }),
  )
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
  reminders: Reminders,
): { readonly facts: ClaimFacts; readonly assumptions: readonly Line[] } {
  const contract = contractOf(invoice, known)
  const facts = {
    debtor,
    principal: invoice.amount,
    contractOn: contract.on,
    dueOn: invoice.dueDate,
    dueAgreed: known.dueAgreed ?? law.dueAgreed,
    ...(known.receivedOn === null ? {} : { invoiceReceivedOn: known.receivedOn }),
    invoiceNotice: law.invoiceNotice,
    ...reminders.facts,
    ...(law.region === null ? {} : { region: law.region }),
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
