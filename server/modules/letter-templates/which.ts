// Which letter a template is for: its language, its voice, and to whom it speaks. By whose law its words are checked is the
// tenant's own.

import { z } from 'zod'

const LANGUAGES = ['de', 'en', 'nl'] as const
const KINDS = ['reminder', 'first', 'second', 'last'] as const
const AUDIENCES = ['consumer', 'business'] as const

export const whichSchema = z.object({
  language: z.enum(LANGUAGES),
  kind: z.enum(KINDS).describe('A reminder raises no level; only the last step of a policy speaks last'),
  audience: z.enum(AUDIENCES),
})

export type Which = z.output<typeof whichSchema>

/** Every letter there is. */
export const ALL_LETTERS: readonly Which[] = LANGUAGES.flatMap((language) =>
  KINDS.flatMap((kind) => AUDIENCES.map((audience) => ({ language, kind, audience }))),
)

export function keyOf({ language, kind, audience }: Which): string {
  return `${language}:${kind}:${audience}`
}
