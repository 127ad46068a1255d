// Posts transfers: the only writer of the ledger. Each stands beside the event that caused it.

import { sql } from 'kysely'
import { type Transfer, accountName } from '@mahnwerk/core/ledger'
import type { Trx } from '../../db/database.ts'
import type { NewId } from '../../ids.ts'
import { recoveriesOf } from './recovery.ts'

export type Posting = {
  readonly transfer: Transfer
  readonly eventId: string
  readonly invoiceId: string
  readonly caseId?: string
  readonly paymentId?: string
}

export async function post(trx: Trx, tenantId: string, newId: NewId, caused: readonly Posting[]): Promise<void> {
  if (caused.length === 0) return
  const postings = [...caused, ...(await recoveriesOf(trx, tenantId, caused))]
  await sql`
    INSERT INTO transfers
      (tenant_id, id, event_id, debit, credit, amount, currency, value_on, invoice_id, case_id, payment_id)
    SELECT ${tenantId}, * FROM unnest(
      ${postings.map(() => newId())}::uuid[], ${postings.map((one) => one.eventId)}::uuid[],
      ${postings.map((one) => accountName(one.transfer.debit))}::text[],
      ${postings.map((one) => accountName(one.transfer.credit))}::text[],
      ${postings.map((one) => one.transfer.amount)}::bigint[], ${postings.map((one) => one.transfer.currency)}::text[],
      ${postings.map((one) => one.transfer.on)}::date[], ${postings.map((one) => one.invoiceId)}::uuid[],
      ${postings.map((one) => one.caseId ?? null)}::uuid[], ${postings.map((one) => one.paymentId ?? null)}::uuid[])`.execute(
    trx,
  )
}
