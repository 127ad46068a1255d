// An invoice entered by hand or by the API: the same rule as a file's, for one.

import { type LocalDate, day } from '@mahnwerk/core/calendar'
import type { DebtorDraft, InvoiceDraft } from '@mahnwerk/core/claims'
import { currency, minor } from '@mahnwerk/core/money'
import type { z } from 'zod'
import { type Context, Refused, refused } from '../../http/index.ts'
import { choosePractice, dueBy, readCreditor } from './creditor.ts'
import type { newInvoiceSchema } from './entry-schema.ts'
import { recordInvoices } from './record.ts'

type NewInvoice = z.output<typeof newInvoiceSchema>

/** Returns the id. Throws Refused where the rule says no, and with 409 where the invoice is already there. */
export async function enterInvoice(context: Context, entered: NewInvoice): Promise<string> {
  const practiceId = await choosePractice(context, entered.practiceId)
  const source = context.principal.actor.kind === 'key' ? 'api' : 'manual'
  const draft = await draftOf(context, entered)
  const [outcome] = await recordInvoices(context, { practiceId, source }, [draft])
  switch (outcome?.outcome) {
    case 'accepted':
      return outcome.invoiceId
    case 'refused':
      throw new Refused(outcome.refusal)
    case 'already_there':
      throw refused('invoice_already_there', { number: draft.number }, { status: 409, ...repairOf(outcome.invoiceId) })
    default:
      throw new Error('one draft has one outcome')
  }
}

function repairOf(invoiceId: string | undefined): { readonly repair?: string } {
  return invoiceId === undefined ? {} : { repair: `/rechnungen/${invoiceId}` }
}

async function draftOf(context: Context, entered: NewInvoice): Promise<InvoiceDraft> {
  const creditor = await readCreditor(context)
  const invoiceDate = day(entered.invoiceDate)
  return {
    sellerKey: creditor.sellerKey,
    number: entered.number,
    invoiceDate,
    ...dueBy(creditor, invoiceDate, optionalDay(entered.dueDate)),
    ...(entered.serviceDate === undefined ? {} : { serviceDate: day(entered.serviceDate) }),
    currency: currency(entered.currency),
    amount: minor(entered.amount),
    subject: entered.subject,
    debtor: debtorOf(entered.debtor),
    ...(entered.dunned === undefined ? {} : { dunned: dunnedOf(entered.dunned) }),
  }
}

function debtorOf({ name, address, number, email, phone, birthDate }: NewInvoice['debtor']): DebtorDraft {
  const { extra, ...place } = address
  return {
    name:
      name.kind === 'consumer'
        ? name
        : { kind: name.kind, company: name.company, ...told('contactPerson', name.contactPerson) },
    address: { ...place, ...told('extra', extra) },
    ...told('number', number),
    ...told('email', email),
    ...told('phone', phone),
    ...(birthDate === undefined ? {} : { birthDate: day(birthDate) }),
  }
}

function dunnedOf({ level, lastNoticeOn }: NonNullable<NewInvoice['dunned']>): NonNullable<InvoiceDraft['dunned']> {
  return lastNoticeOn === undefined ? { level } : { level, lastNoticeOn: day(lastNoticeOn) }
}

function optionalDay(text: string | undefined): LocalDate | undefined {
  return text === undefined ? undefined : day(text)
}

// An empty text in a form tells nothing.
function told<Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } {
  const fields: { [K in Key]?: string } = {}
  if (value !== undefined && value !== '') fields[key] = value
  return fields
}
