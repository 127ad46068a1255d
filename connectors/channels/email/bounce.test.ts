import { describe, expect, test } from 'vitest'
import { readMail } from './incoming.ts'

const mail = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\r\n'))

async function bounceIn(raw: Buffer) {
  const read = await readMail(raw)
  return read?.what.kind === 'bounce' ? read.what.bounce : read?.what.kind
}

/** A report of RFC 3464 as Postfix writes it; what a test is about is given. */
function report(fields: Readonly<Record<string, string>>, returned = 'Message-ID: <m1@praxis.example>'): Buffer {
  return mail(
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example (Mail Delivery System)',
    'To: bounce+0190000000007000800000000000abcd@praxis.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'Your message could not be delivered.',
    '',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    'Arrival-Date: Sun, 22 Nov 2026 08:00:00 +0000',
    '',
    ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`),
    '',
    '--b1',
    'Content-Type: text/rfc822-headers',
    '',
    'From: praxis@praxis.example',
    returned,
    'Subject: Zahlungserinnerung',
    '',
    '--b1--',
    '',
  )
}

const UNKNOWN_USER = {
  'Final-Recipient': 'rfc822; jonas@example.org',
  'Original-Recipient': 'rfc822; Jonas@Example.org',
  Action: 'failed',
  Status: '5.1.1',
  'Diagnostic-Code':
    'smtp; 550 5.1.1 <jonas@example.org>: Recipient address rejected:\r\n    User unknown in virtual table',
}

test('a report names the mail, the recipient and the server’s words', async () => {
  expect(await bounceIn(report(UNKNOWN_USER))).toEqual({
    verdict: 'hard',
    recipient: 'Jonas@Example.org',
    status: '5.1.1',
    reason: '550 5.1.1 <jonas@example.org>: Recipient address rejected: User unknown in virtual table',
    messageId: 'm1@praxis.example',
  })
})

test('the return path tells the mail even where the report does not', async () => {
  const read = await readMail(report(UNKNOWN_USER, 'X-Nothing: here'))
  expect([read?.token, read?.what]).toMatchObject(['0190000000007000800000000000abcd', { kind: 'bounce' }])
  expect(read?.what.kind === 'bounce' && read.what.bounce.messageId).toBeUndefined()
})

describe('whether the address is dead', () => {
  test.each([
    ['an unknown user', '5.1.1', '550 unknown', 'hard'],
    ['a domain without mail', '5.1.2', 'host not found', 'hard'],
    ['a null MX', '5.1.10', 'null mx', 'hard'],
    ['a disabled mailbox', '5.2.1', 'disabled', 'hard'],
    ['no such recipient at Exchange Online', '5.4.1', 'Recipient address rejected: Access denied', 'hard'],
    ['a full mailbox', '5.2.2', 'over quota', 'soft'],
    ['a content that is refused', '5.7.1', 'looks like spam', 'soft'],
    ['our own address refused', '5.1.8', 'bad sender', 'soft'],
    ['a server away for five days', '4.4.7', 'delivery time expired', 'soft'],
    ['a bare failure with words', '5.0.0', '550 No such user here', 'hard'],
    ['a bare failure without', '5.0.0', '554 transaction failed', 'soft'],
  ])('%s (%s)', async (_what, status, words, verdict) => {
    const found = await bounceIn(report({ ...UNKNOWN_USER, Status: status, 'Diagnostic-Code': `smtp; ${words}` }))
    expect(found).toMatchObject({ verdict, status })
  })
})

test('what is still being tried is delayed', async () => {
  const fields = { ...UNKNOWN_USER, Action: 'delayed', Status: '4.4.1' }
  expect(await bounceIn(report(fields))).toMatchObject({ verdict: 'delayed', status: '4.4.1' })
})

test('a confirmation of delivery is no bounce', async () => {
  expect(await bounceIn(report({ ...UNKNOWN_USER, Action: 'delivered', Status: '2.0.0' }))).toBe('automatic')
})

test('the plain mail of an old server is read, too', async () => {
  const found = await bounceIn(
    mail(
      'From: Mail Delivery System <Mailer-Daemon@mail.example>',
      'To: praxis@praxis.example',
      'X-Failed-Recipients: jonas@example.org',
      'Subject: Mail delivery failed: returning message to sender',
      '',
      'A message that you sent could not be delivered to one or more of its recipients.',
      '',
      '  jonas@example.org',
      '    SMTP error from remote mail server after RCPT TO:<jonas@example.org>:',
      '    550 5.1.1 User unknown',
      '',
      '------ This is a copy of the message, including all the headers. ------',
      'Message-ID: <m2@praxis.example>',
    ),
  )
  expect(found).toEqual({
    verdict: 'hard',
    recipient: 'jonas@example.org',
    status: '5.1.1',
    reason: '550 5.1.1 User unknown',
    messageId: 'm2@praxis.example',
  })
})

test('German words of a server are understood', async () => {
  const found = await bounceIn(
    mail(
      'From: mailer-daemon@post.example',
      'To: praxis@praxis.example',
      'Subject: Nachricht unzustellbar',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Ihre Nachricht konnte nicht zugestellt werden: 550 Unbekannter Empfänger <jonas@example.org>',
    ),
  )
  expect(found).toMatchObject({ verdict: 'hard', recipient: 'jonas@example.org' })
})

describe('is no bounce', () => {
  test('a customer who writes of one', async () => {
    const found = await bounceIn(
      mail(
        'From: Jonas Weber <jonas@example.org>',
        'To: praxis@praxis.example',
        'Subject: Unzustellbar?',
        'In-Reply-To: <m1@praxis.example>',
        '',
        'Ihre Mail kam mit 550 5.1.1 zurück, stimmt das?',
      ),
    )
    expect(found).toBe('letter')
  })

  test('an out-of-office note, which nobody wrote either', async () => {
    const found = await bounceIn(
      mail(
        'From: Jonas Weber <jonas@example.org>',
        'To: praxis@praxis.example',
        'Subject: Abwesend',
        'Auto-Submitted: auto-replied',
        '',
        'Ich bin bis 3. Januar im Urlaub.',
      ),
    )
    expect(found).toBe('automatic')
  })
})

test('a letter is read with its umlauts, its files and what it answers', async () => {
  const read = await readMail(
    mail(
      'From: =?utf-8?q?J=C3=B6rg_M=C3=BCller?= <joerg@example.org>',
      'To: praxis@praxis.example',
      'Message-ID: <their-1@example.org>',
      'In-Reply-To: <m1@praxis.example>',
      'References: <m0@praxis.example> <m1@praxis.example>',
      'Date: Sun, 22 Nov 2026 09:30:00 +0100',
      'Subject: =?utf-8?q?R=C3=BCckfrage?=',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<style>p{}</style><p>Ich zahle am <b>1. Dezember</b>.</p><p>Gr=C3=BC=C3=9Fe</p>',
      '--b',
      'Content-Type: application/pdf; name="Beleg.pdf"',
      'Content-Disposition: attachment; filename="Beleg.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      'JVBERg==',
      '--b--',
    ),
  )
  expect(read).toMatchObject({
    messageId: 'their-1@example.org',
    from: { name: 'Jörg Müller', address: 'joerg@example.org' },
    subject: 'Rückfrage',
    text: 'Ich zahle am 1. Dezember.\nGrüße',
    answers: ['m1@praxis.example', 'm0@praxis.example'],
    what: { kind: 'letter' },
  })
  expect(read?.files).toMatchObject([{ name: 'Beleg.pdf', mediaType: 'application/pdf' }])
  expect(Buffer.from(read?.files[0]?.bytes ?? []).toString()).toBe('%PDF')
})

test('what is no mail is told so', async () => {
  expect(await readMail(Buffer.from('%PDF-1.7 nothing'))).toBeUndefined()
  expect(await readMail(Buffer.alloc(0))).toBeUndefined()
})
