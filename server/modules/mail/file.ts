// Files a received mail to a debtor: it becomes a document of the debtor's practice, and of the invoice it is about where
// that is only one.

import { sql } from 'kysely'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, notFound, refused } from '../../http/index.ts'
import { loadDebtor } from '../debtors/index.ts'
import { addDocument } from '../documents/index.ts'
import { settleTask } from '../tasks/index.ts'
import { told } from './settle.ts'

type Letter = {
  readonly sha256: Buffer
  readonly subject: string
  readonly documentId: string | null
  readonly practiceId: string | null
  readonly invoiceIds: readonly string[] | null
}

/** Throws Refused where the principal may not see the mail or the debtor, and where it is filed already. */
export async function fileAway(context: Context, id: string, debtorId: string): Promise<void> {
  const { trx, tenantId } = context
  const letter = await lockReceived(context, id)
  if (letter.documentId !== null) throw refused('mail_already_filed')
  const { practiceId } = await loadDebtor(context, debtorId)
  const [invoiceId, ...more] = letter.invoiceIds ?? []
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
    UPDATE mails_received SET practice_id = ${practiceId}, debtor_id = ${debtorId}, document_id = ${documentId}
    WHERE tenant_id = ${tenantId} AND id = ${id}`.execute(trx)
  await told(context, { id, practiceId })
}

async function lockReceived({ trx, tenantId, principal }: Context, id: string): Promise<Letter> {
  const { rows } = await sql<Letter>`
    SELECT r.sha256, r.subject, r.practice_id AS "practiceId", r.document_id AS "documentId", m.invoice_ids AS "invoiceIds"
    FROM mails_received r LEFT JOIN mails m ON m.tenant_id = r.tenant_id AND m.id = r.mail_id
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
