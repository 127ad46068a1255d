// How a payment is booked now: its parts as the ledger has them. They can differ from how it was first spread, where a
// surplus has since gone to what it was meant for.

import { sql } from 'kysely'
import type { Amounts, Component } from '@mahnwerk/core/ledger'
import { COMPONENTS } from '@mahnwerk/core/ledger'
import { type Minor, minor } from '@mahnwerk/core/money'
import type { Context } from '../../http/index.ts'

export async function bookedParts(
  { trx, tenantId }: Context,
  paymentId: string,
): Promise<Amounts & { readonly overpaid: Minor }> {
  const { rows } = await sql<{ account: string; amount: number }>`
    SELECT account, sum(amount)::bigint AS amount FROM (
      SELECT regexp_replace(credit, ':[^:]*$', '') AS account, amount FROM transfers
        WHERE tenant_id = ${tenantId} AND payment_id = ${paymentId}
      UNION ALL SELECT regexp_replace(debit, ':[^:]*$', ''), -amount FROM transfers
        WHERE tenant_id = ${tenantId} AND payment_id = ${paymentId}) moved
    GROUP BY account`.execute(trx)
  const at = (account: string): Minor => minor(rows.find((row) => row.account === account)?.amount ?? 0)
  const parts = COMPONENTS.map((component): [Component, Minor] => [component, at(`debtor:${component}`)])
  return { ...(Object.fromEntries(parts) as Amounts), overpaid: at('overpaid') } // one entry per component
}
