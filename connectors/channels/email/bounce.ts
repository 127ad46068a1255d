// Reads what a mail server sends back when a mail could not be delivered: the report of RFC 3464, and the plain mails of
// servers that write none. It says what became of the mail; what follows from that is decided elsewhere. A mail that only
// looks a little like a bounce is none: better a letter too many in the inbox than one that nobody reads.

import type { Attachment, Email } from 'postal-mime'
import { headerOf, idsIn } from './headers.ts'

export type Bounce = {
  /**
   * hard: not delivered, and this address will not work again. soft: not delivered this time (a full mailbox, a refused
   * content, a server away for too long). delayed: still being tried by the server.
   */
  readonly verdict: 'hard' | 'soft' | 'delayed'
  readonly recipient?: string
  /** Enhanced status code (RFC 3463), such as 5.1.1. */
  readonly status?: string
  /** The server's own words. */
  readonly reason: string
  /** Of the mail that came back, without angle brackets. */
  readonly messageId?: string
}

/** The bounce in a mail; undefined where it is none, or a mere confirmation of delivery. */
export function readBounce(email: Email): Bounce | undefined {
  const report = email.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
  return report === undefined ? readPlain(email) : readReport(email, report)
}

function readReport(email: Email, report: Attachment): Bounce | undefined {
  const groups = contentOf(report)
    .split(/\r?\n\s*\r?\n/)
    .map(fieldsOf)
  const recipients = groups.filter((fields) => fields.has('action'))
  const told = recipients.find((fields) => fields.get('action') === 'failed') ?? recipients[0]
  const action = told?.get('action')
  if (told === undefined || (action !== 'failed' && action !== 'delayed')) return undefined
  const diagnostic = plainValue(told.get('diagnostic-code'))
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(told.get('status') ?? '')?.[0]
  const recipient = plainValue(told.get('original-recipient') ?? told.get('final-recipient'))
  return {
    verdict: action === 'delayed' ? 'delayed' : isHard(status, diagnostic ?? '') ? 'hard' : 'soft',
    ...some('recipient', recipient),
    ...some('status', status),
    reason: diagnostic ?? status ?? firstLines(email.text),
    ...some('messageId', returnedId(email)),
  }
}

const FROM_A_SERVER = /^(mailer-daemon|postmaster|mail-daemon|maildaemon)@/i
const SUBJECTS =
  /undeliver|delivery (status notification|failure|has failed)|mail delivery (failed|system)|returned mail|failure notice|unzustellbar|nicht zugestellt|onbestelbaar/i

/** Servers without reports: qmail, Exim, older gateways. A status or an SMTP code must stand in it. */
function readPlain(email: Email): Bounce | undefined {
  const failed = headerOf(email, 'x-failed-recipients')
  const sender = email.from?.address ?? ''
  const fromServer = FROM_A_SERVER.test(sender) || headerOf(email, 'return-path')?.trim() === '<>'
  if (failed === undefined && !(fromServer && SUBJECTS.test(email.subject ?? ''))) return undefined
  const text = email.text ?? ''
  const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(text)?.[0]
  const reply = /(?:^|[\s:])([45]\d\d)[ -][^\n]+/m.exec(text)
  if (failed === undefined && status === undefined && reply === null) return undefined
  const reason = lineWith(text, status ?? reply?.[1]) ?? firstLines(text)
  const waiting = /\b(delayed|warning|noch nicht zugestellt)\b/i.test(email.subject ?? '')
  return {
    verdict: waiting ? 'delayed' : isHard(status, reason) ? 'hard' : 'soft',
    ...some('recipient', failed?.split(',')[0]?.trim() ?? /<([^<>\s]+@[^<>\s]+)>/.exec(text)?.[1]),
    ...some('status', status),
    reason,
    ...some('messageId', returnedId(email) ?? idsIn(/^message-id:\s*(<[^>\n]+>)/im.exec(text)?.[1])[0]),
  }
}

// RFC 3463: what says that the address itself is dead, and not only this delivery. 5.4.1 is how Exchange Online says
// "no such recipient". Without an enhanced code the words decide.
const DEAD = /^5\.(1\.([0-6]|9|10)|2\.1|4\.(1|4))$/
const DEAD_WORDS =
  /user unknown|unknown user|no such (user|recipient|mailbox)|does not exist|invalid recipient|recipient (address )?rejected|mailbox (unavailable|not found|unknown)|unbekannter empf|account (has been )?disabled/i

function isHard(status: string | undefined, words: string): boolean {
  if (status !== undefined && !/^5\.0\.0$/.test(status)) return DEAD.test(status)
  return !/(^|\D)4\d\d[ -]/.test(words) && DEAD_WORDS.test(words)
}

function returnedId(email: Email): string | undefined {
  return returnedIds(email)[0]
}

/** Message-IDs of the mails that lie in it, whole or only their headers. */
export function returnedIds(email: Email): string[] {
  const returned = email.attachments.filter(({ mimeType }) => /^(message\/rfc822|text\/rfc822-headers)/.test(mimeType))
  return returned.flatMap((part) => idsIn(/^message-id:\s*(<[^>]+>)/im.exec(contentOf(part))?.[1]))
}

function contentOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

/** Header-like fields; a line that begins with a blank goes on with the one before. */
function fieldsOf(text: string): ReadonlyMap<string, string> {
  const lines = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const pairs = lines.map((line) => /^([\w-]+):\s*(.*)$/.exec(line)).filter((found) => found !== null)
  return new Map(
    pairs.map(([, name = '', value = '']) => [
      name.toLowerCase(),
      name.toLowerCase() === 'action' ? value.trim().toLowerCase() : value.trim(),
    ]),
  )
}

// "rfc822; jonas@example.org", "smtp; 550 5.1.1 …": the type before the semicolon is of no interest here.
function plainValue(value: string | undefined): string | undefined {
  const plain = value?.replace(/^[\w-]+\s*;\s*/, '').trim()
  return plain === undefined || plain === '' ? undefined : plain
}

function lineWith(text: string, part: string | undefined): string | undefined {
  if (part === undefined) return undefined
  return text
    .split('\n')
    .find((line) => line.includes(part))
    ?.trim()
    .slice(0, 300)
}

function firstLines(text: string | undefined): string {
  return (text ?? '').trim().split('\n').slice(0, 3).join(' ').slice(0, 300)
}

function some<Name extends string>(name: Name, value: string | undefined): { [Key in Name]?: string } {
  return (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: string } // the computed name is exactly Name
}
