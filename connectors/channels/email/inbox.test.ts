import { type AddressInfo, createServer } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { LocalDate } from '@mahnwerk/core/calendar'
import { type Afterwards, type Inbox, type InboxSettings, type OpenedInbox, inboxFailure, openInbox } from './inbox.ts'
import { type PostOffice, type PostOfficeOptions, openPostOffice } from './post-office/index.ts'
import { createReach } from './reach.ts'
import { CERTIFICATE, KEY } from './testing/certificate.ts'

const reach = createReach(['127.0.0.0/8', '::1'])
const BOX = 'mahnung@praxis.example'
const SINCE = '2026-11-01' as LocalDate // a day, as written
const MOST = 1_000_000

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

async function office(options: Partial<PostOfficeOptions> = {}): Promise<PostOffice> {
  const opened = await openPostOffice({ password: 'geheim', now: () => new Date('2026-11-20T09:00:00Z'), ...options })
  closing.push(opened.close)
  return opened
}

function settingsOf({ imapPort }: PostOffice, changes: Partial<InboxSettings> = {}): InboxSettings {
  const sign = { user: BOX, password: 'geheim', folder: 'INBOX' }
  return { host: '127.0.0.1', port: imapPort, security: 'none', ...sign, ...changes }
}

const LEAVE: Afterwards = { kind: 'leave' }
const open = (settings: InboxSettings, afterwards: Afterwards = LEAVE, timeoutMs = 2_000): Promise<OpenedInbox> =>
  openInbox(settings, afterwards, { reach, timeoutMs })

async function inboxOf(settings: InboxSettings, afterwards: Afterwards = LEAVE): Promise<Inbox> {
  const opened = await open(settings, afterwards)
  if (opened.trouble !== undefined) throw new Error(opened.answer)
  closing.push(() => opened.inbox.close())
  return opened.inbox
}

function deliver({ mailboxes }: PostOffice, text: string): void {
  mailboxes.deliver({ from: 'jonas@example.org', to: BOX }, Buffer.from(`Subject: ${text}\r\n\r\nGrüße, ${text}\r\n`))
}

const subjectOf = (raw: Buffer | undefined): string => /Subject: (.*)\r/.exec(raw?.toString() ?? '')?.[1] ?? ''
const left = ({ mailboxes }: PostOffice, folder = 'INBOX') =>
  mailboxes.folder(BOX, folder)?.letters.map(({ raw, flags }) => [subjectOf(raw), ...flags])

test('mails are read to the byte, in order, from behind the last, and stay as they were', async () => {
  const house = await office()
  for (const text of ['eins', 'zwei', 'drei']) deliver(house, text)
  const inbox = await inboxOf(settingsOf(house))
  expect(await inbox.uids(0, SINCE)).toEqual([1, 2, 3])
  expect(await inbox.uids(1, SINCE)).toEqual([2, 3])
  expect(await inbox.uids(3, SINCE)).toEqual([])
  const raw = house.mailboxes.folder(BOX, 'INBOX')?.letters[1]?.raw
  expect(await inbox.read(2, MOST)).toEqual({ raw, size: raw?.byteLength, cut: false })
  await inbox.done(2)
  expect(left(house)).toEqual([['eins'], ['zwei'], ['drei']])
})

test('what came before a day is left alone', async () => {
  const house = await office()
  deliver(house, 'heute')
  const inbox = await inboxOf(settingsOf(house))
  expect(await inbox.uids(0, '2026-11-21' as LocalDate)).toEqual([])
})

test('of a mail that is too large only the headers are read', async () => {
  const house = await office()
  deliver(house, `lang\r\nX-Rest: ${'x'.repeat(200)}`)
  const inbox = await inboxOf(settingsOf(house))
  const mail = await inbox.read(1, 100)
  expect([mail?.cut, subjectOf(mail?.raw), mail?.raw.toString().includes('Grüße')]).toEqual([true, 'lang', false])
})

test('a mail that is gone meanwhile is none', async () => {
  const house = await office()
  const inbox = await inboxOf(settingsOf(house))
  expect(await inbox.read(7, MOST)).toBeUndefined()
})

test('of a mail that the server does not hand out there is what it does hand out', async () => {
  const house = await office()
  for (const text of ['eins', 'zwei', 'drei']) deliver(house, text)
  const [first, second] = house.mailboxes.folder(BOX, 'INBOX')?.letters ?? []
  if (first === undefined || second === undefined) throw new Error('they were delivered')
  ;[first.spoilt, second.spoilt] = ['content', 'all']
  const inbox = await inboxOf(settingsOf(house))
  const failure = await inbox.read(1, MOST).catch(inboxFailure)
  expect(failure).toEqual({ trouble: 'held', answer: 'the message cannot be converted' })
  const [head, notice] = [await inbox.headOnly(1), await inbox.headOnly(2)]
  expect([subjectOf(head.raw), head.cut, notice.cut]).toEqual(['eins', true, true])
  expect(notice.raw.toString()).toMatch(/^X-Not-Handed-Out: INBOX; \d+; 2\r\n\r\n$/)
  expect(subjectOf((await inbox.read(3, MOST))?.raw)).toBe('drei')
})

test('uids of before say nothing once the validity is another one', async () => {
  const house = await office()
  deliver(house, 'eins')
  const before = await inboxOf(settingsOf(house))
  house.mailboxes.renumber(BOX)
  const after = await inboxOf(settingsOf(house))
  expect(after.validity).not.toBe(before.validity)
  expect(await after.uids(0, SINCE)).toHaveLength(1)
})

describe('afterwards a mail', () => {
  const after = async (afterwards: Afterwards) => {
    const house = await office()
    for (const text of ['eins', 'zwei']) deliver(house, text)
    house.mailboxes.make(BOX, 'Erledigt & zurückgelegt')
    const inbox = await inboxOf(settingsOf(house), afterwards)
    await inbox.done(1)
    return [left(house), left(house, 'Erledigt & zurückgelegt')]
  }

  test('is marked as read', async () => {
    expect(await after({ kind: 'seen' })).toEqual([[['eins', '\\Seen'], ['zwei']], []])
  })
  test('is moved', async () => {
    expect(await after({ kind: 'move', to: 'Erledigt & zurückgelegt' })).toEqual([[['zwei']], [['eins']]])
  })
  test('stays where it cannot go, and that is told', async () => {
    const house = await office()
    deliver(house, 'eins')
    const inbox = await inboxOf(settingsOf(house), { kind: 'move', to: 'Nirgends' })
    const failure = await inbox.done(1).catch(inboxFailure)
    expect([failure, left(house)]).toMatchObject([{ trouble: 'folder' }, [['eins']]])
  })
  test('is deleted, and no other', async () => {
    expect(await after({ kind: 'delete' })).toEqual([[['zwei']], []])
  })
})

describe('says what is wrong', () => {
  test('with the password', async () => {
    const settings = settingsOf(await office(), { password: 'falsch' })
    expect(await open(settings)).toMatchObject({ trouble: 'login', answer: 'wrong user or password' })
  })

  test('with the folder', async () => {
    expect(await open(settingsOf(await office(), { folder: 'Mahnungen' }))).toMatchObject({ trouble: 'folder' })
  })

  test('where nobody listens', async () => {
    expect(await open({ ...settingsOf(await office()), port: 9 })).toMatchObject({ trouble: 'no_connection' })
  })

  test('where the server says nothing', async () => {
    const mute = createServer(() => {})
    await new Promise<void>((resolve) => void mute.listen(0, '127.0.0.1', resolve))
    closing.push(() => new Promise<void>((resolve) => void mute.close(() => resolve())))
    const { port } = mute.address() as AddressInfo // it listens on a port
    expect(await open({ ...settingsOf(await office()), port }, LEAVE, 200)).toMatchObject({ trouble: 'timeout' })
  })

  test('where it does not encrypt, or is not trusted', async () => {
    const plain = await office()
    expect(await open(settingsOf(plain, { security: 'starttls' }))).toMatchObject({ trouble: 'tls' })
    expect(await open(settingsOf(plain, { security: 'tls' }))).toMatchObject({ trouble: 'tls' })
    const encrypted = await office({ tls: { key: KEY, cert: CERTIFICATE } })
    const settings = settingsOf(encrypted, { security: 'tls', host: 'localhost' })
    expect(await open(settings)).toMatchObject({ trouble: 'tls' })
    const trusting = await openInbox(settings, LEAVE, { reach, ca: CERTIFICATE })
    if (trusting.trouble !== undefined) throw new Error(trusting.answer)
    await trusting.inbox.close()
  })

  test('where it stands in the house', async () => {
    expect(await openInbox(settingsOf(await office()), LEAVE)).toMatchObject({ trouble: 'host_forbidden' })
  })
})
