// Writes mails in the transaction of their cause. They leave when that transaction has committed, or never existed.

import { sql } from 'kysely'
import { announce } from '../../events/index.ts'
import { type Context, notFound } from '../../http/index.ts'
import { domainOf } from './account.ts'
import type { KeptFile } from './mail.ts'

export type NewMail = {
  /** Equal causes (such as `notice:<id>`) are one mail: written again, it is there already and nothing happens. */
  readonly cause?: string
  /** Absent: of the whole tenant. */
  readonly practiceId?: string
  readonly to: { readonly name?: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html?: string
  /** Ids of documents; the mail keeps their names and hashes. */
  readonly attachments?: readonly string[]
  /** Name people read, and a label such as „mahnungen“ that makes the List-Id with the sender's domain. */
  readonly list?: { readonly name: string; readonly label: string }
  readonly inReplyTo?: string
  readonly debtorId?: string
  readonly noticeId?: string
  readonly invoiceIds?: readonly string[]
}

/** Queues one mail. Returns its id, that of the earlier one where the cause was there already. */
export async function queueMail(context: Context, mail: NewMail): Promise<string> {
  const [id] = await queueMails(context, [mail])
  if (id === undefined) throw new Error('one mail has one id')
  return id
}

/** Queues any number in as many statements as one. Returns their ids in the given order. */
export async function queueMails(context: Context, mails: readonly NewMail[]): Promise<string[]> {
  if (mails.length === 0) return []
  const { trx, tenantId } = context
  const domain = await domainOf(context)
  const files = await filesOf(context, mails)
  const rows = mails.map((mail) => rowOf(mail, context.newId(), domain, files))
  await sql`
    INSERT INTO mails (tenant_id, next_attempt_at, queued_at, id, cause, practice_id, message_id, to_name, to_address,
      subject, body_text, body_html, attachments, list_name, list_id, in_reply_to, debtor_id, notice_id, invoice_ids)
    SELECT ${tenantId}::uuid, ${context.recordedAt}::timestamptz, ${context.now}::timestamptz, id, cause, "practiceId",
      "messageId", "toName", "toAddress", subject, text, html, attachments, "listName", "listId", "inReplyTo",
      "debtorId", "noticeId", "invoiceIds"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, cause text, "practiceId" uuid,
      "messageId" text, "toName" text, "toAddress" text, subject text, text text, html text, attachments jsonb,
      "listName" text, "listId" text, "inReplyTo" text, "debtorId" uuid, "noticeId" uuid, "invoiceIds" uuid[])
    ON CONFLICT (tenant_id, cause) DO NOTHING`.execute(trx)
  for (const practiceId of new Set(mails.map((mail) => mail.practiceId))) {
    const where = practiceId === undefined ? {} : { practiceId }
    await announce(trx, { tenantId, topic: 'mail', id: tenantId, ...where })
  }
  return idsOf(context, rows)
}

type Row = ReturnType<typeof rowOf>

function rowOf(mail: NewMail, id: string, domain: string, files: ReadonlyMap<string, KeptFile>) {
  return {
    id,
    cause: mail.cause ?? null,
    practiceId: mail.practiceId ?? null,
    messageId: `${id}@${domain}`,
    toName: mail.to.name ?? null,
    toAddress: mail.to.address,
    subject: mail.subject,
    text: mail.text,
    html: mail.html ?? null,
    attachments: (mail.attachments ?? []).map((documentId) => {
      const file = files.get(documentId)
      if (file === undefined) throw notFound('document')
      return file
    }),
    listName: mail.list?.name ?? null,
    listId: mail.list === undefined ? null : `${mail.list.label}.${domain}`,
    inReplyTo: mail.inReplyTo ?? null,
    debtorId: mail.debtorId ?? null,
    noticeId: mail.noticeId ?? null,
    invoiceIds: mail.invoiceIds ?? [],
  }
}

async function filesOf({ trx, tenantId }: Context, mails: readonly NewMail[]): Promise<ReadonlyMap<string, KeptFile>> {
  const ids = [...new Set(mails.flatMap(({ attachments = [] }) => attachments))]
  if (ids.length === 0) return new Map()
  const { rows } = await sql<KeptFile>`
    SELECT d.id AS "documentId", d.name, d.media_type AS "mediaType", encode(d.sha256, 'hex') AS sha256, b.size
    FROM documents d JOIN blobs b ON b.tenant_id = d.tenant_id AND b.sha256 = d.sha256
    WHERE d.tenant_id = ${tenantId} AND d.id = ANY (${ids}::uuid[])`.execute(trx)
  return new Map(rows.map((file) => [file.documentId, file]))
}

// Where the cause was there already, the mail that is kept under it.
async function idsOf({ trx, tenantId }: Context, rows: readonly Row[]): Promise<string[]> {
  const causes = rows.map(({ cause }) => cause).filter((cause) => cause !== null)
  if (causes.length === 0) return rows.map(({ id }) => id)
  const kept = await sql<{ id: string; cause: string }>`
    SELECT id, cause FROM mails WHERE tenant_id = ${tenantId} AND cause = ANY (${causes}::text[])`.execute(trx)
  const byCause = new Map(kept.rows.map(({ id, cause }) => [cause, id]))
  return rows.map(({ id, cause }) => (cause === null ? id : (byCause.get(cause) ?? id)))
}
