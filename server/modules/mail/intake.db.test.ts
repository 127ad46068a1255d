// Mail that comes in over IMAP, from a real server on loopback: each once, filed with its reason, and nothing lost on the way.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type PostOffice, openPostOffice } from '@mahnwerk/connectors/channels/email/post-office'
import { instant } from '@mahnwerk/core/calendar'
import { createSecrets } from '../../auth/index.ts'
import { addSeconds } from '../../clock.ts'
import { createDatabase, type Database } from '../../db/database.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { immediateJobs } from '../../jobs/index.ts'
import { recorded } from '../../testing/at-partner.ts'
import { type Door, openDoor } from '../../testing/door.ts'
import { type House, NOW, openHouse } from '../../testing/house.ts'
import { documentRoutes } from '../documents/index.ts'
import { invoiceRoutes, loadInvoice } from '../invoices/index.ts'
import { taskRoutes } from '../tasks/index.ts'
import { FETCH_MAIL, fetchAllMail, fetchDueMail, fetchMail, mailRoutes, queueMail, startMail } from './index.ts'
import { loopback } from './testing/road.ts'

const BOX = 'mahnung@praxis.example'
const office = { road: loopback, secrets: createSecrets('a secret for tests that is long enough') }
const after = async (): Promise<void> => {}

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
let post: PostOffice
beforeEach(async () => {
  house = await openHouse(database.db)
  post = await openPostOffice({ password: 'geheim', now: () => new Date(NOW) })
  door = await openDoor(house, documentRoutes, invoiceRoutes, taskRoutes, (http, ground) =>
    mailRoutes(http, ground, { office, after }),
  )
})
afterEach(async () => {
  await door.close()
  await post.close()
})

const account = (changes: object = {}) => ({
  active: true,
  host: '127.0.0.1',
  port: post.imapPort,
  security: 'none',
  user: BOX,
  password: 'geheim',
  folder: 'INBOX',
  afterwards: 'leave',
  moveTo: null,
  takes: 'all',
  practiceId: null,
  since: NOW.slice(0, 10),
  version: 0,
  ...changes,
})
const setUp = (changes: object = {}) => door.ask<object>('PUT', '/settings/mail-intake', account(changes))

type Line = { id: string; kind: string; debtorId: string | null; filedBy: string | null; subject: string; cut: boolean }
const received = async (query = ''): Promise<Line[]> =>
  (await door.ask<{ mails: Line[] }>('GET', `/received-mails${query}`)).body.mails
const fetchIt = () => fetchMail({ ground: house.ground, office, after }, house.tenantId)
const tasks = async (): Promise<string[]> =>
  (await door.ask<{ tasks: { kind: string }[] }>('GET', '/tasks')).body.tasks.map(({ kind }) => kind)
const events = async (invoiceId: string): Promise<string[]> =>
  (await door.ask<{ history: { type: string }[] }>('GET', `/invoices/${invoiceId}/history`)).body.history.map(
    ({ type }) => type,
  )

function deliver(subject: string, text: string, head: readonly string[] = [], from = 'jonas@example.org'): void {
  const lines = [`From: ${from}`, `To: ${BOX}`, `Subject: ${subject}`, ...head, '', text, '']
  post.mailboxes.deliver({ from, to: BOX }, Buffer.from(lines.join('\r\n')))
}

const debtor = (last: string, email: string) => ({
  debtor: {
    name: { kind: 'consumer', first: 'Jonas', last } as const,
    address: { street: 'Weg 1', postCode: '10115', city: 'Berlin', country: 'DE' },
    email,
  },
})
const debtorOf = async (invoiceId: string): Promise<string> =>
  (await house.run((context) => loadInvoice(context, invoiceId))).debtorId

describe('no mail twice, none lost', () => {
  test('each is taken once, however often the mailbox is looked at', async () => {
    await setUp()
    deliver('eins', 'Guten Tag')
    deliver('zwei', 'Guten Tag')
    expect(await fetchIt()).toMatchObject({ taken: 2 })
    expect(await fetchIt()).toMatchObject({ taken: 0 })
    deliver('drei', 'Guten Tag')
    expect(await fetchIt()).toMatchObject({ taken: 1 })
    expect((await received()).map(({ subject }) => subject).toSorted()).toEqual(['drei', 'eins', 'zwei'])
    expect(post.mailboxes.folder(BOX, 'INBOX')?.letters.map(({ flags }) => [...flags])).toEqual([[], [], []])
  })

  test('two who look at once take nothing twice', async () => {
    await setUp()
    for (let each = 0; each < 10; each += 1) deliver(`Nr. ${each}`, 'Guten Tag')
    const both = await Promise.all([fetchIt(), fetchIt()])
    expect(both.reduce((sum, fetched) => sum + (fetched?.taken ?? 0), 0)).toBe(10)
    expect(await received()).toHaveLength(10)
  })

  test('under new uids the mailbox is read again, and what is known is known', async () => {
    await setUp()
    deliver('eins', 'Guten Tag')
    await fetchIt()
    post.mailboxes.renumber(BOX)
    deliver('zwei', 'Guten Tag')
    expect(await fetchIt()).toMatchObject({ taken: 1 })
    expect(await received()).toHaveLength(2)
  })

  test('a mail that could not be kept is read again', async () => {
    await setUp()
    deliver('eins', 'Guten Tag')
    const broken = { ...office, road: { ...loopback, readMail: () => Promise.reject(new Error('power cut')) } }
    await expect(fetchMail({ ground: house.ground, office: broken, after }, house.tenantId)).rejects.toThrow(
      'power cut',
    )
    expect(await received()).toEqual([])
    expect(await fetchIt()).toMatchObject({ taken: 1 })
  })

  test('a mailbox of any length is read to its end, by the job', async () => {
    await setUp()
    for (let each = 0; each < 230; each += 1) deliver(`Nr. ${each}`, 'Guten Tag', ['Auto-Submitted: auto-replied'])
    const jobs = immediateJobs()
    const parts = { ground: house.ground, office, after }
    jobs.handle(FETCH_MAIL, async ({ tenantId }) => void (await fetchAllMail(parts, tenantId)))
    await fetchDueMail(parts, workerDb, jobs)
    expect((await received('?limit=200')).length).toBe(200)
    expect(await fetchIt()).toMatchObject({ taken: 0 })
    const later = { ...house.ground, clock: { now: () => addSeconds(instant(NOW), 60) } }
    deliver('danach', 'Guten Tag')
    await fetchDueMail({ ground: later }, workerDb, jobs)
    expect(await fetchIt()).toMatchObject({ taken: 1 })
  })
})

describe('a mail is filed', () => {
  async function mailed(invoiceId: string): Promise<string> {
    const debtorId = await debtorOf(invoiceId)
    const mail = { to: { address: 'jonas@example.org' }, subject: 'Mahnung', text: 'Guten Tag' }
    return house.run(async (context) => {
      const { practiceId } = await loadInvoice(context, invoiceId)
      return queueMail(context, { ...mail, practiceId, debtorId, invoiceIds: [invoiceId] })
    })
  }

  test.each([
    ['it answers', 'In-Reply-To'],
    ['it goes on from', 'References'],
  ])('to the debtor and invoice of the mail that %s, whoever wrote it', async (_how, header) => {
    await setUp()
    const invoiceId = await recorded(house, 'RE-2026-0815')
    const id = await mailed(invoiceId)
    deliver('Re: Mahnung', 'Ich zahle.', [`${header}: <${id}@mahnwerk.invalid>`], 'frau@example.org')
    await fetchIt()
    expect(await received()).toMatchObject([
      { debtorId: await debtorOf(invoiceId), filedBy: 'answer', invoiceIds: [invoiceId], mailId: id },
    ])
    expect([await tasks(), (await events(invoiceId))[0]]).toEqual([['mail_received'], 'mail.received'])
  })

  test('to the invoice whose number it names', async () => {
    await setUp()
    const invoiceId = await recorded(house, 'RE-2026-0815')
    deliver('Frage zu RE-2026-0815', 'Stimmt der Betrag?', [], 'fremd@example.org')
    await fetchIt()
    expect(await received()).toMatchObject([
      { debtorId: await debtorOf(invoiceId), filedBy: 'number', invoiceIds: [invoiceId] },
    ])
    expect((await events(invoiceId))[0]).toBe('mail.received')
  })

  test('to the only debtor of its address', async () => {
    await setUp()
    const invoiceId = await recorded(house, 'R-1', debtor('Müller', 'Jonas@Example.org'))
    deliver('Hallo', 'Wann war das?')
    await fetchIt()
    expect(await received()).toMatchObject([{ debtorId: await debtorOf(invoiceId), filedBy: 'address' }])
    expect(await received(`?debtorId=${await debtorOf(invoiceId)}`)).toHaveLength(1)
  })

  test('by nobody but a person where its signs contradict each other', async () => {
    await setUp()
    const other = await recorded(house, 'RE-2026-0815', debtor('Maier', 'maier@example.org'))
    await recorded(house, 'RE-2026-0816', debtor('Müller', 'jonas@example.org'))
    deliver('zu RE-2026-0815', 'Die ist nicht von mir.')
    await fetchIt()
    const [line] = await received('?unfiled=true')
    expect(line).toMatchObject({ debtorId: null, filedBy: null })
    const path = `/received-mails/${line?.id}/file`
    const debtorId = await debtorOf(other)
    const foreign = { debtorId, invoiceIds: [await recorded(house, 'RE-1')] }
    expect((await door.ask('POST', path, foreign)).status).toBe(404)
    expect((await door.ask('POST', path, { debtorId, invoiceIds: [other] })).body).toMatchObject({ filedBy: 'person' })
    expect([await received('?unfiled=true'), (await events(other))[0]]).toEqual([[], 'mail.received'])
  })

  test('as a bounce of the mail that its return path names, and the invoice says so', async () => {
    await setUp()
    const invoiceId = await recorded(house, 'R-1')
    const id = await mailed(invoiceId)
    const smtp = { host: '127.0.0.1', port: post.smtpPort, security: 'none', user: null, fromName: 'Praxis' } as const
    const sender = { fromAddress: BOX, replyTo: null, bounceAddress: BOX, bounceTokens: true, version: 0 }
    await door.ask('PUT', '/settings/mail', { ...smtp, ...sender })
    const onError = (error: unknown): void => {
      throw error
    }
    const parts = { ground: house.ground, office, after, workerDb, onError, tickMs: 2 ** 31 - 1, sends: true }
    const worker = startMail(parts)
    await worker.sendDue()
    await worker.stop()
    const letter = post.mailboxes.folder('jonas@example.org', 'INBOX')?.letters[0]?.raw.toString()
    const returnPath = /^Return-Path: <(.*)>\r$/m.exec(letter ?? '')?.[1] ?? ''
    expect(returnPath).toBe(`mahnung+${id.replaceAll('-', '')}@praxis.example`)
    const report = ['From: MAILER-DAEMON@mx.example', `To: ${returnPath}`, 'Subject: Mail delivery failed', '']
    const raw = [...report, 'jonas@example.org: 550 5.1.1 User unknown'].join('\r\n')
    post.mailboxes.deliver({ from: '', to: returnPath }, Buffer.from(raw))
    await fetchIt()
    expect(await received()).toMatchObject([{ kind: 'bounce', mailId: id }])
    expect([(await events(invoiceId))[0], await tasks()]).toEqual(['mail.bounced', ['mail_bounced']])
  })
})

test('a mailbox with more in it than our mail keeps that to itself', async () => {
  await setUp({ takes: 'ours' })
  await recorded(house, 'RE-2026-0815', debtor('Müller', 'jonas@example.org'))
  deliver('Newsletter', 'Nur heute!', [], 'werbung@example.com')
  deliver('Privat', 'Bis Sonntag', [], 'oma@example.org')
  deliver('Frage', 'Wann war das?')
  expect(await fetchIt()).toMatchObject({ taken: 1 })
  expect((await received()).map(({ subject }) => subject)).toEqual(['Frage'])
})

test('files that came with it are kept and handed out as what they are', async () => {
  await setUp()
  const head = ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="b"']
  const part = ['--b', 'Content-Type: text/plain', '', 'Beleg anbei.', '--b', 'Content-Type: application/pdf']
  const name = 'Content-Disposition: attachment; filename="=?utf-8?B?w5xiZXJ3ZWlzdW5nLnBkZg==?="'
  deliver('Beleg', [...part, name, '', '%PDF-1.7', '--b--'].join('\r\n'), head)
  await fetchIt()
  const [line] = await received()
  expect(line).toMatchObject({ files: [{ name: 'Überweisung.pdf', mediaType: 'application/pdf', size: 9 }] })
  expect((await door.ask('GET', `/received-mails/${line?.id}/files/1`)).status).toBe(404)
  expect((await door.ask('GET', `/received-mails/${line?.id}/files/0`, undefined, house.limited)).status).toBe(404)
})

test('of a mail that is too large its headers are kept, and that is said', async () => {
  await setUp()
  deliver('Fotos', 'x'.repeat(26 * 1024 * 1024))
  await fetchIt()
  expect(await received()).toMatchObject([{ subject: 'Fotos', cut: true, text: '' }])
})

test('what was said happens with it in the mailbox, once it is kept', async () => {
  post.mailboxes.make(BOX, 'Erledigt')
  await setUp({ afterwards: 'move', moveTo: 'Erledigt' })
  deliver('eins', 'Guten Tag')
  await fetchIt()
  expect(post.mailboxes.folder(BOX, 'INBOX')?.letters).toEqual([])
  expect(post.mailboxes.folder(BOX, 'Erledigt')?.letters).toHaveLength(1)
})

describe('the settings', () => {
  test('keep the password, and send it to no other server', async () => {
    const { body } = await setUp()
    expect(body).toMatchObject({ way: 'imap', passwordKept: true, version: 1 })
    expect(JSON.stringify(body)).not.toContain('geheim')
    const { password: _, ...rest } = account({ version: 1 })
    expect((await door.ask('PUT', '/settings/mail-intake', { ...rest, folder: 'Post' })).status).toBe(200)
    const moved = await door.ask('PUT', '/settings/mail-intake', { ...rest, host: 'evil.example', version: 2 })
    expect(moved).toMatchObject({ status: 422, body: { code: 'mail_password_again' } })
    expect((await setUp()).body).toMatchObject({ code: 'version_conflict' })
  })

  test('are tried by a button that takes nothing', async () => {
    await setUp()
    deliver('eins', 'Guten Tag')
    const tried = await door.ask('POST', '/settings/mail-intake/test')
    expect(tried.body).toMatchObject({ outcome: 'accepted', title: 'Das Postfach ist erreichbar' })
    expect(await received()).toEqual([])
    await setUp({ version: 1, password: 'falsch' })
    const wrong = await door.ask('POST', '/settings/mail-intake/test')
    expect(wrong.body).toMatchObject({ outcome: 'unavailable', title: 'Benutzername oder Passwort stimmt nicht' })
  })

  test('that are wrong become one task, and are told until they are right', async () => {
    await setUp({ password: 'falsch' })
    await fetchIt()
    await fetchIt()
    expect(await tasks()).toEqual(['mail_intake'])
    const told = await door.ask<object>('GET', '/settings/mail-intake')
    expect(told.body).toMatchObject({ trouble: { code: 'login' }, answer: 'wrong user or password' })
    await setUp({ version: 1 })
    await fetchIt()
    expect(await tasks()).toEqual([])
  })

  test('that are switched off are left alone', async () => {
    await setUp({ active: false })
    deliver('eins', 'Guten Tag')
    expect(await fetchIt()).toBeUndefined()
  })

  test('never lead into the house', async () => {
    const { createReach, openEmail, openInbox } = await import('@mahnwerk/connectors/channels/email')
    const reach = createReach()
    const road = {
      ...loopback,
      openInbox: (...given: Parameters<typeof loopback.openInbox>) => openInbox(...given, { reach }),
      openEmail: (settings: Parameters<typeof loopback.openEmail>[0]) => openEmail(settings, { reach }),
    }
    await setUp()
    const fetched = await fetchMail({ ground: house.ground, office: { ...office, road }, after }, house.tenantId)
    expect(fetched?.failure).toMatchObject({ trouble: 'host_forbidden' })
  })
})
