// Speaks SMTP. One channel is one connection at a time, opened when first needed and again after it broke. The content is
// handed over as a stream, so that it is known to the byte whether it was ever on its way.

import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { type MailOutcome, type SmtpFailure, judge } from './outcome.ts'
import { type Reach, createReach, servername } from './reach.ts'

export type EmailSettings = {
  readonly host: string
  readonly port: number
  /** tls: from the first byte (usually 465). starttls: or not at all (usually 587). none: in the clear. */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user?: string
  readonly password?: string
}

export type EmailWorld = {
  /** Which servers may be spoken to; only those on the public internet unless told. */
  readonly reach?: Reach
  /** Certificates trusted besides those of the platform. */
  readonly ca?: string
  /** How long a connection and each step may take; a server's silence after the content included. */
  readonly timeoutMs?: number
}

export type MailEnvelope = { readonly from: string; readonly to: string }

export type EmailChannel = {
  /** Connects and signs in, sends nothing. */
  check(): Promise<MailOutcome>
  /**
   * `beforeContent` is asked when the server wants the content and before a byte of it leaves; false or a throw sends nothing.
   */
  send(envelope: MailEnvelope, raw: Uint8Array, beforeContent: () => Promise<boolean>): Promise<MailOutcome>
  close(): void
}

export type OpenEmail = (settings: EmailSettings) => EmailChannel

const PATIENCE_MS = 60_000
const CONNECT_MS = 15_000
const PUBLIC = createReach()

export function openEmail(settings: EmailSettings, world: EmailWorld = {}): EmailChannel {
  let standing: Promise<SMTPConnection> | undefined
  const connected = (): Promise<SMTPConnection> => (standing ??= connect(settings, world, () => (standing = undefined)))
  return {
    check: async () => {
      try {
        await connected()
        return { outcome: 'accepted', answer: '' }
      } catch (error) {
        standing = undefined
        return judge(failureOf(error), false)
      }
    },
    send: async (envelope, raw, beforeContent) => {
      let connection: SMTPConnection
      try {
        connection = await connected()
      } catch (error) {
        standing = undefined
        return judge(failureOf(error), false)
      }
      const outcome = await sendOver(connection, envelope, raw, beforeContent)
      // After anything but a yes the session's state is not worth trusting.
      if (outcome.outcome !== 'accepted') {
        connection.close()
        standing = undefined
      }
      return outcome
    },
    close: () => {
      void standing?.then(
        (connection) => connection.quit(),
        () => {},
      )
      standing = undefined
    },
  }
}

async function connect(settings: EmailSettings, world: EmailWorld, broken: () => void): Promise<SMTPConnection> {
  const { host, port, security, user, password } = settings
  const timeout = world.timeoutMs ?? PATIENCE_MS
  const reached = await (world.reach ?? PUBLIC)(host)
  if (reached.trouble !== undefined) throw Object.assign(new Error(reached.answer), { code: reached.trouble })
  const connection = new SMTPConnection({
    host: reached.address,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: Math.min(timeout, CONNECT_MS),
    greetingTimeout: Math.min(timeout, CONNECT_MS),
    dnsTimeout: Math.min(timeout, CONNECT_MS),
    socketTimeout: timeout,
    tls: { minVersion: 'TLSv1.2', ...servername(host), ...(world.ca === undefined ? {} : { ca: world.ca }) },
  })
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject)
      connection.connect((error) => (error ? reject(error) : resolve()))
    })
    connection.removeAllListeners('error')
    // Later breaks are told by the send that meets them.
    connection.on('error', broken)
    connection.once('end', broken)
    if (user !== undefined && user !== '') {
      await new Promise<void>((resolve, reject) => {
        connection.once('error', reject)
        connection.login({ user, pass: password ?? '' }, (error) => (error ? reject(error) : resolve()))
      })
    }
    return connection
  } catch (error) {
    connection.on('error', () => {})
    connection.close()
    throw error
  }
}

async function sendOver(
  connection: SMTPConnection,
  envelope: MailEnvelope,
  raw: Uint8Array,
  beforeContent: () => Promise<boolean>,
): Promise<MailOutcome> {
  let begun = false
  return new Promise<MailOutcome>((resolve) => {
    const withdraw = (answer: string): void => {
      resolve({ outcome: 'unavailable', trouble: 'withdrawn', answer })
      connection.close()
    }
    const content = new Readable({
      read() {
        if (begun) return
        beforeContent().then(
          (wanted) => {
            if (!wanted) return withdraw('')
            begun = true
            content.push(raw)
            content.push(null)
          },
          (error: unknown) => withdraw(String(error)),
        )
      },
    })
    const failed = (error: unknown): void => resolve(judge(failureOf(error), begun))
    const closed = (): void => failed(new Error('connection closed'))
    connection.once('error', failed)
    connection.once('end', closed)
    connection.send({ from: envelope.from, to: [envelope.to], size: raw.byteLength }, content, (error, info) => {
      connection.removeListener('error', failed)
      connection.removeListener('end', closed)
      if (error) return failed(error)
      resolve({ outcome: 'accepted', answer: info?.response ?? '' })
    })
  })
}

function failureOf(error: unknown): SmtpFailure {
  if (!(error instanceof Error)) return { message: String(error) }
  const said = error as Partial<Record<keyof SmtpFailure, unknown>> // read only where it is of the right type
  return {
    message: error.message,
    ...(typeof said.code === 'string' ? { code: said.code } : {}),
    ...(typeof said.originalCode === 'string' ? { originalCode: said.originalCode } : {}),
    ...(typeof said.command === 'string' ? { command: said.command } : {}),
    ...(typeof said.responseCode === 'number' ? { responseCode: said.responseCode } : {}),
    ...(typeof said.response === 'string' ? { response: said.response } : {}),
  }
}
