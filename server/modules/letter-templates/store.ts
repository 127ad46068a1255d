// The versions of a creditor's own words. None is ever changed: a letter that went out names the one that it was set with.

import { sql } from 'kysely'
import type { Instant } from '@mahnwerk/core/calendar'
import type { DunningTemplate } from '@mahnwerk/core/letters'
import type { Context } from '../../http/index.ts'
import type { Creditor } from './law.ts'
import { faultsOf } from './judge.ts'
import { type Which, keyOf } from './which.ts'

export type TemplateVersion = {
  readonly id: string
  readonly version: number
  /** Null: back to ours. Written through save.ts only, which checks it. */
  readonly words: DunningTemplate | null
  readonly savedBy: string
  readonly savedAt: Instant
}

export type OwnTemplate = Which & TemplateVersion

/** The newest version of each letter that ever had words of its own, by the law of a country. */
export async function newestTemplates({ trx, tenantId }: Context, country: string): Promise<OwnTemplate[]> {
  const { rows } = await sql<OwnTemplate>`
    SELECT DISTINCT ON (language, kind, audience) id, language, kind, audience, version, words, saved_by AS "savedBy",
      saved_at AS "savedAt"
    FROM letter_templates WHERE tenant_id = ${tenantId} AND country = ${country}
    ORDER BY language, kind, audience, version DESC`.execute(trx)
  return rows
}

/** The newest first. */
export async function versionsOf(
  { trx, tenantId }: Context,
  country: string,
  which: Which,
): Promise<TemplateVersion[]> {
  const { rows } = await sql<TemplateVersion>`
    SELECT id, version, words, saved_by AS "savedBy", saved_at AS "savedAt" FROM letter_templates
    WHERE tenant_id = ${tenantId} AND country = ${country} AND language = ${which.language} AND kind = ${which.kind}
      AND audience = ${which.audience} ORDER BY version DESC`.execute(trx)
  return rows
}

export async function addVersion(
  context: Context,
  country: string,
  { language, kind, audience }: Which,
  { version, words }: Pick<TemplateVersion, 'version' | 'words'>,
): Promise<void> {
  const { trx, tenantId, newId, now, actor } = context
  await sql`
    INSERT INTO letter_templates (tenant_id, id, country, language, kind, audience, version, words, saved_by, saved_at)
    VALUES (${tenantId}, ${newId()}, ${country}, ${language}, ${kind}, ${audience}, ${version},
      ${words === null ? null : JSON.stringify(words)}, ${actor.name}, ${now})`.execute(trx)
}

/** Words of the creditor for a letter, with the version that they are. */
export type OwnWords = { readonly id: string; readonly words: DunningTemplate }

export type OwnTemplates = { readonly of: (which: Which) => OwnWords | undefined }

/**
 * Read once for any number of letters. Words that the law let stand when they were saved, and does not today, are passed over:
 * ours go out instead, and the list of templates says so.
 */
export async function loadOwnTemplates(context: Context, { law }: Creditor): Promise<OwnTemplates> {
  const newest = await newestTemplates(context, law.country.code)
  const inForce = newest.flatMap((own): [string, OwnWords][] => {
    if (own.words === null || faultsOf(own.words, { which: own, law, on: context.today }).length > 0) return []
    return [[keyOf(own), { id: own.id, words: own.words }]]
  })
  const byLetter = new Map(inForce)
  return { of: (which) => byLetter.get(keyOf(which)) }
}
