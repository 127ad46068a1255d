// A post office on loopback that speaks SMTP and IMAP for real and knows nobody beyond itself: whatever is handed in over SMTP
// lies in its recipient's mailbox and can be fetched there over IMAP. The demo's mail goes through it, and tests speak to it.

import { type AddressInfo, createServer } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { serveImap } from './imap.ts'
import { type Mailboxes, createMailboxes } from './mailboxes.ts'

export type PostOfficeOptions = {
  /** What every mailbox is opened with over IMAP; SMTP asks nobody. */
  readonly password: string
  readonly now?: () => Date
  readonly smtpPort?: number
  readonly imapPort?: number
  /** IMAP under TLS from the first byte. */
  readonly tls?: { readonly key: string; readonly cert: string }
  readonly smtp?: Pick<SMTPServerOptions, 'onRcptTo' | 'onConnect'>
  /** What SMTP says to a mail that it took. */
  readonly answer?: string
}

export type PostOffice = {
  readonly smtpPort: number
  readonly imapPort: number
  readonly mailboxes: Mailboxes
  readonly close: () => Promise<void>
}

const HOST = '127.0.0.1'
const BYTES_MOST = 25 * 1024 * 1024

export async function openPostOffice(options: PostOfficeOptions): Promise<PostOffice> {
  const mailboxes = createMailboxes(options.now ?? (() => new Date()))
  const smtp = smtpServer(mailboxes, options)
  const imap = options.tls === undefined ? createServer() : createTlsServer(options.tls)
  const sockets = serveImap(imap, { mailboxes, password: options.password })
  await new Promise<void>((resolve, reject) => {
    smtp.server.once('error', reject)
    smtp.listen(options.smtpPort ?? 0, HOST, resolve)
  })
  await new Promise<void>((resolve, reject) => {
    imap.once('error', reject)
    imap.listen(options.imapPort ?? 0, HOST, resolve)
  })
  return {
    smtpPort: portOf(smtp.server.address()),
    imapPort: portOf(imap.address()),
    mailboxes,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await Promise.all([
        new Promise<void>((resolve) => smtp.close(resolve)),
        new Promise<void>((resolve) => void imap.close(() => resolve())),
      ])
    },
  }
}

function smtpServer(mailboxes: Mailboxes, { smtp, answer = 'kept' }: PostOfficeOptions): SMTPServer {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 50,
    size: BYTES_MOST,
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(Object.assign(new Error('5.3.4 too large'), { responseCode: 552 }))
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        for (const { address } of envelope.rcptTo) mailboxes.deliver({ from, to: address }, Buffer.concat(parts))
        done(null, answer)
      })
    },
    ...smtp,
  })
  // A client that breaks off is no fault of the house.
  server.on('error', () => {})
  return server
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('it listens on a port')
  return address.port
}
