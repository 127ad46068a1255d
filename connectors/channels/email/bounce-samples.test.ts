// Reports as the servers of the world write them. Each was composed here after the habits of one of them; no line is anybody's mail.

import { describe, expect, test } from 'vitest'
import { readMail } from './incoming.ts'

const TO = 'jonas@example.org'
const OURS = 'm1@praxis.example'
const RETURNED = [
  'From: praxis@praxis.example',
  `To: ${TO}`,
  `Message-ID: <${OURS}>`,
  'Subject: Mahnung',
  '',
  '555 Euro',
]

type Report = {
  readonly head: readonly string[]
  readonly text?: readonly string[]
  readonly status: readonly string[]
  readonly type?: string
  readonly returned?: string
}

function report({ head, text = ['Siehe unten.'], status, type = 'message/delivery-status', returned }: Report): Buffer {
  const boundary = '_000_b_'
  const parts = [
    ['Content-Type: text/plain; charset="us-ascii"', '', ...text],
    [`Content-Type: ${type}`, '', ...status],
    [`Content-Type: ${returned ?? 'message/rfc822'}`, '', ...RETURNED],
  ]
  const multipart = `Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary="${boundary}"`
  const body = parts.flatMap((part) => [`--${boundary}`, ...part, ''])
  return Buffer.from([...head, 'MIME-Version: 1.0', multipart, '', ...body, `--${boundary}--`, ''].join('\r\n'))
}

const plain = (head: readonly string[], text: readonly string[]): Buffer =>
  Buffer.from([...head, '', ...text].join('\r\n'))

async function bounceIn(raw: Buffer) {
  const read = await readMail(raw)
  return read?.what.kind === 'bounce' ? read.what.bounce : read?.what.kind
}

const POSTFIX = [
  'Return-Path: <>',
  'From: MAILER-DAEMON@mx.praxis.example (Mail Delivery System)',
  'To: bounce@praxis.example',
  'Subject: Undelivered Mail Returned to Sender',
  'Auto-Submitted: auto-replied',
]
const POSTFIX_STATUS = [
  'Reporting-MTA: dns; mx.praxis.example',
  'X-Postfix-Queue-ID: 4F2kQ1',
  'Arrival-Date: Sun, 22 Nov 2026',
]

describe('Postfix', () => {
  test('names an unknown user', async () => {
    const status = [
      ...POSTFIX_STATUS,
      '',
      `Final-Recipient: rfc822; ${TO}`,
      `Original-Recipient: rfc822;${TO}`,
      'Action: failed',
      'Status: 5.1.1',
      'Remote-MTA: dns; mx.example.org',
      `Diagnostic-Code: smtp; 550 5.1.1 <${TO}>: Recipient address`,
      '    rejected: User unknown in local recipient table',
    ]
    expect(await bounceIn(report({ head: POSTFIX, status }))).toEqual({
      verdict: 'hard',
      recipient: TO,
      status: '5.1.1',
      reason: `550 5.1.1 <${TO}>: Recipient address rejected: User unknown in local recipient table`,
      messageId: OURS,
    })
  })

  test('knows no domain, under a bare status', async () => {
    const diagnosis =
      'Diagnostic-Code: X-Postfix; Host or domain name not found. Name service error for name=exmaple.org'
    const status = [
      ...POSTFIX_STATUS,
      '',
      `Final-Recipient: rfc822; ${TO}`,
      'Action: failed',
      'Status: 5.4.4',
      diagnosis,
    ]
    expect(await bounceIn(report({ head: POSTFIX, status }))).toMatchObject({ verdict: 'hard', status: '5.4.4' })
  })

  test('warns that it is still trying', async () => {
    const head = POSTFIX.with(3, 'Subject: Delayed Mail (still being retried)')
    const tried = [
      'Action: delayed',
      'Status: 4.4.1',
      'Diagnostic-Code: X-Postfix; connect to mx.example.org: timed out',
    ]
    const status = [
      ...POSTFIX_STATUS,
      '',
      `Final-Recipient: rfc822; ${TO}`,
      ...tried,
      'Will-Retry-Until: Fri, 27 Nov 2026',
    ]
    expect(await bounceIn(report({ head, status }))).toMatchObject({ verdict: 'delayed', status: '4.4.1' })
  })

  test('gives up after five days: not delivered, but the address may be alive', async () => {
    const tried = [
      'Action: failed',
      'Status: 4.4.1',
      'Diagnostic-Code: X-Postfix; connect to mx.example.org: timed out',
    ]
    const status = [...POSTFIX_STATUS, '', `Final-Recipient: rfc822; ${TO}`, ...tried]
    expect(await bounceIn(report({ head: POSTFIX, status }))).toMatchObject({ verdict: 'soft', status: '4.4.1' })
  })

  test('writes an address with umlauts in a part of its own kind', async () => {
    const told = ['Final-Recipient: utf-8; jörg@exämple.org', 'Action: failed', 'Status: 5.1.1']
    const global = { type: 'message/global-delivery-status', returned: 'message/global-headers' }
    const found = await bounceIn(report({ head: POSTFIX, status: [...POSTFIX_STATUS, '', ...told], ...global }))
    expect(found).toMatchObject({ verdict: 'hard', recipient: 'jörg@exämple.org', messageId: OURS })
  })
})

describe('Exchange', () => {
  const head = [
    'From: <postmaster@kunde.onmicrosoft.example>',
    'To: <praxis@praxis.example>',
    'Date: Sun, 22 Nov 2026 09:00:00 +0000',
    'Subject: Unzustellbar: Mahnung',
    'X-MS-Exchange-Message-Is-Ndr:',
    'In-Reply-To: <m1@praxis.example>',
  ]
  const status = (action: string, code: string, diagnosis: string): readonly string[] => [
    'Reporting-MTA: dns;DB9PR08MB1234.eurprd08.prod.outlook.example',
    'Received-From-MTA: dns;mx.praxis.example',
    'Arrival-Date: Sun, 22 Nov 2026 08:59:58 +0000',
    '',
    `Final-Recipient: rfc822;${TO}`,
    `Action: ${action}`,
    `Status: ${code}`,
    `Diagnostic-Code: smtp;${diagnosis}`,
    'X-Display-Name: Jonas Weber',
  ]

  test.each([
    [
      'no such recipient',
      '5.1.10',
      '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
      'hard',
    ],
    ['no such recipient, in a server of its own', '5.1.1', '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found', 'hard'],
    [
      'no such recipient behind it',
      '5.1.351',
      '550 5.1.351 Remote server returned unknown recipient or mailbox unavailable',
      'hard',
    ],
    ['no such domain', '5.4.310', '550 5.4.310 DNS domain exmaple.org does not exist', 'hard'],
    ['a full mailbox', '5.2.2', '554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException', 'soft'],
    [
      'a group that strangers may not write to',
      '5.7.133',
      '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup',
      'soft',
    ],
    ['a queue that expired', '4.4.7', '550 4.4.7 QUEUE.Expired; message expired', 'soft'],
    [
      'Outlook.com, which calls everything 5.5.0',
      '5.5.0',
      '550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302)',
      'hard',
    ],
    ['Outlook.com with other words', '5.5.0', '550 5.5.0 Mail from this address is not accepted', 'soft'],
  ])('says: %s', async (_what, code, diagnosis, verdict) => {
    const found = await bounceIn(report({ head, status: status('failed', code, diagnosis) }))
    expect(found).toEqual({ verdict, recipient: TO, status: code, reason: diagnosis, messageId: OURS })
  })

  test('says that it is late', async () => {
    const late = status('delayed', '4.4.7', '400 4.4.7 Message delayed')
    expect(await bounceIn(report({ head: head.with(3, 'Subject: Verzögert: Mahnung'), status: late }))).toMatchObject({
      verdict: 'delayed',
    })
  })

  test.each(['relayed', 'expanded', 'delivered'])('confirms (%s): no bounce, and no letter', async (action) => {
    const told = status(action, '2.0.0', '250 2.0.0 OK')
    expect(await bounceIn(report({ head: head.with(3, 'Subject: Weitergeleitet: Mahnung'), status: told }))).toBe(
      'automatic',
    )
  })

  test('says that a mail was read: no letter either', async () => {
    const type = 'Content-Type: multipart/report; report-type=disposition-notification; boundary="b"'
    const told = ['--b', 'Content-Type: text/plain', '', 'Ihre Nachricht wurde gelesen.', '--b']
    const kind = ['Content-Type: message/disposition-notification', '', `Final-Recipient: rfc822;${TO}`, '--b--']
    const from = [`From: Jonas <${TO}>`, 'Subject: Gelesen: Mahnung', 'MIME-Version: 1.0', type]
    expect(await bounceIn(plain(from, [...told, ...kind]))).toBe('automatic')
  })
})

describe('Gmail', () => {
  const head = [
    'From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
    'To: praxis@praxis.example',
    'Auto-Submitted: auto-replied',
    'Subject: Delivery Status Notification (Failure)',
    'X-Failed-Recipients: jonas@example.org',
  ]
  const status = (action: string, code: string, ...diagnosis: readonly string[]): readonly string[] => [
    'Reporting-MTA: dns; googlemail.example',
    'Received-From-MTA: dns; praxis@praxis.example',
    '',
    `Final-Recipient: rfc822; ${TO}`,
    `Action: ${action}`,
    `Status: ${code}`,
    'Remote-MTA: dns; mx.example.org. (192.0.2.1, the server for the domain example.org.)',
    ...diagnosis,
    'Last-Attempt-Date: Sun, 22 Nov 2026 01:00:00 -0800 (PST)',
  ]

  test('has no such account', async () => {
    const words = [
      'Diagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please',
      ' 550 5.1.1 try again',
    ]
    const found = await bounceIn(report({ head, status: status('failed', '5.1.1', ...words) }))
    expect(found).toMatchObject({ verdict: 'hard', status: '5.1.1', recipient: TO, messageId: OURS })
  })

  test('has an account that is full', async () => {
    const words = 'Diagnostic-Code: smtp; 552-5.2.2 The email account that you tried to reach is over quota.'
    expect(await bounceIn(report({ head, status: status('failed', '5.2.2', words) }))).toMatchObject({
      verdict: 'soft',
    })
  })

  test('tries for two days more', async () => {
    const late = head.with(3, 'Subject: Delivery Status Notification (Delay)')
    const words = 'Diagnostic-Code: smtp; 452-4.2.2 The email account that you tried to reach is over quota.'
    const told = status('delayed', '4.2.2', words, 'Will-Retry-Until: Tue, 24 Nov 2026 01:00:00 -0800 (PST)')
    expect(await bounceIn(report({ head: late, status: told }))).toMatchObject({ verdict: 'delayed' })
  })
})

describe('odd reports', () => {
  test.each([
    [
      'a bare status, the exact one in the diagnosis',
      ['Action: failed', 'Status: 5.0.0', 'Diagnostic-Code: smtp; 552 5.2.2 Over quota'],
      'soft',
      '5.2.2',
    ],
    [
      'a bare status and Yahoo’s words',
      [
        'Action: failed',
        'Status: 5.0.0',
        "Diagnostic-Code: smtp; 554 delivery error: This user doesn't have a yahoo account",
      ],
      'hard',
      '5.0.0',
    ],
    [
      'the action in capitals, with a remark',
      ['Action: FAILED (no such user)', 'Status: 5.1.1 (bad destination mailbox address)'],
      'hard',
      '5.1.1',
    ],
    ['no action, and a final status', ['Status: 5.1.1'], 'hard', '5.1.1'],
    ['no action, and a status that may pass', ['Status: 4.2.2'], 'delayed', '4.2.2'],
  ] as const)('%s', async (_what, told, verdict, status) => {
    const found = await bounceIn(report({ head: POSTFIX, status: [`Final-Recipient: rfc822; ${TO}`, ...told] }))
    expect(found).toMatchObject({ verdict, status })
  })
})

describe('servers without reports', () => {
  const copy = (line: string): readonly string[] => ['', line, '', ...RETURNED]

  test.each([
    [
      'qmail, of an unknown user',
      ['From: MAILER-DAEMON@mail.example', 'Subject: failure notice'],
      ['Hi. This is the mail program at mail.example.', `<${TO}>:`, 'Sorry, no mailbox here by that name. (#5.1.1)'],
      '--- Below this line is a copy of the message.',
      'hard',
    ],
    [
      'qmail, of a full mailbox',
      ['From: MAILER-DAEMON@mail.example', 'Subject: failure notice'],
      ['This is a permanent error; I have given up.', `<${TO}>:`, 'Remote host said: 552 Mailbox full'],
      '--- Below this line is a copy of the message.',
      'soft',
    ],
    [
      'sendmail without reports',
      [
        'From: Mail Delivery Subsystem <MAILER-DAEMON@mail.example>',
        'Subject: Returned mail: see transcript for details',
      ],
      ['The original message was received at Sun, 22 Nov 2026', `<${TO}>`, '    (reason: 550 5.1.1 User unknown)'],
      '   ----- Original message follows -----',
      'hard',
    ],
    [
      'a freemailer',
      [
        'From: mailer-daemon@mail.example (Mailer Daemon)',
        'Subject: Mail delivery failed: returning message to sender',
      ],
      [
        'A message that you sent could not be delivered.',
        `<${TO}>:`,
        'host: mx.example.org reason: 550 Requested action not taken: mailbox unavailable',
      ],
      '--- The header of the original message is following. ---',
      'hard',
    ],
    [
      'a provider that writes no code at all',
      ['From: MAILER-DAEMON@mail.example', 'Subject: Mail delivery failed: returning message to sender'],
      ['|----- Failed addresses follow: -----|', ` <${TO}> ... unknown user`],
      '|----- Message header follows: -----|',
      'hard',
    ],
    [
      'Exim, which waits',
      ['From: Mail Delivery System <Mailer-Daemon@mail.example>', 'Subject: Warning: message 1tEx-01 delayed 24 hours'],
      [`  <${TO}>`, 'host mx.example.org: 451 4.7.1 greylisted', 'Delivery attempts will continue to be made.'],
      '--- This is a copy of the message headers.',
      'delayed',
    ],
    [
      'sendmail, which waits',
      ['From: MAILER-DAEMON@mail.example', 'Subject: Warning: could not send message for past 4 hours'],
      ['**  THIS IS A WARNING MESSAGE ONLY  **', `<${TO}>... Deferred: Connection timed out`],
      '   ----- Original message follows -----',
      'delayed',
    ],
  ])('%s', async (_what, head, text, line, verdict) => {
    const found = await bounceIn(plain([...head, 'To: praxis@praxis.example'], [...text, ...copy(line)]))
    expect(found).toMatchObject({ verdict, recipient: TO, messageId: OURS })
  })
})

describe('is no bounce:', () => {
  test.each([
    [
      'an absence told by Exchange',
      [`From: Jonas <${TO}>`, 'Subject: Automatische Antwort: Mahnung', 'X-Auto-Response-Suppress: All'],
      'automatic',
    ],
    [
      'one told by Gmail',
      [
        `From: Jonas <${TO}>`,
        'Return-Path: <>',
        'Subject: Abwesend: Mahnung',
        'Auto-Submitted: auto-replied',
        'Precedence: bulk',
      ],
      'automatic',
    ],
    [
      'one with nothing but its subject, whatever stands in it',
      [
        `From: Jonas <${TO}>`,
        'Return-Path: <>',
        'In-Reply-To: <m1@praxis.example>',
        'Subject: Automatic reply: delayed delivery',
      ],
      'automatic',
    ],
    [
      'the provider’s word on our own mailbox',
      ['From: postmaster@praxis.example', 'Subject: Warning: 95% full'],
      'letter',
    ],
    [
      'a customer whose answer goes on from one',
      [`From: Jonas <${TO}>`, 'Subject: AW: Automatische Antwort: Mahnung'],
      'letter',
    ],
  ])('%s', async (_what, head, kind) => {
    const text = ['Ich bin bis 3. Januar nicht da. In dringenden Fällen: 0551 555 12 34, Zimmer 550 links.']
    expect(await bounceIn(plain([...head, 'To: praxis@praxis.example'], text))).toBe(kind)
  })
})
