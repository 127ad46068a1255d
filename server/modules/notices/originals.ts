// The invoices themselves, as they were handed in, go along with a reminder. Those of a health profession tell of treatments: they
// never travel by open mail, and in an envelope only where the creditor has set it.

import { sql } from 'kysely'
import type { Context } from '../../http/index.ts'
import type { TenantSettings } from '../settings/index.ts'

export type OriginalsGo = { readonly byMail: boolean; readonly byPost: boolean }

export type Original = {
  readonly documentId: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
}

export function originalsGo({
  originalsWithLetters: wish,
  healthProfession: health,
}: Pick<TenantSettings, 'originalsWithLetters' | 'healthProfession'>): OriginalsGo {
  return { byMail: wish === 'usual' && !health, byPost: wish === 'post' || (wish === 'usual' && !health) }
}

/** What many mail servers take of files in one mail, in bytes, less the letter. */
export const MAILED_MAX = 8_000_000

/** As many as fit, in their order. */
export function fittingMail(originals: readonly Original[]): readonly Original[] {
  let room = MAILED_MAX
  return originals.filter(({ size }) => {
    if (size > room) return false
    room -= size
    return true
  })
}

export type PostedOriginal = Original & { readonly noticeId: string; readonly sha256: Buffer }

/** Of the invoices of notices; those of one notice together, the oldest invoice first. */
export async function originalsOfNotices(
  { trx, tenantId }: Context,
  noticeIds: readonly string[],
): Promise<ReadonlyMap<string, readonly PostedOriginal[]>> {
  const { rows } = await sql<PostedOriginal>`
    SELECT o.notice_id AS "noticeId", f.id AS "documentId", f.name, f.media_type AS "mediaType", f.sha256, b.size
    FROM notice_items o
    JOIN invoices i ON i.tenant_id = o.tenant_id AND i.id = o.invoice_id
    JOIN documents f ON f.tenant_id = o.tenant_id AND f.invoice_id = o.invoice_id AND f.kind = 'original_invoice'
    JOIN blobs b ON b.tenant_id = f.tenant_id AND b.sha256 = f.sha256
    WHERE o.tenant_id = ${tenantId} AND o.notice_id = ANY (${noticeIds}::uuid[])
    ORDER BY i.due_date, i.id, f.created_at, f.id`.execute(trx)
  return Map.groupBy(rows, ({ noticeId }) => noticeId)
}
