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
  const report = email.attachments.find(({ mimeType }) => /^message\/(global-)?delivery-status$/.test(mimeType))
  return report === undefined ? readPlain(email) : readReport(email, report)
}

function readReport(email: Email, report: Attachment): Bounce | undefined {
  const groups = contentOf(report)
    .split(/\r?\n\s*\r?\n/)
    .map(fieldsOf)
  const recipients = groups.filter((fields) => actionOf(fields) !== undefined)
  const told = recipients.find((fields) => actionOf(fields) === 'failed') ?? recipients[0]
  const action = told && actionOf(told)
  if (told === undefined || (action !== 'failed' && action !== 'delayed')) return undefined
  const diagnostic = plainValue(told.get('diagnostic-code'))
  const status = exactest(statusIn(told.get('status')), statusIn(diagnostic))
  const recipient = plainValue(told.get('original-recipient') ?? told.get('final-recipient'))
  return {
    verdict: action === 'delayed' ? 'delayed' : isHard(status, diagnostic ?? '') ? 'hard' : 'soft',
    ...some('recipient', recipient),
    ...some('status', status),
    reason: diagnostic ?? status ?? firstLines(email.text),
    ...some('messageId', returnedId(email)),
  }
}

/** What the server did; where it does not say so, whether it says 4 (later) or 5 (no) tells it. */
function actionOf(fields: ReadonlyMap<string, string>): string | undefined {
  const said = /^[a-z]+/i.exec(fields.get('action') ?? '')?.[0].toLowerCase()
  if (said !== undefined || !fields.has('final-recipient')) return said
  const [first] = statusIn(fields.get('status')) ?? ''
  return first === '5' ? 'failed' : first === '4' ? 'delayed' : undefined
}

function statusIn(text: string | undefined): string | undefined {
  return /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(text ?? '')?.[0]
}

// Many servers write 5.0.0 where their diagnosis says it exactly; a diagnosis of another kind is not the same news.
function exactest(status: string | undefined, diagnosed: string | undefined): string | undefined {
  if (status === undefined) return diagnosed
  return status.endsWith('.0.0') && diagnosed?.[0] === status[0] ? diagnosed : status
}

const SUBJECTS =
  /undeliver|delivery (status notification|failure|has failed)|mail delivery (failed|system)|returned (mail|to sender)|failure notice|unzustellbar|nicht zugestellt|onbestelbaar/i
const WAITING_SUBJECTS = /\b(delay(ed)?|warning|verzögert|noch nicht zugestellt|vertraagd)\b/i
const WAITING_WORDS =
  /warning message only|delivery attempts will continue|will (continue to )?be (re)?tried|still trying|no action is required|wird weiterhin versucht/i

/** Servers without reports: qmail, Exim, older gateways. A status, an SMTP code or plain words must stand in it. */
function readPlain(email: Email): Bounce | undefined {
  const failed = headerOf(email, 'x-failed-recipients')
  const subject = email.subject ?? ''
  const [final, waiting] = [SUBJECTS.test(subject), WAITING_SUBJECTS.test(subject)]
  if (failed === undefined && !(isFromServer(email) && (final || waiting))) return undefined
  const text = (email.text ?? '').slice(0, PLAIN_SIGNS)
  const said = aboveTheCopy(text)
  const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(said)?.[0]
  const reply = /(?:^|[\s:])([45]\d\d)[ -][^\n]+/m.exec(said)?.[1]
  const sign = status ?? reply ?? DEAD_WORDS.exec(said)?.[0]
  const told = WAITING_WORDS.test(said)
  if (failed === undefined && !told && !(final && sign !== undefined)) return undefined
  const reason = lineWith(said, sign) ?? firstLines(said)
  return {
    verdict: told || waiting ? 'delayed' : isHard(status, reason) ? 'hard' : 'soft',
    ...some('recipient', failed?.split(',')[0]?.trim() ?? /<([^<>\s]{1,250}@[^<>\s]{1,250})>/.exec(said)?.[1]),
    ...some('status', status),
    reason,
    ...some('messageId', returnedId(email) ?? messageIdIn(text)),
  }
}

/** Signs of a plain mail that are looked at: what a server says stands at its beginning. */
const PLAIN_SIGNS = 100_000

// What came back stands below a line; an amount or a house number in it is no server's answer.
function aboveTheCopy(text: string): string {
  const line = BELOW.exec(text)
  return line === null ? text : text.slice(0, line.index)
}

const BELOW = /^[|\s]{0,3}-{2,}.*(copy of (the|your) message|original message|message header|ursprüngliche nachricht)/im

const FROM_A_SERVER = /^(mailer-?daemon|postmaster|mail-?daemon|mdaemon|microsoftexchange[0-9a-f]{32})@/i

/** The envelope of what a server reports has no sender (RFC 5321, 4.5.5); nor has a vacation note, but that answers a mail. */
function isFromServer(email: Email): boolean {
  const noSender = headerOf(email, 'return-path')?.trim() === '<>' && email.inReplyTo === undefined
  return FROM_A_SERVER.test(email.from?.address ?? '') || noSender
}

// RFC 3463: what says that the address itself is dead, and not only this delivery. 5.4.1, 5.4.310 and 5.1.35x are how Exchange
// Online says "no such recipient". Without an exact code the words decide; 5.5.0 is what Outlook.com calls everything.
const DEAD = /^5\.(1\.([0-6]|9|10|350|351)|2\.1|4\.(1|4|310))$/
const DEAD_WORDS =
  /user unknown|unknown (user|recipient)|no such (user|recipient|mailbox)|does(n't| not) (exist|have (a|an) )|no mailbox here|invalid recipient|recipient (address )?rejected|mailbox (unavailable|not found|unknown|is disabled)|unbekannter empf|(account|mailbox) (has been )?disabled/i

function isHard(status: string | undefined, words: string): boolean {
  if (status !== undefined && !/^5\.[05]\.0$/.test(status)) return DEAD.test(status)
  return !/(^|\D)4\d\d[ -]/.test(words) && DEAD_WORDS.test(words)
}

function returnedId(email: Email): string | undefined {
  return returnedIds(email)[0]
}

/** Message-IDs of the mails that lie in it, whole or only their headers. */
export function returnedIds(email: Email): string[] {
  const returned = email.attachments.filter(({ mimeType }) => RETURNED.test(mimeType))
  return returned.flatMap((part) => messageIdIn(contentOf(part)) ?? [])
}

const RETURNED = /^(message\/(rfc822|global|global-headers)|text\/rfc822-headers)$/

function messageIdIn(text: string): string | undefined {
  return idsIn(/^message-id:\s{0,10}(<[^<>\s]{3,998}>)/im.exec(text)?.[1])[0]
}

function contentOf({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}

/** Header-like fields; a line that begins with a blank goes on with the one before. */
function fieldsOf(text: string): ReadonlyMap<string, string> {
  const lines = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const pairs = lines.map((line) => /^([\w-]+):\s*(.*)$/.exec(line)).filter((found) => found !== null)
  return new Map(pairs.map(([, name = '', value = '']) => [name.toLowerCase(), value.trim()]))
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
