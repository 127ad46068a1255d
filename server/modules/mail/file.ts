// Files a received mail to a debtor: it becomes a document of the debtor's practice, and of the invoice it is about where
// that is only one, and stands in the history of all of them.

import { sql } from 'kysely'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, notFound, refused } from '../../http/index.ts'
import { loadDebtor } from '../debtors/index.ts'
import { addDocument } from '../documents/index.ts'
import { settleTask } from '../tasks/index.ts'
import { noteReceived, told } from './settle.ts'

type Letter = {
  readonly sha256: Buffer
  readonly subject: string
  readonly kind: string
  readonly fromAddress: string | null
  readonly documentId: string | null
  readonly practiceId: string | null
  readonly invoiceIds: readonly string[]
}

export type Filing = {
  readonly debtorId: string
  readonly by: 'answer' | 'number' | 'address' | 'person'
  /** What it is about, where a person has said that. */
  readonly invoiceIds?: readonly string[] | undefined
}

/**
 * The mail stands in the history of each invoice it is about. Throws Refused where the principal may not see the mail, the debtor or
 * an invoice, where an invoice is another debtor's, and where the mail is filed already.
 */
export async function fileAway(context: Context, id: string, { debtorId, by, invoiceIds }: Filing): Promise<void> {
  const { trx, tenantId } = context
  const letter = await lockReceived(context, id)
  if (letter.documentId !== null) throw refused('mail_already_filed')
  const { practiceId } = await loadDebtor(context, debtorId)
  const about = await ofDebtor(context, debtorId, invoiceIds ?? letter.invoiceIds)
  if (invoiceIds !== undefined && about.length < new Set(invoiceIds).size) throw notFound('invoice')
  const [invoiceId, ...more] = about
  const only = invoiceId !== undefined && more.length === 0 ? { invoiceId } : {}
  const documentId = await addDocument(context, {
    kind: 'other',
    name: `${letter.subject.slice(0, 120) || 'E-Mail'}.eml`,
    mediaType: 'message/rfc822',
    sha256: letter.sha256,
    practiceId,
    ...only,
  })
  await sql`
    UPDATE mails_received SET practice_id = ${practiceId}, debtor_id = ${debtorId}, document_id = ${documentId},
      filed_by = ${by}, invoice_ids = ${[...about]}::uuid[]
    WHERE tenant_id = ${tenantId} AND id = ${id}`.execute(trx)
  const { fromAddress, subject, kind } = letter
  await noteReceived(context, about, { receivedId: id, from: fromAddress ?? '', subject, kind })
  await told(context, { id, practiceId })
}

/** Those of the invoices that are this debtor's: a mail of one debtor never stands at another's. */
async function ofDebtor(
  { trx, tenantId }: Context,
  debtorId: string,
  invoiceIds: readonly string[],
): Promise<readonly string[]> {
  if (invoiceIds.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM invoices
    WHERE tenant_id = ${tenantId} AND debtor_id = ${debtorId} AND id = ANY (${[...invoiceIds]}::uuid[])
    ORDER BY id`.execute(trx)
  return rows.map(({ id }) => id)
}

async function lockReceived({ trx, tenantId, principal }: Context, id: string): Promise<Letter> {
  const { rows } = await sql<Letter>`
    SELECT r.sha256, r.subject, r.kind, r.from_address AS "fromAddress", r.practice_id AS "practiceId",
      r.document_id AS "documentId", r.invoice_ids AS "invoiceIds"
    FROM mails_received r
    WHERE r.tenant_id = ${tenantId} AND r.id = ${id}
      AND (${practiceFilter(principal)}::uuid[] IS NULL OR r.practice_id = ANY (${practiceFilter(principal)}::uuid[]))
    FOR UPDATE OF r`.execute(trx)
  if (!rows[0]) throw notFound('mail')
  return rows[0]
}

/** Somebody has read it: nothing waits any more. */
export async function noteRead(context: Context, id: string): Promise<void> {
  const { practiceId } = await lockReceived(context, id)
  await settleTask(context, letterCause(id))
  await told(context, { id, practiceId })
}

export function letterCause(id: string): string {
  return `mail_received:${id}`
}

/** Debtors with this address that the principal may see. */
export async function debtorsBehind({ trx, tenantId, principal }: Context, address: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM debtors WHERE tenant_id = ${tenantId} AND lower(email) = lower(${address})
      AND (${practiceFilter(principal)}::uuid[] IS NULL OR practice_id = ANY (${practiceFilter(principal)}::uuid[]))
    ORDER BY id LIMIT 10`.execute(trx)
  return rows.map(({ id }) => id)
}
