// The templates of a creditor as the API tells them.

import { z } from 'zod'
import type { Context } from '../../http/index.ts'
import type { Locale } from '../../http/texts.ts'
import { faultsOf, judge, judgementSchema } from './judge.ts'
import { loadCreditor } from './law.ts'
import { newestTemplates, versionsOf } from './store.ts'
import { ALL_LETTERS, type Which, keyOf, whichSchema } from './which.ts'
import { standardWords, wordsSchema } from './words.ts'

const versionSchema = z.object({
  id: z.uuid(),
  version: z.int(),
  words: wordsSchema.nullable().describe('Null: back to the standard'),
  savedBy: z.string(),
  savedAt: z.string(),
})

export const templateListSchema = z
  .object({
    country: z.string().describe('By whose law words are checked'),
    templates: z.array(
      whichSchema.extend({
        state: z
          .enum(['standard', 'own', 'not_lawful'])
          .describe('not_lawful: saved once, and no longer allowed; the standard goes out'),
        subject: z.string(),
        version: z.int().describe('0 where there never were own words'),
        savedBy: z.string().nullable(),
        savedAt: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'LetterTemplates' })

export const templateSchema = whichSchema
  .extend({
    country: z.string(),
    own: z.boolean(),
    version: z.int(),
    words: wordsSchema.describe('The own words, else the standard'),
    standard: wordsSchema,
    judgement: judgementSchema.meta({ id: 'TemplateJudgement' }),
    versions: z.array(versionSchema).describe('The newest first'),
  })
  .meta({ id: 'LetterTemplate' })

export const wantedSchema = z
  .object({
    words: wordsSchema,
    version: z.int().min(0).describe('The one that was read; 0 where there was none'),
    both: z.boolean().default(false).describe('Also for the other audience'),
  })
  .meta({ id: 'WantedLetterTemplate' })

export async function listTemplates(context: Context): Promise<z.output<typeof templateListSchema>> {
  const { law } = await loadCreditor(context)
  const newest = new Map((await newestTemplates(context, law.country.code)).map((own) => [keyOf(own), own]))
  const templates = ALL_LETTERS.map((which) => {
    const own = newest.get(keyOf(which))
    const words = own?.words ?? standardWords(which)
    const lawful = faultsOf(words, { which, law, on: context.today }).length === 0
    const state = own === undefined || own.words === null ? 'standard' : lawful ? 'own' : 'not_lawful'
    const { version = 0, savedBy = null, savedAt = null } = own ?? {}
    return { ...which, state, subject: words.subject, version, savedBy, savedAt } as const
  })
  return { country: law.country.code, templates }
}

export async function readTemplate(
  context: Context,
  which: Which,
  locale: Locale,
): Promise<z.output<typeof templateSchema>> {
  const { law } = await loadCreditor(context)
  const country = law.country.code
  const versions = await versionsOf(context, country, which)
  const [newest] = versions
  const standard = standardWords(which)
  const words = newest?.words ?? standard
  return {
    ...which,
    country,
    own: (newest?.words ?? null) !== null,
    version: newest?.version ?? 0,
    words,
    standard,
    judgement: judge(words, { which, law, on: context.today, locale }),
    versions,
  }
}
