// A mail that came in, as far as it can be understood: a bounce of one of ours, an automatic answer, or somebody's letter.

import PostalMime, { type Address, type Email } from 'postal-mime'
import { type Bounce, readBounce, returnedIds } from './bounce.ts'
import { headerOf, idsIn } from './headers.ts'
import { type MailFile, type Mailbox, tokenIn } from './message.ts'
import { UnreadableMail } from './unreadable.ts'

export type IncomingMail = {
  /** Without angle brackets. */
  readonly messageId?: string
  readonly from?: Mailbox
  readonly subject: string
  /** ISO 8601 as the sender's clock had it; absent where it cannot be read. */
  readonly sentAt?: string
  readonly text: string
  readonly files: readonly MailFile[]
  /** Message-IDs it answers, the nearest first; then those of mails that lie in it, where it passes one on. */
  readonly answers: readonly string[]
  /** Of our return path, where it came to one. */
  readonly token?: string
  readonly what:
    | { readonly kind: 'bounce'; readonly bounce: Bounce }
    /** Out of office, "we have received your message": nobody wrote it. */
    | { readonly kind: 'automatic' }
    | { readonly kind: 'letter' }
}

/** Reads a raw RFC 5322 message; undefined where it is none. Throws UnreadableMail where its structure is no mail's. */
export async function readMail(raw: Uint8Array): Promise<IncomingMail | undefined> {
  const email = await parse(raw)
  if (email.from === undefined && email.subject === undefined) return undefined
  const bounce = readBounce(email)
  const token = tokenOf(email)
  const messageId = idsIn(email.messageId)[0]
  const from = mailboxOf(email.from)
  // Nobody has sent a mail before 1970, and clocks that say the year 0 are kept by no database.
  const sentAt = email.date !== undefined && /^(19[7-9]|2\d\d)\d-/.test(email.date) ? email.date : undefined
  return {
    ...(messageId === undefined ? {} : { messageId }),
    ...(from === undefined ? {} : { from }),
    subject: email.subject ?? '',
    ...(sentAt === undefined ? {} : { sentAt }),
    text: (email.text ?? textOf(email.html ?? '')).trimEnd(),
    files: bounce === undefined ? filesOf(email) : [],
    answers: [...new Set([...idsIn(email.inReplyTo), ...idsIn(email.references).toReversed(), ...returnedIds(email)])],
    ...(token === undefined ? {} : { token }),
    what: bounce !== undefined ? { kind: 'bounce', bounce } : { kind: isAutomatic(email) ? 'automatic' : 'letter' },
  }
}

function parse(raw: Uint8Array): Promise<Email> {
  return PostalMime.parse(raw, { forceRfc822Attachments: true }).catch((error: unknown) => {
    throw new UnreadableMail('structure', error instanceof Error ? error.message : String(error))
  })
}

// RFC 3834, older words for the same, Exchange's own, and what goes to a whole list. A report of any kind (read, not read, passed
// on) is no letter either.
function isAutomatic(email: Email): boolean {
  const said = headerOf(email, 'auto-submitted')?.toLowerCase() ?? 'no'
  const precedence = headerOf(email, 'precedence')?.toLowerCase() ?? ''
  const type = headerOf(email, 'content-type')?.toLowerCase() ?? ''
  return (
    !said.startsWith('no') ||
    /^(auto_reply|bulk|list|junk)$/.test(precedence) ||
    AUTOMATIC_HEADERS.some((name) => headerOf(email, name) !== undefined) ||
    type.startsWith('multipart/report') ||
    AUTOMATIC_SUBJECTS.test(email.subject ?? '')
  )
}

const AUTOMATIC_HEADERS = ['list-unsubscribe', 'x-autoreply', 'x-autorespond', 'x-auto-response-suppress']
const AUTOMATIC_SUBJECTS =
  /^(automatische antwort|abwesenheitsnotiz|automatic reply|out of office|automatisch antwoord|afwezigheidsbericht)\b/i

// Where it was delivered to is said by the receiving server, and in "To" if that says nothing.
function tokenOf(email: Email): string | undefined {
  const places = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'to']
  return places.map((name) => tokenIn(headerOf(email, name) ?? '')).find((token) => token !== undefined)
}

function mailboxOf(address: Address | undefined): Mailbox | undefined {
  if (address?.address === undefined || address.address === '') return undefined
  return { address: address.address, ...(address.name === '' ? {} : { name: address.name }) }
}

function filesOf(email: Email): MailFile[] {
  return email.attachments
    .filter(({ related, filename }) => related !== true && filename !== null)
    .map(({ filename, mimeType, content }) => ({
      name: filename ?? '',
      mediaType: mimeType,
      bytes: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
    }))
}

// Only for a mail without a text part; nothing of it is ever shown as HTML. Each step reads the text once, whatever stands in it.
function textOf(html: string): string {
  return withoutCode(html)
    .replace(/<(br|\/p|\/div|\/tr|\/li)[^<>]*>/gi, '\n')
    .replace(/<[^<>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function withoutCode(html: string): string {
  const [before = '', ...parts] = html.split(/<(?:style|script)\b/i)
  const behind = parts.map((part) => {
    const end = /<\/(?:style|script)>/i.exec(part)
    return end === null ? '' : part.slice(end.index + end[0].length)
  })
  return [before, ...behind].join('')
}
