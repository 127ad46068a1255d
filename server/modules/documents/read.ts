// What is known of a kept file; its bytes come from blobContent.

import { sql } from 'kysely'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, notFound } from '../../http/index.ts'
import type { NewDocument } from './keep.ts'

export type KeptDocument = {
  readonly id: string
  readonly kind: NewDocument['kind']
  readonly name: string
  readonly mediaType: string
  /** Hexadecimal SHA-256 of the content. */
  readonly sha256: string
  readonly size: number
  readonly practiceId: string
  readonly invoiceId: string | null
  readonly caseId: string | null
  readonly createdAt: string
}

const COLUMNS = sql`
  d.id, d.kind, d.name, d.media_type AS "mediaType", encode(d.sha256, 'hex') AS sha256, b.size, d.practice_id AS "practiceId",
  d.invoice_id AS "invoiceId", d.case_id AS "caseId", d.created_at AS "createdAt"`

/** One document. Throws Refused (404) where the principal may not see it. */
export async function loadDocument({ trx, tenantId, principal }: Context, id: string): Promise<KeptDocument> {
  const { rows } = await sql<KeptDocument>`
    SELECT ${COLUMNS} FROM documents d JOIN blobs b ON b.tenant_id = d.tenant_id AND b.sha256 = d.sha256
    WHERE d.tenant_id = ${tenantId} AND d.id = ${id}
      AND (${practiceFilter(principal)}::uuid[] IS NULL OR d.practice_id = ANY (${practiceFilter(principal)}::uuid[]))`.execute(
    trx,
  )
  if (!rows[0]) throw notFound('document')
  return rows[0]
}

/** The files of an invoice that the principal was seen to be allowed, its reminders among them; the oldest first. */
export async function documentsOfInvoice({ trx, tenantId }: Context, invoiceId: string): Promise<KeptDocument[]> {
  const { rows } = await sql<KeptDocument>`
    SELECT ${COLUMNS} FROM documents d JOIN blobs b ON b.tenant_id = d.tenant_id AND b.sha256 = d.sha256
    WHERE d.tenant_id = ${tenantId} AND (d.invoice_id = ${invoiceId} OR d.id IN (
      SELECT n.document_id FROM notice_items o JOIN notices n ON n.tenant_id = o.tenant_id AND n.id = o.notice_id
      WHERE o.tenant_id = ${tenantId} AND o.invoice_id = ${invoiceId}))
    ORDER BY d.created_at, d.id`.execute(trx)
  return rows
}
