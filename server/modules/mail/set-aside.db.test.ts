// A mail that cannot be taken in, in the mailbox of a real server on loopback: those behind it come in, and it is not lost.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type PostOffice, openPostOffice } from '@mahnwerk/connectors/channels/email/post-office'
import { createSecrets } from '../../auth/index.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { recorded } from '../../testing/at-partner.ts'
import { type Door, openDoor } from '../../testing/door.ts'
import { type House, NOW, openHouse } from '../../testing/house.ts'
import { documentRoutes } from '../documents/index.ts'
import { loadInvoice } from '../invoices/index.ts'
import { taskRoutes } from '../tasks/index.ts'
import { type MailRoad, fetchMail, mailRoutes } from './index.ts'
import { loopback } from './testing/road.ts'

const BOX = 'mahnung@praxis.example'
const office = { road: loopback, secrets: createSecrets('a secret for tests that is long enough') }
const after = async (): Promise<void> => {}

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

let house: House
let door: Door
let post: PostOffice
beforeEach(async () => {
  house = await openHouse(database.db)
  post = await openPostOffice({ password: 'geheim', now: () => new Date(NOW) })
  door = await openDoor(house, documentRoutes, taskRoutes, (http, ground) =>
    mailRoutes(http, ground, { office, after }),
  )
})
afterEach(async () => {
  await door.close()
  await post.close()
})

async function setUp(changes: object = {}): Promise<void> {
  const server = { host: '127.0.0.1', port: post.imapPort, security: 'none', user: BOX, password: 'geheim' }
  const rest = { active: true, folder: 'INBOX', afterwards: 'leave', moveTo: null, takes: 'all', practiceId: null }
  await door.ask('PUT', '/settings/mail-intake', { ...server, ...rest, since: '2026-10-14', version: 0, ...changes })
}

const fetchIt = (road: Partial<MailRoad> = {}) =>
  fetchMail({ ground: house.ground, office: { ...office, road: { ...loopback, ...road } }, after }, house.tenantId)

type Line = { readonly id: string; readonly subject: string; readonly unread: object | null; readonly waits: boolean }
const received = async (query = ''): Promise<readonly Line[]> =>
  (await door.ask<{ mails: Line[] }>('GET', `/received-mails${query}`)).body.mails
const subjects = async (): Promise<string[]> => (await received()).map(({ subject }) => subject).toSorted()
const tasks = async (): Promise<string[]> =>
  (await door.ask<{ tasks: { kind: string }[] }>('GET', '/tasks')).body.tasks.map(({ kind }) => kind).toSorted()

function deliver(subject: string, rest = '\r\nGuten Tag\r\n', from = 'jonas@example.org'): Buffer {
  const raw = Buffer.from(`From: ${from}\r\nTo: ${BOX}\r\nSubject: ${subject}\r\n${rest}`)
  post.mailboxes.deliver({ from, to: BOX }, raw)
  return raw
}

const NESTED = Array.from(
  { length: 300 },
  (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`,
).join('')

const isBroken = (raw: Uint8Array): boolean => Buffer.from(raw).includes('Subject: kaputt')

/** A reader that stumbles over one mail alone. */
const stumbling =
  (error: () => Error): MailRoad['readMail'] =>
  async (raw) => {
    if (isBroken(raw)) throw error()
    return loopback.readMail(raw)
  }

describe('a mail that cannot be read', () => {
  test('stands among the unassigned ones with the reason, and those behind it come in', async () => {
    await setUp()
    deliver('davor')
    deliver('kaputt', NESTED)
    deliver('danach')
    expect(await fetchIt()).toMatchObject({ taken: 3, unread: 1 })
    expect(await fetchIt()).toMatchObject({ taken: 0, unread: 0 })
    expect(await subjects()).toEqual(['danach', 'davor', 'kaputt'])
    const [line] = (await received('?unfiled=true')).filter(({ subject }) => subject === 'kaputt')
    expect(line).toMatchObject({
      kind: 'letter',
      fromAddress: 'jonas@example.org',
      text: '',
      waits: true,
      unread: { why: 'structure', words: 'Maximum MIME nesting depth of 256 levels exceeded' },
    })
    expect(await tasks()).toEqual(['mail_received', 'mail_received', 'mail_unread'])
  })

  test('is said in the words of who looks into the mailbox, and handed out as it came', async () => {
    await setUp()
    const raw = deliver('kaputt', NESTED)
    const fetched = await door.ask<{ detail: string }>('POST', '/mail/fetch')
    expect(fetched.body).toMatchObject({ taken: 1, unread: 1 })
    expect(fetched.body.detail).toContain('davon nicht lesbar: 1')
    const [line] = await received()
    const http = await door.fetch(`/received-mails/${line?.id}/original`)
    expect(http.subarray(-raw.byteLength).equals(raw)).toBe(true)
  })

  test('is filed by a person like any other, and stays what it is', async () => {
    await setUp()
    const invoiceId = await recorded(house, 'RE-2026-0815')
    deliver('kaputt', NESTED)
    await fetchIt()
    const [line] = await received()
    const { debtorId } = await house.run((context) => loadInvoice(context, invoiceId))
    const filed = await door.ask('POST', `/received-mails/${line?.id}/file`, { debtorId })
    expect(filed.body).toMatchObject({ debtorId, filedBy: 'person' })
    const done = await door.ask('POST', `/received-mails/${line?.id}/done`)
    expect(done.body).toMatchObject({ waits: false, unread: { why: 'structure' } })
    expect(await tasks()).toEqual([])
  })

  test('is one, whoever looks at once and however often the mailbox is read', async () => {
    await setUp()
    deliver('kaputt', NESTED)
    deliver('danach')
    const both = await Promise.all([fetchIt(), fetchIt()])
    expect(both.reduce((sum, fetched) => sum + (fetched?.unread ?? 0), 0)).toBe(1)
    post.mailboxes.renumber(BOX)
    expect(await fetchIt()).toMatchObject({ taken: 0 })
    expect(await subjects()).toEqual(['danach', 'kaputt'])
  })

  test('stays in the mailbox as it is, whatever is done with the others', async () => {
    await setUp({ afterwards: 'delete' })
    deliver('kaputt', NESTED)
    deliver('danach')
    await fetchIt()
    expect(post.mailboxes.folder(BOX, 'INBOX')?.letters.map(({ raw }) => isBroken(raw))).toEqual([true])
  })

  test('is not even kept where a private mailbox keeps its own to itself, unless a debtor wrote it', async () => {
    await setUp({ takes: 'ours' })
    await recorded(house, 'RE-1', {
      debtor: {
        name: { kind: 'consumer', first: 'Jonas', last: 'Weber' },
        address: { street: 'Weg 1', postCode: '10115', city: 'Berlin', country: 'DE' },
        email: 'jonas@example.org',
      },
    })
    deliver('kaputt, privat', NESTED, 'oma@example.com')
    deliver('kaputt, von ihm', NESTED)
    expect(await fetchIt()).toMatchObject({ taken: 1, unread: 1 })
    expect(await subjects()).toEqual(['kaputt, von ihm'])
  })

  test('says neither who wrote it nor what about, and is kept all the same', async () => {
    await setUp()
    post.mailboxes.deliver({ from: '', to: BOX }, Buffer.from('\r\nOhne alles\r\n'))
    deliver('danach')
    expect(await fetchIt()).toMatchObject({ taken: 2, unread: 1 })
    expect((await received('?unfiled=true')).map(({ unread }) => unread)).toContainEqual(
      expect.objectContaining({ why: 'head' }),
    )
  })

  test('over which our own code stumbles is tried twice, then set aside', async () => {
    await setUp()
    deliver('kaputt')
    deliver('danach')
    let tries = 0
    const readMail = stumbling(() => {
      tries += 1
      return new TypeError('undefined is not a mail')
    })
    expect(await fetchIt({ readMail })).toMatchObject({ taken: 2, unread: 1 })
    expect(tries).toBe(2)
    expect((await received()).find(({ subject }) => subject === 'kaputt')?.unread).toEqual({
      why: 'ours',
      words: 'undefined is not a mail',
    })
  })
})

describe('what is no fault of the mail', () => {
  test.each([
    ['the database is going down', () => Object.assign(new Error('terminating connection'), { code: '57P01' })],
    ['nobody answers there', () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['the connection broke', () => new Error('Connection terminated unexpectedly')],
  ])('sets nothing aside, however often it happens: %s', async (_what, error) => {
    await setUp()
    deliver('kaputt')
    deliver('danach')
    for (let each = 0; each < 6; each += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one check after the other
      await expect(fetchIt({ readMail: stumbling(error) })).rejects.toThrow()
    }
    expect(await received()).toEqual([])
    expect(await fetchIt()).toMatchObject({ taken: 2, unread: 0 })
    expect(await tasks()).toEqual(['mail_received', 'mail_received'])
  })

  test('and what nobody can tell is waited for, said, and set aside only at the fourth check', async () => {
    await setUp()
    deliver('davor')
    deliver('kaputt')
    deliver('danach')
    const readMail = stumbling(() => new Error('odd'))
    for (let each = 0; each < 3; each += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one check after the other
      await expect(fetchIt({ readMail })).rejects.toThrow('odd')
    }
    expect([await subjects(), await tasks()]).toEqual([['davor'], ['mail_intake', 'mail_received']])
    const told = await door.ask<object>('GET', '/settings/mail-intake')
    expect(told.body).toMatchObject({ trouble: { code: 'held' }, answer: 'odd' })
    expect(await fetchIt({ readMail })).toMatchObject({ taken: 2, unread: 1 })
    expect([await subjects(), await tasks()]).toEqual([
      ['danach', 'davor', 'kaputt'],
      ['mail_received', 'mail_received', 'mail_unread'],
    ])
  })
})

describe('what the mail server does not hand out', () => {
  const spoil = (spoilt: 'content' | 'all'): void => {
    const letter = post.mailboxes.folder(BOX, 'INBOX')?.letters[0]
    if (letter !== undefined) letter.spoilt = spoilt
  }
  const fetchOften = async () => {
    for (let each = 0; each < 3; each += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one check after the other
      expect(await fetchIt()).toMatchObject({ taken: 0, failure: { trouble: 'held' } })
    }
    return fetchIt()
  }

  test.each([
    ['content', 'gesperrt'],
    ['all', ''],
  ] as const)('is asked for again for a while, then what there is of it is kept (%s)', async (spoilt, subject) => {
    await setUp({ afterwards: 'delete' })
    deliver('gesperrt')
    deliver('danach')
    spoil(spoilt)
    expect(await fetchOften()).toMatchObject({ taken: 2, unread: 1 })
    expect(await received('?unfiled=true')).toContainEqual(
      expect.objectContaining({
        subject,
        cut: true,
        unread: { why: 'server', words: 'the message cannot be converted' },
      }),
    )
    expect(post.mailboxes.folder(BOX, 'INBOX')?.letters).toHaveLength(1)
  })
})

describe('odd is not broken:', () => {
  test.each([
    ['a clock in the year 0', 'Date: Sat, 1 Jan 0000 00:00:00 +0000\r\n\r\nx'],
    ['a charset that nobody knows', 'Content-Type: text/plain; charset=klingon-9\r\n\r\nGr\xfc\xdfe'],
    ['an encoding that nobody knows', 'Content-Transfer-Encoding: x-uu\r\nContent-Type: text/plain\r\n\r\nx'],
    ['a part without an end', 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx'],
    ['a NUL in an id', 'In-Reply-To: <a\0b@example.org>\r\nMessage-ID: <\0@x>\r\n\r\nx'],
    ['a NUL in its text', '\r\nx\0y'],
    [
      'a file name that is cut in the middle of a sign',
      `Content-Type: image/png\r\nContent-Disposition: attachment; filename="${'a'.repeat(199)}😀.png"\r\n\r\nx`,
    ],
    ['a media type of its own', 'Content-Type: image/\0png; name=a.png\r\nContent-Disposition: attachment\r\n\r\nx'],
  ])('%s', async (_what, rest) => {
    await setUp()
    deliver('seltsam', rest)
    expect(await fetchIt()).toMatchObject({ taken: 1, unread: 0 })
  })

  test('a mail too large to be taken whole stays in the mailbox, although the others are deleted there', async () => {
    await setUp({ afterwards: 'delete' })
    deliver('groß', `\r\n${'x'.repeat(26 * 1024 * 1024)}`)
    deliver('klein')
    expect(await fetchIt()).toMatchObject({ taken: 2 })
    expect(post.mailboxes.folder(BOX, 'INBOX')?.letters).toHaveLength(1)
  })
})
