// "Vorschläge": claims that are ripe for collection by the creditor's threshold, each with its reason in figures and with what
// stands against handing it over. A suggestion hands nothing over.

import { z } from 'zod'
import type { Locale } from '../../http/texts.ts'
import { sentenceOf } from '../../http/texts.ts'
import type { Context } from '../../http/index.ts'
import { objectionsTo } from '../handover/index.ts'
import { invoiceRowSchema, rowsOf } from '../invoices/index.ts'
import { type RipeClaim, ripeClaims } from './ripe.ts'
import { loadSettings, settingsSchema } from './settings.ts'

const objectionSchema = z.object({ code: z.string(), title: z.string(), detail: z.string() })

export const suggestionsSchema = z
  .object({
    threshold: settingsSchema.pick({ thresholdDays: true, thresholdLevel: true, thresholdOpen: true }),
    automatic: z.boolean().describe('Ripe claims leave by themselves; what is still here is held back by something'),
    suggestions: z.array(
      z
        .object({
          invoice: invoiceRowSchema,
          reason: z.object({
            daysOverdue: z.int(),
            level: z.int(),
            last: z.boolean().describe('Its last notice by the policy that holds for its debtor'),
            open: z.int(),
          }),
          against: z.array(objectionSchema).describe('Why it cannot be handed over as it is; empty where it can'),
        })
        .meta({ id: 'CollectionSuggestion' }),
    ),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'CollectionSuggestions', description: 'The oldest due day first.' })

type Answer = z.output<typeof suggestionsSchema>

export async function listSuggestions(
  context: Context,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  locale: Locale,
): Promise<Answer> {
  const settings = await loadSettings(context)
  const { thresholdDays, thresholdLevel, thresholdOpen } = settings
  const { claims, nextCursor } = await ripeClaims(context, settings, cursor, limit)
  const rows = new Map(
    (
      await rowsOf(
        context,
        claims.map(({ invoice }) => invoice.id),
      )
    ).map((row) => [row.id, row]),
  )
  const suggestions: Answer['suggestions'] = []
  for (const claim of claims) {
    const invoice = rows.get(claim.invoice.id)
    if (invoice === undefined) continue
    const { daysOverdue, level, open } = claim.reason
    const reason = { daysOverdue, level, last: claim.last, open }
    suggestions.push({ invoice, reason, against: await againstIt(context, claim, locale) })
  }
  return {
    threshold: { thresholdDays, thresholdLevel, thresholdOpen },
    automatic: settings.automaticHandover,
    suggestions,
    ...(nextCursor === undefined ? {} : { nextCursor }),
  }
}

async function againstIt(context: Context, { invoice }: RipeClaim, locale: Locale) {
  const objections = await objectionsTo(context, invoice)
  return objections.map(({ code, facts }) => ({ code, ...sentenceOf(code, facts, locale) }))
}
