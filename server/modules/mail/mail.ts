// A mail as the table keeps it.

import { sql } from 'kysely'
import type { MailTrouble } from '@mahnwerk/connectors/channels/email'

export type MailState = 'queued' | 'sending' | 'accepted' | 'bounced' | 'failed' | 'unknown'

export type KeptFile = {
  readonly documentId: string
  readonly name: string
  readonly mediaType: string
  /** Hexadecimal SHA-256 of the content. */
  readonly sha256: string
  readonly size: number
}

export type Mail = {
  readonly id: string
  readonly practiceId: string | null
  readonly messageId: string
  readonly toName: string | null
  readonly toAddress: string
  readonly subject: string
  readonly text: string
  readonly html: string | null
  readonly attachments: readonly KeptFile[]
  readonly listName: string | null
  readonly listId: string | null
  readonly inReplyTo: string | null
  readonly debtorId: string | null
  readonly noticeId: string | null
  readonly invoiceIds: readonly string[]
  readonly state: MailState
  readonly attempts: number
  readonly trouble: MailTrouble | null
  readonly answer: string | null
  readonly sentFrom: string | null
  readonly queuedAt: string
  readonly sentAt: string | null
  readonly bouncedAt: string | null
  readonly bounceVerdict: 'hard' | 'soft' | null
  readonly bounceReason: string | null
  /** A task about it is open. */
  readonly waits: boolean
}

/** The columns of Mail, of the table under the name `m`. */
export const MAIL_COLUMNS = sql`
  m.id, m.practice_id AS "practiceId", m.message_id AS "messageId", m.to_name AS "toName", m.to_address AS "toAddress",
  m.subject, m.body_text AS text, m.body_html AS html, m.attachments, m.list_name AS "listName", m.list_id AS "listId",
  m.in_reply_to AS "inReplyTo", m.debtor_id AS "debtorId", m.notice_id AS "noticeId", m.invoice_ids AS "invoiceIds",
  m.state, m.attempts, m.trouble, m.answer, m.sent_from AS "sentFrom", m.queued_at AS "queuedAt", m.sent_at AS "sentAt",
  m.bounced_at AS "bouncedAt", m.bounce_verdict AS "bounceVerdict", m.bounce_reason AS "bounceReason",
  EXISTS (SELECT FROM tasks t WHERE t.tenant_id = m.tenant_id AND t.cause = 'mail:' || m.id AND t.done_at IS NULL) AS waits`
