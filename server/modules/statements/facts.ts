// What is known of a single invoice beyond what stands on it: whether its due day was agreed, when it was received, when the
// contract was made, an agreed rate. Null: nobody said so.

import { sql } from 'kysely'
import { z } from 'zod'
import type { LocalDate } from '@mahnwerk/core/calendar'
import { type Context } from '../../http/index.ts'
import { lockInvoice, saveInvoice } from '../invoices/index.ts'

const day = z.iso.date().nullable()

export const factsSchema = z
  .object({
    dueAgreed: z.boolean().nullable().describe('Null: as the settings have it'),
    receivedOn: day.describe('The day the debtor received the invoice'),
    contractOn: day,
    agreedRate: z
      .string()
      .regex(/^\d{1,3}(\.\d{1,4})?$/)
      .nullable()
      .describe('Percent a year as decimal text: "9.97"'),
  })
  .meta({ id: 'InvoiceFacts' })

export const factsChangeSchema = factsSchema.partial().meta({ id: 'InvoiceFactsChange' })

export type InvoiceFacts = {
  readonly dueAgreed: boolean | null
  readonly receivedOn: LocalDate | null
  readonly contractOn: LocalDate | null
  readonly agreedRate: string | null
}

const UNKNOWN: InvoiceFacts = { dueAgreed: null, receivedOn: null, contractOn: null, agreedRate: null }

/** Of an invoice that the principal was seen to be allowed. */
export async function loadFacts(context: Context, invoiceId: string): Promise<InvoiceFacts> {
  return (await factsOfInvoices(context, [invoiceId]))(invoiceId)
}

/** The same of many, by the invoice's id. */
export async function factsOfInvoices(
  { trx, tenantId }: Context,
  invoiceIds: readonly string[],
): Promise<(invoiceId: string) => InvoiceFacts> {
  const { rows } = await sql<InvoiceFacts & { readonly invoiceId: string }>`
    SELECT invoice_id AS "invoiceId", due_agreed AS "dueAgreed", received_on AS "receivedOn", contract_on AS "contractOn",
      agreed_rate AS "agreedRate"
    FROM invoice_facts WHERE tenant_id = ${tenantId} AND invoice_id = ANY (${invoiceIds}::uuid[])`.execute(trx)
  const known = new Map(rows.map(({ invoiceId, ...facts }) => [invoiceId, facts]))
  return (invoiceId) => known.get(invoiceId) ?? UNKNOWN
}

export async function changeFacts(
  context: Context,
  invoiceId: string,
  change: z.output<typeof factsChangeSchema>,
): Promise<InvoiceFacts> {
  const invoice = await lockInvoice(context, invoiceId)
  const before = await loadFacts(context, invoiceId)
  const named = Object.keys(change) as (keyof InvoiceFacts)[] // its own keys
  const changes = named
    .filter((field) => change[field] !== undefined && change[field] !== before[field])
    .map((field) => ({ field, from: before[field], to: change[field] }))
  if (changes.length === 0) return before
  const after = { ...before, ...change }
  await saveInvoice(context, invoice, {}, [{ type: 'invoice.facts_changed', data: { changes } }])
  await sql`
    INSERT INTO invoice_facts (tenant_id, invoice_id, due_agreed, received_on, contract_on, agreed_rate)
    VALUES (${context.tenantId}, ${invoiceId}, ${after.dueAgreed}, ${after.receivedOn}, ${after.contractOn}, ${after.agreedRate})
    ON CONFLICT (tenant_id, invoice_id) DO UPDATE SET due_agreed = excluded.due_agreed, received_on = excluded.received_on,
      contract_on = excluded.contract_on, agreed_rate = excluded.agreed_rate`.execute(context.trx)
  return loadFacts(context, invoiceId)
}
