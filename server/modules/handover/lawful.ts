// Whether what a creditor charged for its own letters may be demanded: before a claim leaves, its dunning fees are held against the
// law of the creditor's country, letter by letter. What was waived or paid since lowers the demand.

import { sql } from 'kysely'
import type { LocalDate } from '@mahnwerk/core/calendar'
import type { HandoverGiven } from '@mahnwerk/core/handover'
import { type ChargedLetter, type Finding, allowedCharges } from '@mahnwerk/core/legality'
import { type Minor, ZERO, minor } from '@mahnwerk/core/money'
import type { Context } from '../../http/index.ts'
import type { Invoice } from '../invoices/index.ts'
import { remindedOutside, storedClaim } from '../statements/index.ts'

/** The finding, where open charges go beyond what all letters together may cost; undefined where they do not. */
export async function chargesAboveLaw(
  context: Context,
  invoice: Invoice,
  open: Minor,
): Promise<HandoverGiven['chargesAboveLaw']> {
  if (open === 0) return undefined
  const { country, settings, question } = await storedClaim(context, invoice)
  const outside = await remindedOutside(context, invoice.id)
  const before = outside === undefined ? [] : [{ on: outside.lastNoticeOn, fee: ZERO }]
  const letters = [...before, ...(await chargedLetters(context, invoice.id))]
  const { allowed, finding } = allowedCharges(question.facts, letters, country, settings)
  return finding === undefined || open <= allowed ? undefined : { rule: ruleIn(finding), demanded: open, allowed }
}

// Every letter counts, the free ones too: which of them may cost something depends on its place.
async function chargedLetters({ trx, tenantId }: Context, invoiceId: string): Promise<ChargedLetter[]> {
  const { rows } = await sql<{ on: LocalDate; fee: number | null }>`
    SELECT n.day AS "on", (SELECT sum(t.amount)::bigint FROM transfers t WHERE t.tenant_id = ${tenantId}
        AND t.invoice_id = ${invoiceId} AND t.credit = 'charged' AND t.value_on = n.day) AS fee
    FROM notice_items item JOIN notices n ON n.tenant_id = item.tenant_id AND n.id = item.notice_id
    WHERE item.tenant_id = ${tenantId} AND item.invoice_id = ${invoiceId}
    ORDER BY n.day, n.id`.execute(trx)
  return rows.map(({ on, fee }) => ({ on, fee: fee === null ? ZERO : minor(fee) }))
}

function ruleIn({ code, facts }: Finding): string {
  const { rule } = facts
  if (typeof rule !== 'string') throw new TypeError(`${code} names no rule`)
  return rule
}
