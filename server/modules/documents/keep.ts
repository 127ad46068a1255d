// Files are kept by the hash of their content: the same bytes once, never changed, checked whenever they are read.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../../http/index.ts'
import { notFound } from '../../http/index.ts'

export type NewDocument = About & { readonly bytes: Uint8Array }

type About = {
  readonly kind: 'original_invoice' | 'handover_package' | 'partner_letter' | 'dunning_letter' | 'other'
  readonly name: string
  readonly mediaType: string
  readonly practiceId: string
  readonly invoiceId?: string
  readonly caseId?: string
}

/** Keeps a file in the caller's transaction. Returns the document's id. */
export async function keepDocument(context: Context, { bytes, ...about }: NewDocument): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest()
  await keepBlob(context, bytes, sha256)
  return addDocument(context, { sha256, ...about })
}

/** Keeps the bytes alone; `sha256` is their hash. */
export async function keepBlob({ trx, tenantId }: Context, bytes: Uint8Array, sha256: Buffer): Promise<void> {
  await sql`
    INSERT INTO blobs (tenant_id, sha256, content, size)
    VALUES (${tenantId}, ${sha256}, ${Buffer.from(bytes)}, ${bytes.byteLength}) ON CONFLICT DO NOTHING`.execute(trx)
}

/** A document of bytes that are kept. Returns its id. */
export async function addDocument(context: Context, document: About & { readonly sha256: Buffer }): Promise<string> {
  const id = context.newId()
  await sql`
    INSERT INTO documents (tenant_id, id, practice_id, kind, name, media_type, sha256, invoice_id, case_id, created_at)
    VALUES (${context.tenantId}, ${id}, ${document.practiceId}, ${document.kind}, ${document.name}, ${document.mediaType},
      ${document.sha256}, ${document.invoiceId ?? null}, ${document.caseId ?? null}, ${context.now})`.execute(
    context.trx,
  )
  return id
}

/** The bytes of a blob. Throws where they are gone or were changed: evidence that no longer proves anything. */
export async function blobContent(context: Context, sha256: Buffer): Promise<Buffer> {
  const { rows } = await sql<{ content: Buffer }>`
    SELECT content FROM blobs WHERE tenant_id = ${context.tenantId} AND sha256 = ${sha256}`.execute(context.trx)
  const content = rows[0]?.content
  if (!content) throw notFound('document')
  if (!createHash('sha256').update(content).digest().equals(sha256))
    throw new Error(`blob ${sha256.toString('hex')} was changed`)
  return content
}
