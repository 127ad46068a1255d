// The demo's reminders: a policy within the law, one run a week ago whose letters went out by mail and by post, one mail that came
// back, and stops for reasons of all kinds. Nothing starts by itself: that is left to who looks at it.

import { sql } from 'kysely'
import { type LocalDate, addDays } from '@mahnwerk/core/calendar'
import { EUR, minor } from '@mahnwerk/core/money'
import type { Principal } from '../../auth/principal.ts'
import { type Context, type Ground, inContext } from '../../http/index.ts'
import { type NewHold, setHold } from '../debtors/index.ts'
import { addPolicy, changeSettings, startRun, workRun } from '../dunning/index.ts'
import { type MailRoad, receiveMail } from '../mail/index.ts'
import { listPool, markPrinted, noticeAfterMail, setLetters } from '../notices/index.ts'

/** How the demo's creditors remind: the friendly word and the first letter are free, as the law wants it. */
export async function setUpReminding(context: Context): Promise<void> {
  const step = (level: number, afterDays: number, fee: number, periodDays: number) => ({
    level,
    afterDays,
    channel: 'email_and_letter' as const,
    fee: minor(fee),
    periodDays,
    interest: false,
  })
  await addPolicy(context, {
    name: 'Standard',
    currency: EUR,
    steps: [step(0, 7, 0, 7), step(1, 14, 0, 10), step(2, 14, 120, 10), { ...step(3, 14, 120, 7), channel: 'letter' }],
    grouping: 'per_debtor',
    leastOpen: minor(500),
    audience: 'all',
    standard: true,
  })
  await changeSettings(context, 1, { thresholdDays: 45, thresholdOpen: 5_000 })
}

/** The last of them runs out while one watches. */
const STOPS: readonly (Omit<NewHold, 'until'> & { readonly days: number | null })[] = [
  { reason: 'promise', note: 'Zahlt am Monatsende, hat angerufen', days: 16 },
  { reason: 'hardship', note: 'Arbeitslos seit September, bittet um Aufschub bis zum Bescheid', days: 30 },
  { reason: 'plan', note: 'Drei Raten vereinbart, die erste ist da', days: 90 },
  {
    reason: 'insolvency',
    note: 'Verbraucherinsolvenz beantragt, Schreiben der Schuldnerberatung liegt vor',
    days: null,
  },
  { reason: 'death', note: 'Verstorben; die Erben melden sich', days: null },
  { reason: 'dispute', note: 'Sagt, der letzte Termin sei ausgefallen', days: null },
  { reason: 'bank', note: 'Überweisung ist laut Beleg seit gestern unterwegs', days: 9 },
]

/** Stops for debtors who owe something that is overdue, one in three of them: the others are reminded. */
export async function setStops(context: Context): Promise<void> {
  const { trx, tenantId, today } = context
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM (
      SELECT debtor_id AS id, row_number() OVER (ORDER BY max(due_date) DESC, min(debtor_name)) AS place FROM invoices
      WHERE tenant_id = ${tenantId} AND state = 'open' AND marker = 'none' AND due_date < ${today}
      GROUP BY debtor_id) AS owing
    WHERE place % 3 = 0 ORDER BY place LIMIT ${STOPS.length}`.execute(trx)
  for (const [index, { id }] of rows.entries()) {
    const stop = STOPS[index]
    if (stop === undefined) continue
    const { days, ...hold } = stop
    await setHold(context, id, { ...hold, until: days === null ? null : addDays(today, days) })
  }
}

type Sending = {
  readonly ground: Ground
  readonly principal: Principal
  /** Sends what waits. */
  readonly flush: (tenantId: string) => Promise<void>
  readonly readMail: MailRoad['readMail']
}

/** A run with its letters: sent, the first of them printed, and one come back. */
export async function remind({ ground, principal, flush, readMail }: Sending): Promise<void> {
  const { tenantId } = principal
  const run = <Value>(work: (context: Context) => Promise<Value>): Promise<Value> => inContext(ground, principal, work)
  const runId = await run(async (context) => startRun(context, { automatic: false, excluded: await takenOut(context) }))
  await workRun(ground, { tenantId, runId })
  await setLetters(ground, { tenantId })
  await flush(tenantId)
  await run(async (context) => {
    const { entries } = await listPool(context)
    const printed = entries.slice(0, Math.ceil(entries.length / 2)).map(({ id }) => id)
    if (printed.length > 0) await markPrinted(context, printed, false)
  })
  await run((context) => returnOne(context, readMail))
}

// One in three was taken out of it, so that there is something to remind of now.
async function takenOut({ trx, tenantId, today }: Context): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM (
      SELECT debtor_id AS id, row_number() OVER (ORDER BY min(due_date), min(debtor_name)) AS place FROM invoices
      WHERE tenant_id = ${tenantId} AND state = 'open' AND due_date < ${today} GROUP BY debtor_id) AS owing
    WHERE place % 3 = 1`.execute(trx)
  return rows.map(({ id }) => id)
}

// The mailbox of one debtor is gone. The report is as a mail server writes it (RFC 3464).
async function returnOne(context: Context, readMail: Sending['readMail']): Promise<void> {
  const { trx, tenantId, today } = context
  const { rows } = await sql<{ messageId: string; to: string }>`
    SELECT m.message_id AS "messageId", m.to_address AS "to" FROM mails m
    JOIN notices n ON n.tenant_id = m.tenant_id AND n.id = m.notice_id
    WHERE m.tenant_id = ${tenantId} AND m.state = 'accepted' AND n.printed_at IS NULL ORDER BY n.number DESC LIMIT 1`.execute(
    trx,
  )
  const [mail] = rows
  if (mail === undefined) return
  // What is written here can be read.
  const receiving = { road: { readMail, whyUnreadable: () => undefined }, after: noticeAfterMail }
  await receiveMail(context, receiving, { raw: reportOf(mail.messageId, mail.to, today) })
}

function reportOf(messageId: string, to: string, on: LocalDate): Uint8Array {
  const lines = [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example.org (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="report"',
    '',
    '--report',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'Your message could not be delivered.',
    '',
    '--report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.org',
    `Arrival-Date: ${new Date(`${on}T08:00:00Z`).toUTCString()}`,
    '',
    `Final-Recipient: rfc822; ${to}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 Das Postfach gibt es nicht (User unknown)',
    '',
    '--report',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${messageId}>`,
    '',
    '--report--',
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}
