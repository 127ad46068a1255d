// A letterhead is changed: the colour must be seen on paper, the imprint must fit, the picture must be one. Each change is a new
// version with its event; letters that went out keep the one they were set with.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { ACCENT_CONTRAST_MIN, IMPRINT_ROWS_MAX, type Logo, contrastWithWhite, footRows } from '@mahnwerk/core/letters'
import { lockTenant, recordForTenant } from '../../events/index.ts'
import { type Context, refused } from '../../http/index.ts'
import { keepBlob } from '../documents/index.ts'
import { type LetterheadFields, type StoredLetterhead, imprintOf, loadLetterhead } from './letterhead.ts'
import { assertPrintable, assertSettable } from './probe.ts'
import { logoOf } from './logo.ts'

/** Refuses where somebody changed it since `version` was read. */
export async function changeLetterhead(context: Context, version: number, fields: LetterheadFields): Promise<void> {
  checkFields(fields)
  await assertPrintable([...imprintOf(fields), fields.bank ?? ''])
  const before = await lockLetterhead(context, version)
  await put(context, before, { ...before, ...fields })
}

/** A colour that is seen, an imprint that fits. */
export function checkFields(fields: LetterheadFields): void {
  const { accent } = fields
  const contrast = accent === null ? undefined : contrastWithWhite(accent)
  if (contrast !== undefined && contrast < ACCENT_CONTRAST_MIN)
    throw refused('letterhead_colour_too_light', {
      contrast: contrast.toFixed(1),
      least: String(ACCENT_CONTRAST_MIN),
    })
  const rows = footRows(imprintOf(fields))
  if (rows > IMPRINT_ROWS_MAX) throw refused('letterhead_imprint_too_long', { rows, most: IMPRINT_ROWS_MAX })
}

/** Refuses what is no picture that can be set. */
export async function changeLogo(context: Context, version: number, bytes: Uint8Array): Promise<void> {
  const logo = logoOf(bytes)
  await assertSettable(logo)
  const before = await lockLetterhead(context, version)
  const sha256 = createHash('sha256').update(bytes).digest()
  await keepBlob(context, bytes, sha256)
  await put(context, before, { ...before, logo: { sha256, format: logo.format } })
}

/** Takes the logo off the next letters. Nothing happens where there is none. */
export async function removeLogo(context: Context): Promise<void> {
  const before = await lockLetterhead(context, undefined)
  await put(context, before, { ...before, logo: null })
}

async function lockLetterhead(context: Context, version: number | undefined): Promise<StoredLetterhead> {
  await lockTenant(context.trx, context.tenantId)
  const head = await loadLetterhead(context)
  if (version !== undefined && head.version !== version) throw refused('version_conflict', {}, { status: 409 })
  return head
}

async function put(context: Context, before: StoredLetterhead, after: StoredLetterhead): Promise<void> {
  const { trx, tenantId, newId, now, actor } = context
  const changes = changesBetween(before, after)
  if (changes.length === 0) return
  const version = before.version + 1
  await sql`
    INSERT INTO letterheads (tenant_id, id, version, accent, bank, register, directors, more, logo_sha256, logo_format,
      saved_by, saved_at)
    VALUES (${tenantId}, ${newId()}, ${version}, ${after.accent}, ${after.bank}, ${after.register}, ${after.directors},
      ${JSON.stringify(after.more)}, ${after.logo?.sha256 ?? null}, ${after.logo?.format ?? null}, ${actor.name}, ${now})`.execute(
    trx,
  )
  await recordForTenant(context, { type: 'letterhead_changed', data: { version, changes } })
}

const FIELDS = ['accent', 'bank', 'register', 'directors', 'more'] as const

function changesBetween(before: StoredLetterhead, after: StoredLetterhead) {
  const fields = FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])).map(
    (field) => ({ field, from: before[field], to: after[field] }),
  )
  const [from, to] = [nameOf(before.logo), nameOf(after.logo)]
  return from === to ? fields : [...fields, { field: 'logo', from, to }]
}

/** In the history a picture is its hash: the bytes lie among the blobs. */
function nameOf(logo: { readonly sha256: Buffer; readonly format: Logo['format'] } | null): string | null {
  return logo === null ? null : `${logo.format}:${logo.sha256.toString('hex')}`
}
