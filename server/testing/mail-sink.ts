// An SMTP server for tests that takes every mail and remembers how often each Message-ID arrived.

import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type MailSink = {
  readonly port: number
  /** How often the content of this mail came in whole. */
  readonly arrivals: (messageId: string) => number
  readonly stop: () => Promise<void>
}

export async function openMailSink(): Promise<MailSink> {
  const arrived = new Map<string, number>()
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 50,
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const [, id = ''] = /^message-id: <([^>]*)>/im.exec(Buffer.concat(parts).toString('latin1')) ?? []
        arrived.set(id, (arrived.get(id) ?? 0) + 1)
        done()
      })
    },
  })
  smtp.on('error', () => {}) // a sender that was killed leaves a broken connection behind
  await new Promise<void>((resolve) => void smtp.listen(0, '127.0.0.1', resolve))
  return {
    port: (smtp.server.address() as AddressInfo).port, // it listens on a port
    arrivals: (messageId) => arrived.get(messageId) ?? 0,
    stop: () => new Promise<void>((resolve) => smtp.close(resolve)),
  }
}
