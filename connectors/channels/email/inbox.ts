// Fetches mail over IMAP. Reading changes nothing in the mailbox (BODY.PEEK, and the folder is opened read-only unless something
// is to be done with a mail afterwards); what is done with a mail is said for each, after it is safely kept.

import { ImapFlow, type ImapFlowError, type MailboxLockObject } from 'imapflow'
import type { LocalDate } from '@mahnwerk/core/calendar'
import type { EmailSettings, EmailWorld } from './api.ts'
import type { MailTrouble } from './outcome.ts'
import { createReach, servername } from './reach.ts'

export type InboxSettings = Required<EmailSettings> & { readonly folder: string }

/** leave: the mail stays as it is. seen: it is marked as read. move: to another folder. delete: for good. */
export type Afterwards = { readonly kind: 'leave' | 'seen' | 'delete' } | { readonly kind: 'move'; readonly to: string }

export type FetchedMail = {
  readonly raw: Buffer
  /** As the server has it, in bytes. */
  readonly size: number
  /** Only its headers are in `raw`: the whole is larger than is taken. */
  readonly cut: boolean
}

export type Inbox = {
  /** Once this is another one, the uids of before say nothing any more. */
  readonly validity: string
  /** Mails behind `after` that came on `since` or later, the oldest first. */
  uids(after: number, since: LocalDate): Promise<readonly number[]>
  /** Undefined where it is gone meanwhile. Throws `held` where the server is there and does not hand it out. */
  read(uid: number, bytesMost: number): Promise<FetchedMail | undefined>
  /** What can be had of a mail that the server does not hand out: its headers, else no more than where it lies. */
  headOnly(uid: number): Promise<FetchedMail>
  done(uid: number): Promise<void>
  close(): Promise<void>
}

export type InboxFailure = { readonly trouble: MailTrouble; readonly answer: string }
export type OpenedInbox = { readonly inbox: Inbox; readonly trouble?: undefined } | InboxFailure
export type OpenInbox = (settings: InboxSettings, afterwards: Afterwards) => Promise<OpenedInbox>

const PATIENCE_MS = 60_000
const CONNECT_MS = 15_000
/** No header is larger than this. */
const HEADER_BYTES = 256 * 1024
const PUBLIC = createReach()

/** Opens a folder. A failure is a value; a break later on throws, and `inboxFailure` says what it was. */
export async function openInbox(
  settings: InboxSettings,
  afterwards: Afterwards,
  world: EmailWorld & { readonly bytesMost?: number } = {},
): Promise<OpenedInbox> {
  const reached = await (world.reach ?? PUBLIC)(settings.host)
  if (reached.trouble !== undefined) return { trouble: reached.trouble, answer: reached.answer }
  const client = clientOf(settings, reached.address, world)
  try {
    await client.connect()
    const readOnly = afterwards.kind === 'leave'
    const lock = await client.getMailboxLock(settings.folder, { readOnly })
    return { inbox: inboxOf(client, lock, afterwards) }
  } catch (error) {
    client.close()
    return inboxFailure(error)
  }
}

function clientOf(
  { host, port, security, user, password }: InboxSettings,
  address: string,
  world: EmailWorld,
): ImapFlow {
  const timeout = world.timeoutMs ?? PATIENCE_MS
  const client = new ImapFlow({
    host: address,
    port,
    secure: security === 'tls',
    // True: or not at all. False: never.
    doSTARTTLS: security === 'starttls',
    ...servername(host),
    tls: { minVersion: 'TLSv1.2', ...(world.ca === undefined ? {} : { ca: world.ca }) },
    auth: { user, pass: password },
    clientInfo: { name: 'Mahnwerk' },
    connectionTimeout: Math.min(timeout, CONNECT_MS),
    greetingTimeout: Math.min(timeout, CONNECT_MS),
    socketTimeout: timeout,
    disableAutoIdle: true,
    disableCompression: true,
    logger: false,
  })
  // A break is told by the question that meets it.
  client.on('error', () => {})
  return client
}

function inboxOf(client: ImapFlow, lock: MailboxLockObject, afterwards: Afterwards): Inbox {
  const mailbox = client.mailbox
  if (mailbox === false) throw new Error('a folder is open')
  return {
    validity: String(mailbox.uidValidity),
    uids: async (after, since) => {
      const found = await client.search({ uid: `${after + 1}:*`, since: new Date(since) }, { uid: true })
      if (!Array.isArray(found)) throw new Error('the server could not search')
      // n:* also gives the last one, where none is behind n.
      return found.filter((uid) => uid > after).toSorted((a, b) => a - b)
    },
    read: async (uid, bytesMost) => read(client, uid, bytesMost).catch(refused),
    headOnly: async (uid) => (await headOf(client, uid)) ?? notice(mailbox.path, String(mailbox.uidValidity), uid),
    done: async (uid) => {
      const [which, by] = [String(uid), { uid: true } as const]
      switch (afterwards.kind) {
        case 'leave':
          return
        case 'seen':
          return void (await client.messageFlagsAdd(which, ['\\Seen'], by))
        case 'delete':
          return void (await client.messageDelete(which, by))
        case 'move':
          if ((await client.messageMove(which, afterwards.to, by)) === false)
            throw Object.assign(new Error(`${afterwards.to}: not moved`), { mailboxMissing: true })
      }
    },
    close: async () => {
      lock.release()
      await client.logout().catch(() => client.close())
    },
  }
}

async function read(client: ImapFlow, uid: number, bytesMost: number): Promise<FetchedMail | undefined> {
  const found = await client.fetchOne(String(uid), { size: true }, { uid: true })
  if (!found || found.size === undefined) return undefined
  const { size } = found
  const cut = size > bytesMost
  const mail = await client.fetchOne(String(uid), cut ? { headers: true } : { source: true }, { uid: true })
  const raw = mail ? (cut ? mail.headers?.subarray(0, HEADER_BYTES) : mail.source) : undefined
  return raw === undefined ? undefined : { raw, size, cut }
}

async function headOf(client: ImapFlow, uid: number): Promise<FetchedMail | undefined> {
  try {
    return await read(client, uid, -1)
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  }
}

// Its place makes it one of its kind, as mails are told apart by their bytes.
function notice(folder: string, validity: string, uid: number): FetchedMail {
  const raw = Buffer.from(`X-Not-Handed-Out: ${encodeURIComponent(folder)}; ${validity}; ${uid}\r\n\r\n`)
  return { raw, size: raw.byteLength, cut: true }
}

function refused(error: unknown): never {
  throw isRefusal(error) ? Object.assign(new Error(inboxFailure(error).answer), { mailHeld: true }) : error
}

/** The server is there and says no: to this question, not to the next. */
function isRefusal(error: unknown): boolean {
  const { responseStatus } = error as Partial<ImapFlowError> // read only where it is of the right type
  return responseStatus === 'NO' || responseStatus === 'BAD'
}

/** What a break means to a person. */
export function inboxFailure(error: unknown): InboxFailure {
  const {
    message,
    code = '',
    authenticationFailed,
    mailboxMissing,
    mailHeld,
    responseText,
    _err,
  } = error as ImapFlowError & {
    readonly mailboxMissing?: boolean
    readonly mailHeld?: boolean
    readonly _err?: ImapFlowError
  } // read only where it is of the right type
  const answer = responseText ?? _err?.message ?? message
  if (authenticationFailed === true) return { trouble: 'login', answer }
  if (mailboxMissing === true) return { trouble: 'folder', answer }
  if (mailHeld === true) return { trouble: 'held', answer }
  if (
    /CERT|ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO_|STARTTLS|SELF_SIGNED|MissingServerExtension/.test(code) ||
    /starttls/i.test(message)
  )
    return { trouble: 'tls', answer }
  if (/TIMEOUT|TIMEDOUT/i.test(code)) return { trouble: 'timeout', answer }
  return { trouble: 'no_connection', answer }
}
