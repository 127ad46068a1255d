// What the ledger holds of a claim, as core's calculation takes it: changes that no payment made, and payments as they are booked.

import { sql } from 'kysely'
import type { LocalDate } from '@mahnwerk/core/calendar'
import type { BookedChange, BookedPayment, Books } from '@mahnwerk/core/calculations'
import type { Amounts, Component } from '@mahnwerk/core/ledger'
import { minor } from '@mahnwerk/core/money'
import type { Context } from '../../http/index.ts'
import type { Invoice } from '../invoices/index.ts'

/** Of each invoice, by its id; two statements whatever their number. */
export async function readBooks(context: Context, invoices: readonly Invoice[]): Promise<(invoice: Invoice) => Books> {
  const ids = invoices.map(({ id }) => id)
  const changes = Map.groupBy(await readChanges(context, ids), (row) => row.invoiceId)
  const payments = Map.groupBy(await readPayments(context, ids), (row) => row.invoiceId)
  return (invoice) => ({
    changes: (changes.get(invoice.id) ?? []).filter(isOwed).flatMap((row) => changeOf(row, invoice)),
    payments: paymentsOf(payments.get(invoice.id) ?? []),
  })
}

type ChangeRow = {
  readonly invoiceId: string
  readonly component: Component
  readonly counter: string
  readonly on: LocalDate
  readonly amount: number
}

async function readChanges({ trx, tenantId }: Context, invoiceIds: readonly string[]): Promise<readonly ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    SELECT invoice_id AS "invoiceId", split_part(account, ':', 2) AS component, split_part(counter, ':', 1) AS counter,
      value_on AS "on", amount FROM (
      SELECT invoice_id, id, value_on, debit AS account, credit AS counter, amount FROM transfers
        WHERE tenant_id = ${tenantId} AND invoice_id = ANY (${invoiceIds}::uuid[]) AND payment_id IS NULL
          AND debit LIKE 'debtor:%'
      UNION ALL SELECT invoice_id, id, value_on, credit, debit, -amount FROM transfers
        WHERE tenant_id = ${tenantId} AND invoice_id = ANY (${invoiceIds}::uuid[]) AND payment_id IS NULL
          AND credit LIKE 'debtor:%') moved
    ORDER BY value_on, id`.execute(trx)
  return rows
}

// Giving a claim up and trying it once more is the creditor's bookkeeping: the debtor owes what it owed. A partner's costs
// that were given up are demanded by nobody.
function isOwed({ counter, component }: ChangeRow): boolean {
  if (counter === 'write_off') return component === 'costs'
  return counter !== 'attempted' && counter !== 'recovered'
}

// The invoice itself is the principal. One that was cancelled was never owed: it is given back on its own day.
function changeOf({ component, counter, on, amount }: ChangeRow, invoice: Invoice): BookedChange[] {
  if (counter === 'revenue' && component === 'principal') {
    return amount > 0 ? [] : [{ component, on: invoice.invoiceDate, amount: minor(amount) }]
  }
  return [{ component, on, amount: minor(amount) }]
}

type PaymentRow = {
  readonly invoiceId: string
  readonly id: string
  readonly on: LocalDate
  readonly account: string
  readonly amount: number
}

/** Each with its parts as they are booked now, whatever was moved since; a reversed one has none left. */
async function readPayments({ trx, tenantId }: Context, invoiceIds: readonly string[]): Promise<readonly PaymentRow[]> {
  const { rows } = await sql<PaymentRow>`
    SELECT p.invoice_id AS "invoiceId", p.id, p.received_on AS "on", moved.account, sum(moved.amount)::bigint AS amount
    FROM payments p JOIN (
      SELECT invoice_id, payment_id, credit AS account, amount FROM transfers
        WHERE tenant_id = ${tenantId} AND invoice_id = ANY (${invoiceIds}::uuid[]) AND payment_id IS NOT NULL
      UNION ALL SELECT invoice_id, payment_id, debit, -amount FROM transfers
        WHERE tenant_id = ${tenantId} AND invoice_id = ANY (${invoiceIds}::uuid[]) AND payment_id IS NOT NULL) moved
      ON moved.payment_id = p.id AND moved.invoice_id = p.invoice_id
    WHERE p.tenant_id = ${tenantId} AND p.invoice_id = ANY (${invoiceIds}::uuid[]) AND moved.account ~ '^(debtor|overpaid):'
    GROUP BY p.invoice_id, p.id, p.received_on, moved.account HAVING sum(moved.amount) > 0
    ORDER BY p.received_on, p.id`.execute(trx)
  return rows
}

function paymentsOf(rows: readonly PaymentRow[]): BookedPayment[] {
  const ids = [...new Set(rows.map(({ id }) => id))]
  return ids.map((id) => paymentOf(rows.filter((row) => row.id === id)))
}

function paymentOf(rows: readonly PaymentRow[]): BookedPayment {
  const [first] = rows
  if (!first) throw new Error('a payment was read with its parts')
  const at = (account: string) => minor(rows.find((row) => row.account.startsWith(`${account}:`))?.amount ?? 0)
  const parts: Amounts = {
    principal: at('debtor:principal'),
    charges: at('debtor:charges'),
    interest: at('debtor:interest'),
    costs: at('debtor:costs'),
  }
  return { id: first.id, on: first.on, parts, overpaid: at('overpaid') }
}
