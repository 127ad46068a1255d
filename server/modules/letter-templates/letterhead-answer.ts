// The letterhead as the API takes and tells it.

import { z } from 'zod'
import type { Context } from '../../http/index.ts'
import { loadTenant, senderOf } from '../settings/index.ts'
import { loadLetterhead } from './letterhead.ts'
import { LOGO_BYTES_MAX } from './logo.ts'

const line = z.string().trim().max(120)
// An emptied field is a field without a value.
const optional = line.nullable().transform((text) => text || null)

const fields = {
  accent: z
    .union([z.string().regex(/^#[0-9a-fA-F]{6}$/), z.null()])
    .meta({ description: 'The one colour of lines and marks, such as "#0d5560"; null: ours' }),
  bank: line
    .max(54)
    .nullable()
    .transform((text) => text || null),
  register: optional,
  directors: optional,
  more: z.array(line.min(1)).max(3),
}

export const letterheadFieldsSchema = z.object(fields).meta({ id: 'LetterheadFields' })

export const letterheadChangeSchema = z.object({ ...fields, version: z.int().min(0) }).meta({ id: 'LetterheadChange' })

export const logoChangeSchema = z
  .object({
    content: z
      .string()
      .max(Math.ceil(LOGO_BYTES_MAX / 3) * 4 * 2)
      .describe('The file in base64: PNG, JPEG or SVG, at most 256 KB'),
    version: z.int().min(0),
  })
  .meta({ id: 'LogoChange' })

const text = z.string()
const maybe = z.string().optional()

export const letterheadSchema = z
  .object({
    version: z.int().describe('0 before the first change'),
    accent: text.nullable(),
    bank: text.nullable(),
    register: text.nullable(),
    directors: text.nullable(),
    more: z.array(text),
    logo: z.object({ sha256: text, format: z.enum(['png', 'jpg', 'svg']) }).nullable(),
    sender: z
      .object({
        name: text,
        legalName: maybe,
        address: z.object({ street: text, extra: maybe, postCode: text, city: text, country: text }),
        phone: maybe,
        email: maybe,
        website: maybe,
        vatId: maybe,
        account: z.object({ holder: text, iban: text, bic: maybe }).optional(),
      })
      .describe('What stands on the letter from the own data'),
    savedBy: text.nullable(),
    savedAt: text.nullable(),
  })
  .meta({ id: 'Letterhead' })

export async function readLetterhead(context: Context): Promise<z.output<typeof letterheadSchema>> {
  const { id: _, logo, ...head } = await loadLetterhead(context)
  return {
    ...head,
    more: [...head.more],
    logo: logo === null ? null : { sha256: logo.sha256.toString('hex'), format: logo.format },
    sender: senderOf(await loadTenant(context)),
  }
}
