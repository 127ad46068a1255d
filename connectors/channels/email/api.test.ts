import { type AddressInfo, type Socket, createServer } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { type EmailSettings, type EmailWorld, openEmail as openAnywhere } from './api.ts'
import { createReach } from './reach.ts'
import { CERTIFICATE, KEY } from './testing/certificate.ts'

const reach = createReach(['127.0.0.0/8', '::1'])
const openEmail = (settings: EmailSettings, world: EmailWorld = {}) => openAnywhere(settings, { reach, ...world })

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

type Heard = { readonly from: string; readonly to: readonly string[]; readonly raw: string; readonly secure: boolean }
const heard: Heard[] = []
const sockets = new Set<Socket>()
afterEach(() => {
  heard.splice(0)
  sockets.clear()
})

/** A real SMTP server on loopback that knows praxis with the password geheim. */
async function server(options: SMTPServerOptions = {}): Promise<EmailSettings> {
  const smtp = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 50,
    onAuth: ({ username, password }, _session, done) =>
      username === 'praxis' && password === 'geheim' ? done(null, { user: username }) : done(failure(535, '5.7.8 no')),
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        heard.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString(),
          secure: session.secure,
        })
        done(null, 'kept')
      })
    },
    ...options,
  })
  smtp.on('error', () => {})
  smtp.server.on('connection', (socket: Socket) => void sockets.add(socket))
  await new Promise<void>((resolve) => void smtp.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise<void>((resolve) => smtp.close(resolve)))
  const { port } = smtp.server.address() as AddressInfo // it listens on a port
  return { host: '127.0.0.1', port, security: 'none', user: 'praxis', password: 'geheim' }
}

function failure(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}

const ENVELOPE = { from: 'bounce+1@praxis.example', to: 'jonas@example.org' }
const RAW = Buffer.from('Subject: Gr\r\n\r\n.Punkt\r\nEnde\r\n')
const yes = async (): Promise<boolean> => true

async function sendTo(settings: EmailSettings, before = yes, timeoutMs = 2_000) {
  const channel = openEmail(settings, { timeoutMs })
  closing.push(async () => channel.close())
  return channel.send(ENVELOPE, RAW, before)
}

test('a mail is handed over as it is, from its return path', async () => {
  expect(await sendTo(await server())).toMatchObject({ outcome: 'accepted', answer: '250 kept' })
  expect(heard).toEqual([{ ...ENVELOPE, to: [ENVELOPE.to], raw: RAW.toString(), secure: false }])
})

test('several mails go over one connection', async () => {
  let connections = 0
  const settings = await server({ onConnect: (_session, done) => done(void (connections += 1)) })
  const channel = openEmail(settings)
  for (let round = 0; round < 3; round += 1) {
    // One after the other: a connection carries one mail at a time.
    // oxlint-disable-next-line no-await-in-loop
    expect(await channel.send(ENVELOPE, RAW, yes)).toMatchObject({ outcome: 'accepted' })
  }
  channel.close()
  expect([heard.length, connections]).toEqual([3, 1])
})

describe('surely not taken, and the mail is not at fault', () => {
  test('a wrong password', async () => {
    const settings = { ...(await server()), password: 'falsch' }
    expect(await sendTo(settings)).toMatchObject({ outcome: 'unavailable', trouble: 'login' })
    expect(await openEmail(settings).check()).toMatchObject({ outcome: 'unavailable', trouble: 'login' })
  })

  test('a server that wants a sign-in and got none', async () => {
    const { host, port, security } = await server({ authOptional: false })
    expect(await sendTo({ host, port, security })).toMatchObject({ outcome: 'unavailable', trouble: 'login' })
  })

  test('a server within the house, unless whoever runs it allows that', async () => {
    const settings = await server()
    const channel = openAnywhere(settings)
    expect(await channel.send(ENVELOPE, RAW, yes)).toMatchObject({ outcome: 'unavailable', trouble: 'host_forbidden' })
    const named = openAnywhere({ ...settings, host: 'localhost' })
    expect(await named.check()).toMatchObject({ outcome: 'unavailable', trouble: 'host_forbidden' })
    expect(heard).toEqual([])
  })

  test('nobody listening', async () => {
    const settings = { ...(await server()), port: 9 }
    expect(await sendTo(settings)).toMatchObject({ outcome: 'unavailable', trouble: 'no_connection' })
  })

  test('a server without the encryption that is asked for', async () => {
    const settings = { ...(await server()), security: 'starttls' } as const
    expect(await sendTo(settings)).toMatchObject({ outcome: 'unavailable', trouble: 'tls' })
  })

  test('a server that takes the connection and says nothing', async () => {
    const mute = createServer(() => {})
    await new Promise<void>((resolve) => void mute.listen(0, '127.0.0.1', resolve))
    closing.push(() => new Promise<void>((resolve) => void mute.close(() => resolve())))
    const { port } = mute.address() as AddressInfo // it listens on a port
    const settings = { host: '127.0.0.1', port, security: 'none' } as const
    expect(await sendTo(settings, yes, 200)).toMatchObject({ outcome: 'unavailable', trouble: 'timeout' })
  })

  test('an address of ours that it does not send for', async () => {
    const settings = await server({ onMailFrom: (_address, _session, done) => done(failure(550, '5.7.1 not yours')) })
    expect(await sendTo(settings)).toMatchObject({ outcome: 'unavailable', trouble: 'sender' })
  })

  test('a server that says later', async () => {
    const settings = await server({ onRcptTo: (_address, _session, done) => done(failure(450, '4.2.0 greylisted')) })
    expect(await sendTo(settings)).toMatchObject({
      outcome: 'unavailable',
      trouble: 'later',
      answer: '450 4.2.0 greylisted',
    })
  })

  test('a sender who changed his mind: not a byte of the content leaves', async () => {
    const settings = await server()
    expect(await sendTo(settings, async () => false)).toMatchObject({ outcome: 'unavailable', trouble: 'withdrawn' })
    expect(heard).toEqual([])
  })
})

describe('a person looks', () => {
  test('at a recipient that the server does not know', async () => {
    const settings = await server({ onRcptTo: (_address, _session, done) => done(failure(550, '5.1.1 unknown')) })
    expect(await sendTo(settings)).toMatchObject({ outcome: 'rejected', trouble: 'recipient' })
  })

  test('at a content that it refuses', async () => {
    const settings = await server({
      onData: (stream, _session, done) => {
        stream.resume()
        stream.on('end', () => done(failure(554, '5.7.1 spam')))
      },
    })
    expect(await sendTo(settings)).toMatchObject({ outcome: 'rejected', trouble: 'content' })
  })
})

describe('nobody knows', () => {
  test.each([
    ['breaks the connection', () => sockets.forEach((socket) => socket.destroy())],
    ['falls silent', () => {}],
  ])('where the server has the content and %s', async (_how, end) => {
    const settings = await server({ onData: (stream) => void stream.resume().on('end', end) })
    expect(await sendTo(settings, yes, 300)).toMatchObject({ outcome: 'unknown', trouble: 'lost' })
    sockets.forEach((socket) => socket.destroy())
  })
})

describe('encryption', () => {
  test.each(['starttls', 'tls'] as const)('%s carries the mail only to whom is trusted', async (security) => {
    const encrypted = await server({ disabledCommands: [], secure: security === 'tls', key: KEY, cert: CERTIFICATE })
    const settings = { ...encrypted, host: 'localhost', security }
    expect(await sendTo(settings)).toMatchObject({ outcome: 'unavailable', trouble: 'tls' })
    const channel = openEmail(settings, { ca: CERTIFICATE })
    expect(await channel.send(ENVELOPE, RAW, yes)).toMatchObject({ outcome: 'accepted' })
    channel.close()
    expect(heard.map(({ secure }) => secure)).toEqual([true])
  })
})
