// Which claims are ripe for collection by the creditor's threshold, and why: the one function that the list of suggestions and the
// handover by itself both ask.

import { sql } from 'kysely'
import { lastLevelOf } from '@mahnwerk/core/claims'
import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import { type DunningPolicy, type Suggestion, suggestCollection } from '@mahnwerk/core/dunning'
import { noticeKindOf } from '@mahnwerk/core/letters'
import { minor } from '@mahnwerk/core/money'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, placeBefore } from '../../http/index.ts'
import type { Invoice } from '../invoices/index.ts'
import { type Candidate, candidatesFor } from './candidates.ts'
import { placeOf } from './place.ts'
import { claimOf } from './plan.ts'
import { loadPolicies } from './policy.ts'
import type { DunningSettings } from './settings.ts'

export type RipeClaim = {
  readonly invoice: Invoice
  readonly reason: Suggestion
  /** Its last notice was the last one of the policy. */
  readonly last: boolean
}

export type RipePage = { readonly claims: readonly RipeClaim[]; readonly nextCursor?: string }

/** The oldest due day first. A page may hold fewer than `limit` although another follows. */
export async function ripeClaims(
  context: Context,
  settings: DunningSettings,
  cursor: string | undefined,
  limit: number,
): Promise<RipePage> {
  const places = await ripePlaces(context, settings, cursor, limit + 1)
  const ids = places.slice(0, limit).map(({ id }) => id)
  const found = new Map((await ripeOf(context, settings, ids)).map((claim) => [claim.invoice.id, claim]))
  const last = places[limit - 1]
  return {
    claims: ids.flatMap((id) => found.get(id) ?? []),
    ...(places.length > limit && last ? { nextCursor: `${last.on}~${last.id}` } : {}),
  }
}

/** Those of the named invoices that are ripe, in any order. */
export async function ripeOf(
  context: Context,
  settings: DunningSettings,
  ids: readonly string[],
): Promise<readonly RipeClaim[]> {
  if (ids.length === 0) return []
  const policies = await loadPolicies(context)
  const { isHoliday } = await placeOf(context)
  const ends = await periodEnds(context, ids)
  const reasonOf = (candidate: Candidate, policy: DunningPolicy): Suggestion | undefined => {
    if (isHeld(candidate, context.today)) return undefined
    const threshold = {
      daysOverdue: settings.thresholdDays,
      level: settings.thresholdLevel ?? lastLevelOf(policy.steps),
      leastOpen: minor(settings.thresholdOpen),
    }
    const payBy = ends.get(candidate.invoice.id)
    return suggestCollection(claimOf(candidate), threshold, policy, context.today, isHoliday, payBy)
  }
  return (await candidatesFor(context, ids)).flatMap((candidate) => {
    const policy = policies.of(candidate.debtor)
    const reason = reasonOf(candidate, policy)
    if (reason === undefined) return []
    const last = noticeKindOf(reason.level, lastLevelOf(policy.steps)) === 'last'
    return [{ invoice: candidate.invoice, reason, last }]
  })
}

function isHeld({ debtor: { hold } }: Candidate, today: LocalDate): boolean {
  return hold !== undefined && (hold.until === undefined || hold.until >= today)
}

/** Until when the last letter of each invoice asked for the money. */
async function periodEnds({ trx, tenantId }: Context, ids: readonly string[]): Promise<ReadonlyMap<string, LocalDate>> {
  const { rows } = await sql<{ id: string; payBy: LocalDate }>`
    SELECT o.invoice_id AS id, max(n.pay_by) AS "payBy"
    FROM notice_items o JOIN notices n ON n.tenant_id = o.tenant_id AND n.id = o.notice_id
    WHERE o.tenant_id = ${tenantId} AND o.invoice_id = ANY (${ids}::uuid[])
    GROUP BY o.invoice_id`.execute(trx)
  return new Map(rows.map(({ id, payBy }) => [id, payBy]))
}

type RipePlace = { readonly on: string; readonly id: string }

// Coarse: what stands against a suggestion is decided by core.
async function ripePlaces(
  { trx, tenantId, today, principal }: Context,
  { thresholdDays, thresholdLevel, thresholdOpen }: DunningSettings,
  cursor: string | undefined,
  limit: number,
): Promise<readonly RipePlace[]> {
  const practices = practiceFilter(principal)
  const place = placeBefore(cursor, 'day')
  const { rows } = await sql<RipePlace>`
    SELECT i.due_date AS on, i.id FROM invoices i
    WHERE i.tenant_id = ${tenantId} AND i.state = 'open' AND i.open > 0 AND i.open >= ${thresholdOpen}
      AND i.due_date <= ${addDays(today, -thresholdDays)} AND i.dunning_level >= ${Math.max(thresholdLevel ?? 1, 0)}
      AND i.marker NOT IN ('disputed', 'clarification')
      AND (i.marker = 'none' OR i.marker_until < ${today})
      AND (${practices}::uuid[] IS NULL OR i.practice_id = ANY (${practices}::uuid[]))
      AND (${place.value}::date IS NULL OR (i.due_date, i.id) > (${place.value}::date, ${place.id}::uuid))
    ORDER BY i.due_date, i.id LIMIT ${limit}`.execute(trx)
  return rows
}
