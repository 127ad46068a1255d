// "Vorschläge": claims that are ripe for collection by the creditor's threshold, each with its reason in figures. A suggestion hands
// nothing over.

import { sql } from 'kysely'
import { z } from 'zod'
import { addDays } from '@mahnwerk/core/calendar'
import { type DunningPolicy, suggestCollection } from '@mahnwerk/core/dunning'
import { minor } from '@mahnwerk/core/money'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, placeBefore } from '../../http/index.ts'
import { invoiceRowSchema, rowsOf } from '../invoices/index.ts'
import { type Candidate, candidatesFor } from './candidates.ts'
import { claimOf } from './plan.ts'
import { loadPolicies } from './policy.ts'
import { type DunningSettings, loadSettings, settingsSchema } from './settings.ts'

export const suggestionsSchema = z
  .object({
    threshold: settingsSchema.pick({ thresholdDays: true, thresholdLevel: true, thresholdOpen: true }),
    suggestions: z.array(
      z
        .object({
          invoice: invoiceRowSchema,
          reason: z.object({ daysOverdue: z.int(), level: z.int(), open: z.int() }),
        })
        .meta({ id: 'CollectionSuggestion' }),
    ),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'CollectionSuggestions', description: 'The oldest due day first.' })

export async function listSuggestions(
  context: Context,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<z.output<typeof suggestionsSchema>> {
  const settings = await loadSettings(context)
  const { thresholdDays, thresholdLevel, thresholdOpen } = settings
  const places = await ripePlaces(context, settings, cursor, limit + 1)
  const page = places.slice(0, limit)
  const candidates = await candidatesFor(
    context,
    page.map(({ id }) => id),
  )
  const policies = await loadPolicies(context)
  const reasons = new Map(
    candidates.flatMap((candidate) => {
      const reason = reasonOf(context, candidate, policies.of(candidate.debtor), settings)
      return reason === undefined ? [] : [[candidate.invoice.id, reason] as const]
    }),
  )
  const invoices = new Map((await rowsOf(context, [...reasons.keys()])).map((row) => [row.id, row]))
  const last = page.at(-1)
  return {
    threshold: { thresholdDays, thresholdLevel, thresholdOpen },
    suggestions: page.flatMap(({ id }) => {
      const [invoice, reason] = [invoices.get(id), reasons.get(id)]
      return invoice === undefined || reason === undefined ? [] : [{ invoice, reason }]
    }),
    ...(places.length > limit && last ? { nextCursor: `${last.on}~${last.id}` } : {}),
  }
}

function reasonOf({ today }: Context, candidate: Candidate, policy: DunningPolicy, settings: DunningSettings) {
  const { hold } = candidate.debtor
  if (hold !== undefined && (hold.until === undefined || hold.until >= today)) return undefined
  const threshold = {
    daysOverdue: settings.thresholdDays,
    level: settings.thresholdLevel ?? policy.steps.at(-1)?.level ?? 0,
    leastOpen: minor(settings.thresholdOpen),
  }
  return suggestCollection(claimOf(candidate), threshold, policy, today)
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
