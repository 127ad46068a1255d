// Recomputes everything that is kept twice and names each difference: histories, open amounts, payments, notices, cases, messages,
// documents, numbers. Reads one snapshot, so that a working server beside it makes no false alarm; changes nothing.

import { sql } from 'kysely'
import { type Trx, inTenant } from '../db/database.ts'
import type { Ground } from '../http/index.ts'
import type { Check, Facts, FindingCode } from './check.ts'
import { CASE_CHECKS } from './checks/cases.ts'
import { DELIVERY_CHECKS } from './checks/deliveries.ts'
import { DOCUMENT_CHECKS } from './checks/documents.ts'
import { HISTORY_CHECKS } from './checks/history.ts'
import { INBOX_CHECKS } from './checks/inbox.ts'
import { INVOICE_CHECKS } from './checks/invoices.ts'
import { LEDGER_CHECKS } from './checks/ledger.ts'
import { NOTICE_CHECKS } from './checks/notices.ts'
import { PAYMENT_CHECKS } from './checks/payments.ts'

export type Finding = { readonly code: FindingCode; readonly facts: Facts }

const CHECKS: readonly Check[] = [
  ...HISTORY_CHECKS,
  ...LEDGER_CHECKS,
  ...INVOICE_CHECKS,
  ...PAYMENT_CHECKS,
  ...NOTICE_CHECKS,
  ...CASE_CHECKS,
  ...DELIVERY_CHECKS,
  ...INBOX_CHECKS,
  ...DOCUMENT_CHECKS,
]

/** Every difference in the books of one tenant; none where all is well. */
export async function verifyTenant({ db }: Pick<Ground, 'db'>, tenantId: string): Promise<Finding[]> {
  return inTenant(db, tenantId, (trx) => differencesSeen(trx, tenantId), { isolation: 'repeatable read' })
}

/** The same as this transaction sees it. */
export async function differencesSeen(trx: Trx, tenantId: string): Promise<Finding[]> {
  // A large tenant may take longer than a request may.
  await sql`SET LOCAL statement_timeout = 0`.execute(trx)
  const findings: Finding[] = []
  for (const { code, differences } of CHECKS) {
    const { rows } = await differences(tenantId).execute(trx)
    findings.push(...rows.map((facts) => ({ code, facts })))
  }
  return findings
}
