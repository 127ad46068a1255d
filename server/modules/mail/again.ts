// What a person decides about a mail that did not simply arrive.

import { sql } from 'kysely'
import { type Context, refused } from '../../http/index.ts'
import { settleTask } from '../tasks/index.ts'
import type { Mail } from './mail.ts'
import { loadMail } from './read.ts'
import { noteOnInvoices, taskCause, told } from './settle.ts'

/** Sends a failed mail once more, or one of which nobody knows: the same mail under the same Message-ID. */
export async function sendAgain(context: Context, id: string): Promise<Mail> {
  return decided(context, id, ['failed', 'unknown'], 'queued', 'mail.sent_again')
}

/** Somebody knows that it arrived, although its server never said so. */
export async function noteArrival(context: Context, id: string): Promise<Mail> {
  return decided(context, id, ['unknown'], 'accepted', 'mail.arrived')
}

async function decided(
  context: Context,
  id: string,
  from: readonly Mail['state'][],
  to: 'queued' | 'accepted',
  event: string,
): Promise<Mail> {
  const mail = await loadMail(context, id)
  const sentAt = to === 'accepted' ? context.now : null
  const { numAffectedRows } = await sql`
    UPDATE mails SET state = ${to}, next_attempt_at = ${context.recordedAt}, attempts = attempts + 1,
      sent_at = coalesce(sent_at, ${sentAt}::timestamptz), trouble = NULL
    WHERE tenant_id = ${context.tenantId} AND id = ${id} AND state = ANY (${from}::text[])`.execute(context.trx)
  if (numAffectedRows !== 1n) throw refused('mail_nothing_to_decide', {}, { status: 409 })
  await settleTask(context, taskCause(id))
  await noteOnInvoices(context, mail, event, {})
  await told(context, mail)
  return loadMail(context, id)
}

/** A person has seen to what went wrong with it: nothing waits any more. */
export async function noteDone(context: Context, id: string): Promise<Mail> {
  const mail = await loadMail(context, id)
  if (mail.state === 'unknown') throw refused('mail_undecided', {}, { status: 409 })
  await settleTask(context, taskCause(id))
  await told(context, mail)
  return loadMail(context, id)
}
