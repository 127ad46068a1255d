import { instant } from '@mahnwerk/core/calendar'
import { expect, test } from 'vitest'
import { readMail } from './incoming.ts'
import { type OutgoingMail, composeMail, returnPathOf, tokenIn } from './message.ts'

const MAIL: OutgoingMail = {
  messageId: '0190-1@praxis.example',
  date: instant('2026-11-22T08:00:00.000Z'),
  from: { name: 'Physiotherapie am Stadtpark', address: 'praxis@praxis.example' },
  to: { name: 'Jörg Müller', address: 'joerg@example.org' },
  subject: 'Zahlungserinnerung: Rechnung RE-2026-0815 über 184,50 €',
  text: 'Guten Tag Herr Müller,\n\nbitte überweisen Sie 184,50 €.\n',
  html: '<p>Guten Tag Herr Müller,</p><p>bitte überweisen Sie 184,50 €.</p>',
  attachments: [{ name: 'Mahnung für Müller.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.7 ü') }],
  list: { name: 'Mahnungen', id: 'mahnungen.praxis.example' },
  automatic: true,
}

const headers = (raw: Buffer): string =>
  raw
    .toString()
    .split('\r\n\r\n')[0]
    ?.replace(/\r\n[ \t]+/g, ' ') ?? ''

test('the same mail is the same bytes', async () => {
  expect(await composeMail(MAIL)).toEqual(await composeMail(MAIL))
  expect(await composeMail({ ...MAIL, messageId: 'other@praxis.example' })).not.toEqual(await composeMail(MAIL))
})

test('it says what it is: whose, since when, of which list, and that a machine sent it', async () => {
  const head = headers(await composeMail(MAIL))
  expect(head).toMatch(/^Message-ID: <0190-1@praxis\.example>$/im)
  expect(head).toMatch(/^Date: Sun, 22 Nov 2026 08:00:00 \+0000$/im)
  expect(head).toMatch(/^List-ID: Mahnungen <mahnungen\.praxis\.example>$/im)
  expect(head).toMatch(/^Auto-Submitted: auto-generated$/im)
  expect(head).toMatch(/^Content-Type: multipart\/mixed/im)
  expect(headers(await composeMail({ ...MAIL, automatic: false }))).not.toMatch(/auto-submitted/i)
})

test('umlauts, both parts and files come out as they went in', async () => {
  const read = await readMail(await composeMail(MAIL))
  expect(read).toMatchObject({ subject: MAIL.subject, messageId: MAIL.messageId })
  expect(read?.text.trim()).toBe(MAIL.text.trim())
  expect(read?.files).toMatchObject([{ name: 'Mahnung für Müller.pdf', mediaType: 'application/pdf' }])
  expect(Buffer.from(read?.files[0]?.bytes ?? []).toString()).toBe('%PDF-1.7 ü')
})

test('a line break in a name or subject makes no header', async () => {
  const head = headers(
    await composeMail({
      ...MAIL,
      subject: 'Hallo\r\nBcc: all@example.org',
      to: { name: 'Eva"\r\nBcc: all@example.org', address: 'eva@example.org' },
    }),
  )
  expect(head).not.toMatch(/^bcc:/im)
})

test('the return path carries the mail’s token and gives it back', () => {
  const path = returnPathOf('bounce@praxis.example', '0190000000007000800000000000abcd')
  expect(path).toBe('bounce+0190000000007000800000000000abcd@praxis.example')
  expect(tokenIn(path)).toBe('0190000000007000800000000000abcd')
  expect(tokenIn(returnPathOf('bounce@praxis.example', undefined))).toBeUndefined()
})
