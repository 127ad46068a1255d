// A process that sends is killed (SIGKILL) at the two moments that matter, against a real SMTP server.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { type Instant, instant } from '@mahnwerk/core/calendar'
import { createSecrets } from '../../auth/index.ts'
import { addSeconds } from '../../clock.ts'
import { createDatabase } from '../../db/database.ts'
import { testDatabase } from '../../db/testing.ts'
import { type House, openHouse } from '../../testing/house.ts'
import { changeMailSettings, queueMail, startMail } from './index.ts'
import { loadMail } from './read.ts'
import { loopback } from './testing/road.ts'

const SECRET = 'a secret for tests that is long enough'
const office = { road: loopback, secrets: createSecrets(SECRET) }
const SENDER = join(import.meta.dirname, 'testing', 'send-due.ts')

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** An SMTP server that falls silent at a step of the first session, and tells when it got there. */
async function server(silentAt: 'recipient' | 'content') {
  let sessions = 0
  let reached = (): void => {}
  const arrived = new Promise<void>((resolve) => (reached = resolve))
  const contents: string[] = []
  const first = (): boolean => sessions === 1
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 50,
    onConnect: (_session, done) => done(void (sessions += 1)),
    onRcptTo: (_address, _session, done) => (silentAt === 'recipient' && first() ? reached() : done()),
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        contents.push(Buffer.concat(parts).toString())
        if (silentAt === 'content' && first()) return reached()
        done()
      })
    },
  })
  smtp.on('error', () => {})
  await new Promise<void>((resolve) => void smtp.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise<void>((resolve) => smtp.close(resolve)))
  return { port: (smtp.server.address() as AddressInfo).port, arrived, contents } // it listens on a port
}

async function killed(silentAt: 'recipient' | 'content') {
  const database = await testDatabase()
  closing.push(() => database.drop())
  const house = await openHouse(database.db, new Date().toISOString())
  const { port, arrived, contents } = await server(silentAt)
  const account = { host: '127.0.0.1', port, security: 'none', user: null, fromName: 'Praxis' } as const
  const sender = { fromAddress: 'praxis@praxis.example', replyTo: null, bounceAddress: null, bounceTokens: false }
  const id = await house.run(async (context) => {
    await changeMailSettings(context, office, { ...account, ...sender, version: 0 })
    return queueMail(context, { to: { address: 'joerg@example.org' }, subject: 'Mahnung', text: 'Guten Tag' })
  })
  const child: ChildProcess = spawn(process.execPath, [SENDER, database.url, SECRET], { stdio: 'inherit' })
  await arrived
  child.kill('SIGKILL')
  await once(child, 'exit')
  return { house, id, contents, url: database.url }
}

/** What another worker does `seconds` later. */
async function sendLater(house: House, url: string, seconds: number): Promise<void> {
  const later: Instant = addSeconds(instant(new Date().toISOString()), seconds)
  const workerDb = createDatabase({ url, role: 'mahnwerk_worker', max: 1 })
  const worker = startMail({
    ground: { ...house.ground, clock: { now: () => later } },
    workerDb,
    office,
    after: async () => {},
    onError: (error) => {
      throw error
    },
    tickMs: 2 ** 31 - 1,
    sends: true,
  })
  await worker.sendDue()
  await worker.stop()
  await workerDb.destroy()
}

test(
  'killed after the content was handed over: nothing is sent twice, a person is asked',
  { timeout: 60_000 },
  async () => {
    const { house, id, contents, url } = await killed('content')
    const state = async () => (await house.run((context) => loadMail(context, id))).state
    expect([contents.length, await state()]).toEqual([1, 'sending'])
    await sendLater(house, url, 60)
    expect([contents.length, await state()]).toEqual([1, 'sending'])
    await sendLater(house, url, 3_600)
    expect([contents.length, await state()]).toEqual([1, 'unknown'])
  },
)

test('killed before the content: it is sent once, by the next', { timeout: 60_000 }, async () => {
  const { house, id, contents, url } = await killed('recipient')
  const state = async () => (await house.run((context) => loadMail(context, id))).state
  expect([contents.length, await state()]).toEqual([0, 'queued'])
  await sendLater(house, url, 3_600)
  expect([contents.length, await state()]).toEqual([1, 'accepted'])
})
