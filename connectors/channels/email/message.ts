// One mail as the bytes that leave. The same mail always gives the same bytes (its boundaries come from its Message-ID, its
// date is given), so that what was sent can be shown and proven later without keeping it twice.

import { createHash } from 'node:crypto'
import type { Instant } from '@mahnwerk/core/calendar'
import MailComposer from 'nodemailer/lib/mail-composer'

export type Mailbox = { readonly name?: string; readonly address: string }

export type MailFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

export type OutgoingMail = {
  /** Chosen by us and kept: a repeat of the same mail carries the same one. Without angle brackets. */
  readonly messageId: string
  readonly date: Instant
  readonly from: Mailbox
  readonly to: Mailbox
  readonly replyTo?: Mailbox
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly attachments: readonly MailFile[]
  /** RFC 2919: lets a recipient sort what belongs together. */
  readonly list?: MailList
  readonly inReplyTo?: string
  /** RFC 3834: no person pressed a button for this very mail, so no machine need answer it. */
  readonly automatic: boolean
}

export type MailList = { readonly name: string; readonly id: string }

/** The mail as an RFC 5322 message. Line breaks in names and subjects never become headers. */
export async function composeMail(mail: OutgoingMail): Promise<Buffer> {
  const composed = new MailComposer({
    messageId: `<${mail.messageId}>`,
    date: new Date(mail.date),
    from: boxOf(mail.from),
    to: boxOf(mail.to),
    ...(mail.replyTo === undefined ? {} : { replyTo: boxOf(mail.replyTo) }),
    ...(mail.inReplyTo === undefined ? {} : { inReplyTo: `<${mail.inReplyTo}>`, references: [`<${mail.inReplyTo}>`] }),
    subject: mail.subject,
    text: mail.text,
    ...(mail.html === undefined ? {} : { html: mail.html }),
    headers: {
      ...(mail.list === undefined ? {} : { 'List-Id': listIdOf(mail.list) }),
      ...(mail.automatic ? AUTOMATIC : {}),
    },
    attachments: mail.attachments.map(({ name, mediaType, bytes }) => ({
      filename: name,
      contentType: mediaType,
      content: Buffer.from(bytes),
    })),
    baseBoundary: createHash('sha256').update(mail.messageId).digest('hex').slice(0, 16),
    // Nothing named in a mail is ever fetched or read from here.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composed.compile().build()
}

// The second one is Exchange's own word for it: no "out of office" back.
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' }

function listIdOf({ name, id }: MailList): string {
  return `${name.replace(/[<>"\r\n]/g, ' ').trim()} <${id}>`
}

function boxOf({ name, address }: Mailbox) {
  return { name: name ?? '', address }
}

/** Where bounces of a mail go: the address that is set, told apart by the mail's token where its server can do that. */
export function returnPathOf(address: string, token: string | undefined): string {
  const at = address.lastIndexOf('@')
  return token === undefined ? address : `${address.slice(0, at)}+${token}${address.slice(at)}`
}

/** The token in a return path; undefined where there is none. */
export function tokenIn(address: string): string | undefined {
  return /\+([0-9a-f]{32})@/i.exec(address)?.[1]?.toLowerCase()
}
