// What left and what came in, for the pages of the outgoing mail.

import { type RawBuilder, sql } from 'kysely'
import { practiceFilter } from '../../auth/principal.ts'
import { type Context, notFound } from '../../http/index.ts'
import { blobContent } from '../documents/index.ts'
import type { Why } from './fault.ts'
import { MAIL_COLUMNS, type Mail, type MailState } from './mail.ts'
import { UNREAD } from './set-aside.ts'

export type MailFilter = {
  readonly state?: MailState | undefined
  readonly debtorId?: string | undefined
  readonly invoiceId?: string | undefined
  /** Where the page before ended. */
  readonly before?: string | undefined
  readonly limit: number
}

/** A line of the list: no contents. */
export type MailLine = Omit<Mail, 'text' | 'html'>

/** The latest first. */
export async function listMails(
  context: Context,
  filter: MailFilter,
): Promise<{ readonly mails: MailLine[]; readonly next: string | null }> {
  const { trx, tenantId, principal } = context
  const { state = null, debtorId = null, invoiceId = null, limit } = filter
  const { rows } = await sql<Mail>`
    SELECT ${MAIL_COLUMNS} FROM mails m
    WHERE m.tenant_id = ${tenantId} ${mine(principal, 'm')}
      AND (${state}::text IS NULL OR m.state = ${state}) AND (${debtorId}::uuid IS NULL OR m.debtor_id = ${debtorId})
      AND (${invoiceId}::uuid IS NULL OR (m.invoice_ids @> ARRAY[${invoiceId}::uuid] AND m.debtor_id = (
        SELECT i.debtor_id FROM invoices i WHERE i.tenant_id = ${tenantId} AND i.id = ${invoiceId})))
      ${behind(filter.before, 'm', 'queued_at')}
    ORDER BY m.queued_at DESC, m.id DESC LIMIT ${limit + 1}`.execute(trx)
  const mails = rows.slice(0, limit)
  return { mails, next: rows.length > limit ? cursorOf(mails.at(-1), 'queuedAt') : null }
}

export async function loadMail({ trx, tenantId, principal }: Context, id: string): Promise<Mail> {
  const { rows } = await sql<Mail>`
    SELECT ${MAIL_COLUMNS} FROM mails m WHERE m.tenant_id = ${tenantId} AND m.id = ${id} ${mine(principal, 'm')}`.execute(
    trx,
  )
  if (!rows[0]) throw notFound('mail')
  return rows[0]
}

export type ReceivedFile = { readonly name: string; readonly mediaType: string; readonly size: number }

export type ReceivedMail = {
  readonly id: string
  readonly kind: 'letter' | 'automatic' | 'bounce'
  readonly fromName: string | null
  readonly fromAddress: string | null
  readonly subject: string
  readonly text: string
  readonly mailId: string | null
  readonly debtorId: string | null
  readonly debtorName: string | null
  readonly documentId: string | null
  readonly invoiceIds: readonly string[]
  readonly filedBy: 'answer' | 'number' | 'address' | 'person' | null
  readonly files: readonly ReceivedFile[]
  readonly size: number | null
  readonly cut: boolean
  readonly sentAt: string | null
  readonly receivedAt: string
  readonly waits: boolean
  /** Why it could not be read, and what broke; null where it was. */
  readonly unread: { readonly why: Why; readonly words: string } | null
}

const RECEIVED = sql`
  r.id, r.kind, r.from_name AS "fromName", r.from_address AS "fromAddress", r.subject, r.body_text AS text,
  r.mail_id AS "mailId", r.debtor_id AS "debtorId", d.list_name AS "debtorName", r.document_id AS "documentId",
  r.invoice_ids AS "invoiceIds", r.filed_by AS "filedBy", r.attachments AS files, r.size::float8 AS size, r.cut,
  r.sent_at AS "sentAt", r.received_at AS "receivedAt",
  EXISTS (SELECT FROM tasks t WHERE t.tenant_id = r.tenant_id AND t.cause = 'mail_received:' || r.id AND t.done_at IS NULL) AS waits,
  (SELECT jsonb_build_object('why', u.facts->>'why', 'words', u.facts->>'words') FROM tasks u
    WHERE u.tenant_id = r.tenant_id AND u.id = r.id AND u.kind = ${UNREAD}) AS unread
  FROM mails_received r LEFT JOIN debtors d ON d.tenant_id = r.tenant_id AND d.id = r.debtor_id`

export type ReceivedFilter = Pick<MailFilter, 'before' | 'limit' | 'debtorId'> & {
  readonly unfiled?: boolean | undefined
}

// What nobody wrote needs no debtor; a bounce stands at its mail.
const UNFILED = sql`AND r.debtor_id IS NULL AND r.kind = 'letter'`

/** The latest first. */
export async function listReceived(
  { trx, tenantId, principal }: Context,
  { before, limit, debtorId, unfiled = false }: ReceivedFilter,
): Promise<{ readonly mails: ReceivedMail[]; readonly next: string | null }> {
  const { rows } = await sql<ReceivedMail>`
    SELECT ${RECEIVED} WHERE r.tenant_id = ${tenantId} ${mine(principal, 'r')} ${behind(before, 'r', 'received_at')}
      AND (${debtorId ?? null}::uuid IS NULL OR r.debtor_id = ${debtorId ?? null}) ${unfiled ? UNFILED : sql``}
    ORDER BY r.received_at DESC, r.id DESC LIMIT ${limit + 1}`.execute(trx)
  const mails = rows.slice(0, limit)
  return { mails, next: rows.length > limit ? cursorOf(mails.at(-1), 'receivedAt') : null }
}

export async function loadReceived({ trx, tenantId, principal }: Context, id: string): Promise<ReceivedMail> {
  const { rows } = await sql<ReceivedMail>`
    SELECT ${RECEIVED} WHERE r.tenant_id = ${tenantId} AND r.id = ${id} ${mine(principal, 'r')}`.execute(trx)
  if (!rows[0]) throw notFound('mail')
  return rows[0]
}

/** The mail as it came. */
export async function receivedContent(context: Context, id: string): Promise<Buffer> {
  const { trx, tenantId, principal } = context
  const { rows } = await sql<{ sha256: Buffer }>`
    SELECT r.sha256 FROM mails_received r
    WHERE r.tenant_id = ${tenantId} AND r.id = ${id} ${mine(principal, 'r')}`.execute(trx)
  if (!rows[0]) throw notFound('mail')
  return blobContent(context, rows[0].sha256)
}

// What belongs to no practice is seen by those who see all of them.
function mine(principal: Context['principal'], table: string): RawBuilder<unknown> {
  const practices = practiceFilter(principal)
  return practices === null ? sql`` : sql`AND ${sql.ref(`${table}.practice_id`)} = ANY (${practices}::uuid[])`
}

function behind(before: string | undefined, table: string, at: string): RawBuilder<unknown> {
  const [moment, id] = (before ?? '').split('_')
  if (moment === undefined || id === undefined) return sql``
  return sql`AND (${sql.ref(`${table}.${at}`)}, ${sql.ref(`${table}.id`)}) < (${moment}::timestamptz, ${id}::uuid)`
}

function cursorOf<Row extends { readonly id: string }>(row: Row | undefined, at: keyof Row): string | null {
  return row === undefined ? null : `${String(row[at])}_${row.id}`
}
