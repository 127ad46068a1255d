// One mail all the way: written by a module, sent by the worker over a real SMTP server, read there, bounced, and seen on the
// invoice it is about.

import { type AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as email from '@mahnwerk/connectors/channels/email'
import { createSecrets } from '../../auth/index.ts'
import { createDatabase, type Database } from '../../db/database.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { recorded } from '../../testing/at-partner.ts'
import { type Door, openDoor } from '../../testing/door.ts'
import { type House, openHouse } from '../../testing/house.ts'
import { keepDocument } from '../documents/index.ts'
import { invoiceRoutes, loadInvoice } from '../invoices/index.ts'
import { type MailParts, mailRoutes, queueMail, startMail } from './index.ts'
import { loopback } from './testing/road.ts'

const parts: MailParts = {
  office: { road: loopback, secrets: createSecrets('a secret for tests that is long enough') },
  after: async () => {},
}

let database: TestDatabase
let workerDb: Database
let house: House
let door: Door
let smtp: SMTPServer
const arrived: { readonly from: string; readonly raw: Buffer }[] = []

beforeAll(async () => {
  database = await testDatabase()
  workerDb = createDatabase({ url: database.url, role: 'mahnwerk_worker', max: 1, name: 'mail worker' })
  house = await openHouse(database.db)
  door = await openDoor(house, invoiceRoutes, (http, ground) => mailRoutes(http, ground, parts))
  smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 50,
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'praxis' && password === 'geheim') return done(null, { user: username })
      done(Object.assign(new Error('5.7.8 authentication failed'), { responseCode: 535 }))
    },
    onData: (stream, { envelope }, done) => {
      const read: Buffer[] = []
      stream.on('data', (part: Buffer) => read.push(part))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        arrived.push({ from, raw: Buffer.concat(read) })
        done(null, 'queued as 4711')
      })
    },
  })
  await new Promise<void>((resolve) => void smtp.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  await new Promise<void>((resolve) => smtp.close(resolve))
  await door.close()
  await workerDb.destroy()
  await database.drop()
})

const account = (password: string, version: number) => ({
  host: '127.0.0.1',
  port: (smtp.server.address() as AddressInfo).port, // it listens on a port
  security: 'none',
  user: 'praxis',
  password,
  fromName: 'Physiotherapie für Groß & Klein',
  fromAddress: 'praxis@praxis.example',
  replyTo: 'buero@praxis.example',
  bounceAddress: 'bounce@praxis.example',
  bounceTokens: true,
  version,
})

test('a wrong password is told in plain words, by the server’s own answer', async () => {
  await door.ask('PUT', '/settings/mail', account('falsch', 0))
  const { body } = await door.ask('POST', '/settings/mail/test', { to: 'anna@praxis.example' })
  expect(body).toMatchObject({
    outcome: 'unavailable',
    title: 'Benutzername oder Passwort stimmt nicht',
    answer: '535 5.7.8 authentication failed',
  })
})

test('a mail goes out with umlauts, both parts, a PDF and its list; its bounce shows on the invoice', async () => {
  await door.ask('PUT', '/settings/mail', account('geheim', 1))
  const pdf = Buffer.from('%PDF-1.7\n% Mahnung\n%%EOF\n')
  const invoiceId = await recorded(house, 'RE-2026-0815')
  const mailId = await house.run(async (context) => {
    const { debtorId, practiceId } = await loadInvoice(context, invoiceId)
    const file = { bytes: pdf, kind: 'other', name: 'Mahnung für Müller.pdf', mediaType: 'application/pdf' } as const
    return queueMail(context, {
      practiceId,
      to: { name: 'Jörg Müller', address: 'joerg@example.org' },
      subject: 'Zahlungserinnerung: Rechnung RE-2026-0815 über 184,50 €',
      text: 'Guten Tag Herr Müller,\n\nbitte überweisen Sie 184,50 €.\n\nGrüße',
      html: '<p>Guten Tag Herr Müller,</p><p>bitte überweisen Sie 184,50 €.</p>',
      attachments: [await keepDocument(context, { ...file, practiceId, invoiceId })],
      list: { name: 'Mahnungen', label: 'mahnungen' },
      debtorId,
      invoiceIds: [invoiceId],
    })
  })
  const worker = startMail({
    ...parts,
    ground: house.ground,
    workerDb,
    onError: (error) => {
      throw error
    },
    tickMs: 2 ** 31 - 1,
    sends: true,
  })
  await worker.sendDue()
  await worker.stop()

  const [mail] = arrived
  const head = mail?.raw.toString().split('\r\n\r\n')[0]
  expect([arrived.length, mail?.from]).toEqual([1, `bounce+${mailId.replaceAll('-', '')}@praxis.example`])
  expect(head).toMatch(/^List-Id: Mahnungen <mahnungen\.praxis\.example>\r$/im)
  expect(head).toMatch(/^Auto-Submitted: auto-generated\r$/im)
  expect(head).toMatch(/^Reply-To: buero@praxis\.example\r$/im)
  expect(mail?.raw.toString()).toMatch(
    /^Content-Type: text\/plain; charset=utf-8[\s\S]*^Content-Type: text\/html; charset=utf-8/m,
  )
  const read = await email.readMail(mail?.raw ?? Buffer.alloc(0))
  expect(read).toMatchObject({
    from: { name: 'Physiotherapie für Groß & Klein', address: 'praxis@praxis.example' },
    subject: 'Zahlungserinnerung: Rechnung RE-2026-0815 über 184,50 €',
    text: 'Guten Tag Herr Müller,\n\nbitte überweisen Sie 184,50 €.\n\nGrüße',
    files: [{ name: 'Mahnung für Müller.pdf', mediaType: 'application/pdf' }],
  })
  expect(Buffer.from(read?.files[0]?.bytes ?? [])).toEqual(pdf)

  // The report names nothing but the recipient; the return path tells the mail.
  const bounce = [
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
    `To: ${mail?.from}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; joerg@example.org',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    '--b--',
  ]
  expect((await door.bring(bounce.join('\r\n'))).status).toBe(201)
  const { body } = await door.ask<{ mails: object[] }>('GET', `/mails?invoiceId=${invoiceId}`)
  expect(body.mails).toMatchObject([{ id: mailId, state: 'bounced', answer: '250 queued as 4711' }])
  const told = await door.ask<{ history: { type: string; data: object }[] }>('GET', `/invoices/${invoiceId}/history`)
  expect(told.body.history[0]).toMatchObject({
    type: 'mail.bounced',
    data: { to: 'joerg@example.org', verdict: 'hard', reason: '550 5.1.1 User unknown' },
  })
})
