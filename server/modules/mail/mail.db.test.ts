import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as email from '@mahnwerk/connectors/channels/email'
import { type Instant, instant } from '@mahnwerk/core/calendar'
import { createSecrets } from '../../auth/index.ts'
import { type Clock, addSeconds } from '../../clock.ts'
import { createDatabase, type Database } from '../../db/database.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import type { Ground } from '../../http/index.ts'
import { recorded } from '../../testing/at-partner.ts'
import { type Door, openDoor } from '../../testing/door.ts'
import { type House, NOW, openHouse } from '../../testing/house.ts'
import { documentRoutes, keepDocument } from '../documents/index.ts'
import { invoiceRoutes, loadInvoice } from '../invoices/index.ts'
import { taskRoutes } from '../tasks/index.ts'
import {
  type AfterMail,
  type MailNews,
  type MailWorker,
  type NewMail,
  mailRoutes,
  queueMail,
  startMail,
} from './index.ts'

const secrets = createSecrets('a secret for tests that is long enough')

let database: TestDatabase
let workerDb: Database
beforeAll(async () => {
  database = await testDatabase()
  workerDb = createDatabase({ url: database.url, role: 'mahnwerk_worker', max: 1, name: 'mail worker' })
})
afterAll(async () => {
  await workerDb.destroy()
  await database.drop()
})

let house: House
let door: Door
let server: ReturnType<typeof email.fakeEmail>
let time: Instant
let news: MailNews[]
let workers: MailWorker[]
beforeEach(async () => {
  house = await openHouse(database.db)
  server = email.fakeEmail()
  time = instant(NOW)
  news = []
  workers = []
  const office = { road: { ...email, openEmail: server.open }, secrets }
  door = await openDoor(house, documentRoutes, invoiceRoutes, taskRoutes, (http, ground) =>
    mailRoutes(http, { ...ground, clock }, { office, after }),
  )
  return async () => {
    for (const each of workers) await each.stop()
    await door.close()
  }
})

const clock: Clock = { now: () => time }
const after: AfterMail = async (_context, told) => void news.push(told)

/** A worker that sends when it is told. */
function worker(open: email.OpenEmail = server.open): MailWorker {
  const made = start(open)
  workers.push(made)
  return made
}

/** `open` stands in for the mail server. */
function start(open: email.OpenEmail): MailWorker {
  const ground: Ground = { ...house.ground, clock }
  const office = { road: { ...email, openEmail: open }, secrets }
  const parts = { ground, workerDb, office, after, onError: fail, tickMs: 2 ** 31 - 1, sends: true }
  return startMail(parts)
}

const fail = (error: unknown): void => {
  throw error
}

const SETTINGS = {
  host: 'smtp.praxis.example',
  port: 587,
  security: 'starttls',
  user: 'praxis',
  password: 'geheim',
  fromName: 'Praxis am Stadtpark',
  fromAddress: 'praxis@praxis.example',
  replyTo: null,
  bounceAddress: 'bounce@praxis.example',
  bounceTokens: true,
  version: 0,
} as const

const setUp = (changes: object = {}) =>
  door.ask<{ code?: string }>('PUT', '/settings/mail', { ...SETTINGS, ...changes })

const LETTER: NewMail = {
  to: { name: 'Jörg Müller', address: 'joerg@example.org' },
  subject: 'Zahlungserinnerung über 184,50 €',
  text: 'Guten Tag Herr Müller',
  html: '<p>Guten Tag Herr Müller</p>',
  list: { name: 'Mahnungen', label: 'mahnungen' },
}

const queue = (changes: Partial<NewMail> = {}): Promise<string> =>
  house.run((context) => queueMail(context, { practiceId: house.practices[0], ...LETTER, ...changes }))

type Told = {
  state: string
  waits: boolean
  trouble: { title: string; detail: string } | null
  attempts: number
  bounceVerdict: string
}
const mailOf = async (id: string): Promise<Told> => (await door.ask<Told>('GET', `/mails/${id}`)).body
const tasks = async (): Promise<string[]> =>
  (await door.ask<{ tasks: { kind: string }[] }>('GET', '/tasks')).body.tasks.map(({ kind }) => kind)
const events = async (invoiceId: string): Promise<string[]> =>
  (await door.ask<{ history: { type: string }[] }>('GET', `/invoices/${invoiceId}/history`)).body.history.map(
    ({ type }) => type,
  )

describe('the settings', () => {
  test('keep the password to themselves', async () => {
    await setUp()
    const { body } = await door.ask<object>('GET', '/settings/mail')
    expect(body).toMatchObject({ way: 'smtp', host: SETTINGS.host, passwordKept: true, version: 1 })
    expect(JSON.stringify(body)).not.toContain('geheim')
    const { rows } = await house.run(({ trx }) =>
      sql<{ stored: Buffer }>`SELECT password_enciphered AS stored FROM mail_settings`.execute(trx),
    )
    expect(rows[0]?.stored.toString()).not.toContain('geheim')
  })

  test('use the kept password, but send it to no other server', async () => {
    await setUp()
    const { password: _, ...rest } = SETTINGS
    expect((await door.ask('PUT', '/settings/mail', { ...rest, port: 2525, version: 1 })).status).toBe(200)
    const moved = await door.ask('PUT', '/settings/mail', { ...rest, host: 'evil.example', version: 2 })
    expect(moved).toMatchObject({ status: 422, body: { code: 'mail_password_again' } })
    await queue()
    await worker().sendDue()
    expect(server.taken[0]?.settings).toMatchObject({ port: 2525, user: 'praxis', password: 'geheim' })
  })

  test('are refused where somebody changed them meanwhile, and noted in the history', async () => {
    await setUp()
    expect((await setUp()).body).toMatchObject({ code: 'version_conflict' })
    const { rows } = await house.run(({ trx, tenantId }) =>
      sql<{ data: string }>`
        SELECT data FROM events WHERE tenant_id = ${tenantId} AND type = 'mail_settings_changed'`.execute(trx),
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.data).not.toContain('geheim')
  })
})

test('a mail leaves with its files, from its return path, and is kept as it left', async () => {
  await setUp()
  const bytes = Buffer.from('%PDF-1.7 Mahnung')
  const file = { bytes, kind: 'other', name: 'Mahnung für Müller.pdf', mediaType: 'application/pdf' } as const
  const document = await house.run((context) => keepDocument(context, { ...file, practiceId: house.practices[0] }))
  const id = await queue({ attachments: [document] })
  await worker().sendDue()
  const [taken] = server.taken
  expect(taken?.envelope).toEqual({ from: `bounce+${id.replaceAll('-', '')}@praxis.example`, to: 'joerg@example.org' })
  const read = await email.readMail(taken?.raw ?? Buffer.alloc(0))
  expect(read).toMatchObject({ subject: LETTER.subject, messageId: `${id}@praxis.example` })
  expect(Buffer.from(read?.files[0]?.bytes ?? [])).toEqual(bytes)
  expect(taken?.raw.toString()).toMatch(/^List-Id: Mahnungen <mahnungen\.praxis\.example>\r$/im)
  expect(await mailOf(id)).toMatchObject({ state: 'accepted', answer: '250 OK', sentAt: NOW })
  expect(news).toEqual([{ mailId: id, became: 'accepted', noticeId: null, invoiceIds: [] }])
})

describe('several mails leave at once', () => {
  test('over as many connections as are allowed, each mail once', async () => {
    await setUp({ connections: 3 })
    const ids = await Promise.all(Array.from({ length: 12 }, () => queue()))
    let [open, most, opened] = [0, 0, 0]
    const counting = worker((settings) => {
      opened += 1
      const channel = server.open(settings)
      return {
        ...channel,
        send: async (...given) => {
          most = Math.max(most, (open += 1))
          const outcome = await channel.send(...given)
          open -= 1
          return outcome
        },
      }
    })
    await counting.sendDue()
    expect([opened, most, server.taken.length]).toEqual([3, 3, 12])
    const states = await Promise.all(ids.map(async (id) => (await mailOf(id)).state))
    expect(new Set(states)).toEqual(new Set(['accepted']))
  })

  test('and no faster than the server takes them', async () => {
    await setUp({ perMinute: 120 })
    for (let each = 0; each < 5; each += 1) await queue()
    const slow = worker()
    const arrived: number[] = []
    for (const seconds of [0, 0, 1, 0, 1]) {
      time = addSeconds(time, seconds)
      await slow.sendDue()
      arrived.push(server.taken.length)
    }
    expect(arrived).toEqual([2, 2, 4, 4, 5])
  })
})

test('equal causes are one mail, and what was undone never leaves', async () => {
  await setUp()
  const [first, second] = [await queue({ cause: 'notice:1' }), await queue({ cause: 'notice:1', subject: 'anders' })]
  expect(second).toBe(first)
  const undone = house.run(async (context) => {
    await queueMail(context, { ...LETTER, practiceId: house.practices[0] })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await worker().sendDue()
  expect(server.taken).toHaveLength(1)
})

describe('nothing is sent twice', () => {
  test('where a worker dies after the server has asked for the content', async () => {
    await setUp()
    const invoice = await recorded(house, 'R-1')
    const id = await queue({ invoiceIds: [invoice] })
    const dead = start(dying('after'))
    void dead.sendDue()
    await until(async () => (await mailOf(id)).state === 'sending')
    await worker().sendDue()
    expect([server.taken.length, (await mailOf(id)).state]).toEqual([0, 'sending'])
    time = addSeconds(time, 700)
    await worker().sendDue()
    expect(server.taken).toEqual([])
    expect(await mailOf(id)).toMatchObject({ state: 'unknown', trouble: { code: 'lost' } })
    expect([await tasks(), await events(invoice)]).toEqual([['mail_unknown'], ['mail.unknown', 'invoice.recorded']])
  })

  test('where it dies before: the mail is only late', async () => {
    await setUp()
    const id = await queue()
    const dead = start(dying('before'))
    void dead.sendDue()
    await until(async () => (await mailOf(id)).attempts === 1)
    await worker().sendDue()
    expect(server.taken).toEqual([])
    time = addSeconds(time, 400)
    await worker().sendDue()
    expect([server.taken.length, (await mailOf(id)).state]).toEqual([1, 'accepted'])
  })

  test('where a slow worker comes back to a mail that another has sent', async () => {
    await setUp()
    const id = await queue()
    let goOn = (): void => {}
    const wait = new Promise<void>((resolve) => (goOn = resolve))
    const slow = worker((settings) => {
      const channel = server.open(settings)
      return { ...channel, send: async (...given) => wait.then(() => channel.send(...given)) }
    })
    const round = slow.sendDue()
    await until(async () => (await mailOf(id)).attempts === 1)
    time = addSeconds(time, 400)
    await worker().sendDue()
    goOn()
    await round
    expect([server.taken.length, (await mailOf(id)).state]).toEqual([1, 'accepted'])
    expect(news).toHaveLength(1)
  })

  test('where the answer was lost: a person decides', async () => {
    await setUp()
    const id = await queue()
    server.behave('lost')
    await worker().sendDue()
    server.behave('works')
    time = addSeconds(time, 90_000)
    await worker().sendDue()
    expect(await door.ask('POST', `/mails/${id}/done`)).toMatchObject({ body: { code: 'mail_undecided' } })
    expect([server.taken.length, (await mailOf(id)).state]).toEqual([1, 'unknown'])
    expect((await door.ask('POST', `/mails/${id}/again`)).status).toBe(200)
    await worker().sendDue()
    expect(server.taken.map(({ raw }) => raw.toString())).toEqual(Array(2).fill(server.taken[0]?.raw.toString()))
    expect([(await mailOf(id)).state, await tasks()]).toEqual(['accepted', []])
    expect((await door.ask('POST', `/mails/${id}/arrived`)).status).toBe(409)
  })
})

describe('a wrong password', () => {
  const LOGIN = { outcome: 'unavailable', trouble: 'login', answer: '535 5.7.8 no' } as const

  test('is tried once for all that waits, told once, and over when it is right', async () => {
    await setUp()
    const ids = [await queue(), await queue(), await queue()]
    let tries = 0
    server.behave(LOGIN)
    const counting = worker((settings) => {
      tries += 1
      return server.open(settings)
    })
    await counting.sendDue()
    await counting.sendDue()
    expect([tries, await tasks()]).toEqual([1, ['mail_account']])
    expect((await mailOf(ids[0] ?? '')).trouble?.detail).toBe(
      'Der Server smtp.praxis.example hat die Anmeldung als praxis abgelehnt. Manche Anbieter verlangen ein eigenes Passwort für Programme (App-Passwort).',
    )
    server.behave('works')
    await setUp({ version: 1, password: 'richtig' })
    time = addSeconds(time, 5)
    counting.wake(house.tenantId)
    await counting.sendDue()
    expect([server.taken.length, await tasks()]).toEqual([3, []])
  })

  test('is told by the test button in plain words', async () => {
    await setUp()
    server.behave(LOGIN)
    const told = await door.ask('POST', '/settings/mail/test', { to: 'anna@praxis.example' })
    expect(told.body).toMatchObject({
      outcome: 'unavailable',
      title: 'Benutzername oder Passwort stimmt nicht',
      answer: '535 5.7.8 no',
    })
  })
})

test('the test button sends a mail by the saved account', async () => {
  await setUp()
  const told = await door.ask('POST', '/settings/mail/test', { to: 'anna@praxis.example' })
  expect(told.body).toMatchObject({ outcome: 'accepted', title: 'Die Test-E-Mail ist unterwegs' })
  expect((await email.readMail(server.taken[0]?.raw ?? Buffer.alloc(0)))?.subject).toBe('Test-E-Mail von Mahnwerk')
})

test('without an account mails wait, and a person is told', async () => {
  const id = await queue()
  await worker().sendDue()
  expect([(await mailOf(id)).state, (await mailOf(id)).attempts, await tasks()]).toEqual([
    'queued',
    0,
    ['mail_account'],
  ])
})

test('what the server wants later comes later; what it refuses is for a person', async () => {
  await setUp()
  const id = await queue()
  server.behave({ outcome: 'unavailable', trouble: 'later', answer: '450 greylisted' })
  const sending = worker()
  await sending.sendDue()
  expect([(await mailOf(id)).state, await tasks()]).toEqual(['queued', []])
  server.behave({ outcome: 'rejected', trouble: 'recipient', answer: '550 5.1.1' })
  time = addSeconds(time, 10)
  await sending.sendDue()
  expect([(await mailOf(id)).state, await tasks(), news[0]?.became]).toEqual(['failed', ['mail_failed'], 'failed'])
})

test('in the demo a mail stays in the house', async () => {
  await house.run(({ trx, tenantId }) => sql`UPDATE tenants SET demo = true WHERE tenant_id = ${tenantId}`.execute(trx))
  const id = await queue()
  await worker().sendDue()
  expect(await mailOf(id)).toMatchObject({ state: 'accepted', answer: 'Demo-Postfach' })
  expect(server.taken).toEqual([])
  const told = await door.ask('POST', '/settings/mail/test', { to: 'anna@praxis.example' })
  expect(told.body).toMatchObject({ outcome: 'accepted', answer: 'Demo-Postfach' })
})

test('mails of another practice or tenant are not there', async () => {
  const id = await queue({ practiceId: house.practices[1] })
  const stranger = (await openHouse(database.db)).owner
  for (const as of [house.limited, stranger]) {
    expect((await door.ask('GET', `/mails/${id}`, undefined, as)).status).toBe(404)
    expect((await door.ask('GET', '/mails', undefined, as)).body).toEqual({ mails: [], next: null })
  }
})

test('the list is paged, the latest first', async () => {
  const ids = [await queue(), await queue(), await queue()].toReversed()
  type Page = { mails: { id: string }[]; next: string | null }
  const first = (await door.ask<Page>('GET', '/mails?limit=2')).body
  const second = (await door.ask<Page>('GET', `/mails?limit=2&before=${first.next}`)).body
  expect([...first.mails, ...second.mails].map((mail) => mail.id)).toEqual(ids)
  expect(second.next).toBeNull()
})

describe('what comes in', () => {
  const inbound = (lines: readonly string[], as = house.owner) => door.bring(lines.join('\r\n'), as)

  const bounceOf = (messageId: string, action = 'failed', status = '5.1.1'): string[] => [
    'From: MAILER-DAEMON@mx.example',
    'To: bounce@praxis.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; joerg@example.org',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${messageId}>`,
    '--b--',
  ]

  async function sent(changes: Partial<NewMail> = {}) {
    await setUp()
    const id = await queue(changes)
    await worker().sendDue()
    return { id, messageId: `${id}@praxis.example` }
  }

  test('a bounce marks its mail once, and the invoice says so', async () => {
    const invoice = await recorded(house, 'R-1')
    const { id, messageId } = await sent({ invoiceIds: [invoice] })
    expect((await inbound(bounceOf(messageId))).status).toBe(201)
    expect(await mailOf(id)).toMatchObject({
      state: 'bounced',
      bounceVerdict: 'hard',
      bounceReason: '550 5.1.1 User unknown',
    })
    expect((await inbound(bounceOf(messageId))).status).toBe(200)
    expect(await tasks()).toEqual(['mail_bounced'])
    expect(await events(invoice)).toEqual(['mail.bounced', 'invoice.recorded'])
    expect((await door.ask<Told>('POST', `/mails/${id}/done`)).body.waits).toBe(false)
    expect(await tasks()).toEqual([])
    const became = news.filter(({ mailId }) => mailId === id).map((told) => told.became)
    expect(became).toEqual(['accepted', 'bounced'])
  })

  test('a report that the server still tries changes nothing', async () => {
    const { id, messageId } = await sent()
    await inbound(bounceOf(messageId, 'delayed', '4.4.1'))
    expect([(await mailOf(id)).state, await tasks()]).toEqual(['accepted', []])
  })

  const answer = (more: readonly string[], from = 'Jörg Müller <joerg@example.org>'): string[] => [
    `From: ${from}`,
    'To: praxis@praxis.example',
    'Subject: Re: Zahlungserinnerung',
    ...more,
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Ich überweise am Freitag.',
  ]

  type Filed = { id: string; debtorId: string | null; documentId: string | null; kind: string; text: string }

  test('an answer is filed to the debtor of the mail that it answers', async () => {
    const invoiceId = await recorded(house, 'R-1')
    const { debtorId } = await house.run((context) => loadInvoice(context, invoiceId))
    const { messageId } = await sent({ invoiceIds: [invoiceId], debtorId })
    const { body } = await inbound(answer([`In-Reply-To: <${messageId}>`], 'other@example.org'))
    expect(body).toMatchObject({ kind: 'letter', debtorId, text: 'Ich überweise am Freitag.' })
    expect([await tasks(), await events(invoiceId)]).toEqual([['mail_received'], ['mail.received', 'invoice.recorded']])
    await door.ask('POST', `/received-mails/${(body as Filed).id}/done`)
    expect(await tasks()).toEqual([])
    const kept = await door.ask<object>('GET', `/documents/${(body as Filed).documentId}`)
    expect(kept.body).toMatchObject({ invoiceId, mediaType: 'message/rfc822', name: 'Re: Zahlungserinnerung.eml' })
  })

  test('a letter is filed to the only debtor of its address, and else waits for a person', async () => {
    const [first, second] = [
      await recorded(house, 'R-1', joerg('Müller')),
      await recorded(house, 'R-2', joerg('Maier')),
    ]
    const [one, other] = await house.run(async (context) => [
      await loadInvoice(context, first),
      await loadInvoice(context, second),
    ])
    const { body } = await inbound(answer([]))
    expect(body).toMatchObject({ debtorId: null, documentId: null })
    const path = `/received-mails/${(body as Filed).id}/file`
    expect((await door.ask<Filed>('POST', path, { debtorId: one?.debtorId })).body.debtorId).toBe(one?.debtorId)
    expect(await door.ask('POST', path, { debtorId: other?.debtorId })).toMatchObject({ status: 422 })
  })

  const joerg = (last: string) => ({
    debtor: {
      name: { kind: 'consumer', first: 'Jörg', last } as const,
      address: { street: 'Weg 1', postCode: '10115', city: 'Berlin', country: 'DE' },
      email: 'Joerg@Example.org',
    },
  })

  test('an out-of-office note asks for nobody', async () => {
    const { body } = await inbound(answer(['Auto-Submitted: auto-replied']))
    expect([(body as Filed).kind, await tasks()]).toEqual(['automatic', []])
  })

  test('another tenant’s practice is not there', async () => {
    const stranger = await openHouse(database.db)
    const raw = answer([]).join('\r\n')
    expect((await door.bring(raw, house.owner, stranger.practices[0])).status).toBe(404)
    expect((await door.bring(raw, house.owner, house.practices[0])).status).toBe(201)
  })

  test('what is no mail is refused', async () => {
    expect(await inbound(['%PDF-1.7'])).toMatchObject({ status: 422, body: { code: 'mail_unreadable' } })
  })
})

/** A mail server whose worker dies: before it has asked for the content, or after. */
function dying(when: 'before' | 'after'): email.OpenEmail {
  return () => ({
    check: async () => ({ outcome: 'accepted', answer: '' }),
    send: async (_envelope, _raw, beforeContent) => {
      if (when === 'after') await beforeContent()
      return new Promise(() => {})
    },
    close: () => {},
  })
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    // It is asked again until it holds.
    // oxlint-disable-next-line no-await-in-loop
    if (await holds()) return
  }
  throw new Error('it never came to hold')
}
