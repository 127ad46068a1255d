// What it would cost the creditor to take a case back today or on a later day, told before anybody does it: by the contract with
// the partner, from what the partner has charged so far. Nothing is stored and nothing is stopped.

import { sql } from 'kysely'
import type { Instant, LocalDate } from '@mahnwerk/core/calendar'
import { type Language, explain } from '@mahnwerk/core/explanations'
import { type PartnerProfile, STOP_TEXTS, stopCost } from '@mahnwerk/core/handover'
import { type Minor, currency, minor } from '@mahnwerk/core/money'
import { practiceFilter } from '../../auth/principal.ts'
import { dayOf } from '../../clock.ts'
import { type Context, notFound } from '../../http/index.ts'
import { plain } from '../law/index.ts'

/** Without an amount where the contract says nothing: none is guessed. */
export type StopCostAnswer = {
  readonly on: LocalDate
  readonly amount: Minor | null
  readonly currency: string
  readonly explanation: ReturnType<typeof plain>
}

type Row = {
  readonly openedAt: Instant
  readonly profile: PartnerProfile
  readonly costs: number
  readonly currency: string
}

/** Throws Refused (404) where the principal may not see the case. */
export async function readStopCost(
  context: Context,
  caseId: string,
  on: LocalDate,
  language: Language,
): Promise<StopCostAnswer> {
  const row = await readRow(context, caseId)
  const given = { handedOverOn: dayOf(row.openedAt), on, costsSoFar: minor(row.costs) }
  const cost = stopCost(row.profile, given)
  return {
    on,
    amount: cost.known ? cost.amount : null,
    currency: row.currency,
    explanation: plain(explain(cost.why, STOP_TEXTS[language], language, currency(row.currency))),
  }
}

async function readRow({ trx, tenantId, principal }: Context, caseId: string): Promise<Row> {
  const practices = practiceFilter(principal)
  const { rows } = await sql<Row>`
    SELECT c.opened_at AS "openedAt", k.profile, i.costs_open AS costs, c.currency
    FROM cases c JOIN invoices i ON i.tenant_id = c.tenant_id AND i.id = c.invoice_id
      JOIN connections k ON k.tenant_id = c.tenant_id AND k.id = c.connection_id
    WHERE c.tenant_id = ${tenantId} AND c.id = ${caseId}
      AND (${practices}::uuid[] IS NULL OR c.practice_id = ANY (${practices}::uuid[]))`.execute(trx)
  if (!rows[0]) throw notFound('case')
  return rows[0]
}
