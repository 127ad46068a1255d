// Records what came of sending a mail, in one transaction with what follows inside: the history of its invoices, a task for
// a person, and what the mail's own module wants to know.

import { sql } from 'kysely'
import type { MailOutcome } from '@mahnwerk/connectors/channels/email'
import { addSeconds } from '../../clock.ts'
import { announce } from '../../events/index.ts'
import type { Context } from '../../http/index.ts'
import { isLate, retryAfter } from '../../outbox/index.ts'
import { lockInvoice, saveInvoice } from '../invoices/index.ts'
import { raiseTask, settleTask } from '../tasks/index.ts'
import type { Mail } from './mail.ts'

/** What a mail became, told to the module that wrote it. */
export type MailNews = {
  readonly mailId: string
  readonly became: 'accepted' | 'failed' | 'unknown' | 'bounced'
  readonly noticeId: string | null
  readonly invoiceIds: readonly string[]
}

export type AfterMail = (context: Context, news: MailNews) => Promise<void>

/** Ignores an outcome that comes after another worker's: only who marked the mail may settle it. */
export async function settleMail(context: Context, mail: Mail, outcome: MailOutcome, after: AfterMail): Promise<void> {
  switch (outcome.outcome) {
    case 'accepted':
      return accepted(context, mail, outcome.answer, after)
    case 'unknown':
      return ended(context, mail, 'unknown', outcome, after)
    case 'rejected':
      return ended(context, mail, 'failed', outcome, after)
    case 'unavailable':
      // Nothing was sent, and it is in other hands.
      if (outcome.trouble === 'withdrawn') return
      if (outcome.trouble === 'later' && isLate(mail.attempts)) return ended(context, mail, 'failed', outcome, after)
      return postponed(context, mail, outcome)
  }
}

async function accepted(context: Context, mail: Mail, answer: string, after: AfterMail): Promise<void> {
  const { numAffectedRows } = await sql`
    UPDATE mails SET state = 'accepted', sent_at = ${context.now}, answer = ${answer}, trouble = NULL
    WHERE tenant_id = ${context.tenantId} AND id = ${mail.id} AND state = 'sending' AND attempts = ${mail.attempts}`.execute(
    context.trx,
  )
  if (numAffectedRows !== 1n) return
  await told(context, mail)
  await after(context, newsOf(mail, 'accepted'))
}

type Failure = Exclude<MailOutcome, { outcome: 'accepted' }>

async function ended(
  context: Context,
  mail: Mail,
  state: 'failed' | 'unknown',
  { trouble, answer }: Failure,
  after: AfterMail,
): Promise<void> {
  const { numAffectedRows } = await sql`
    UPDATE mails SET state = ${state}, trouble = ${trouble}, answer = ${answer}
    WHERE tenant_id = ${context.tenantId} AND id = ${mail.id} AND state IN ('queued', 'sending')
      AND attempts = ${mail.attempts}`.execute(context.trx)
  if (numAffectedRows !== 1n) return
  await raiseTask(context, {
    kind: `mail_${state}`,
    cause: taskCause(mail.id),
    facts: { to: mail.toName ?? mail.toAddress, address: mail.toAddress, subject: mail.subject },
    link: `/postausgang/${mail.id}`,
    ...(mail.practiceId === null ? {} : { practiceId: mail.practiceId }),
  })
  await noteOnInvoices(context, mail, `mail.${state}`, { trouble, answer })
  await told(context, mail)
  await after(context, newsOf(mail, state))
}

async function postponed(context: Context, mail: Mail, { trouble, answer }: Failure): Promise<void> {
  const next = addSeconds(context.recordedAt, retryAfter(mail.attempts, Math.random()))
  await sql`
    UPDATE mails SET state = 'queued', next_attempt_at = ${next}, trouble = ${trouble}, answer = ${answer}
    WHERE tenant_id = ${context.tenantId} AND id = ${mail.id} AND state IN ('queued', 'sending')
      AND attempts = ${mail.attempts}`.execute(context.trx)
  await told(context, mail)
}

/** Of several mails that came back or went wrong, each has its own. */
export function taskCause(mailId: string): string {
  return `mail:${mailId}`
}

const ACCOUNT = 'mail_account'

/** The account is at fault: one task for all that waits. */
export async function raiseAccountTask(context: Context, trouble: string): Promise<void> {
  const link = '/einstellungen/e-mail'
  await raiseTask(context, { kind: ACCOUNT, cause: ACCOUNT, facts: { trouble }, link })
}

export async function settleAccountTask(context: Context): Promise<void> {
  await settleTask(context, ACCOUNT)
}

export function newsOf(mail: Mail, became: MailNews['became']): MailNews {
  return { mailId: mail.id, became, noticeId: mail.noticeId, invoiceIds: mail.invoiceIds }
}

/** Writes into the history of each invoice that the mail is about. */
export async function noteOnInvoices(
  context: Context,
  mail: Mail,
  type: string,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { id: mailId, toAddress: to, subject } = mail
  await note(context, mail.invoiceIds, { type, data: { mailId, to, subject, ...data } })
}

export type ReceivedNote = {
  readonly receivedId: string
  readonly from: string
  readonly subject: string
  readonly kind: string
}

/** Somebody has written about these invoices. */
export async function noteReceived(context: Context, invoiceIds: readonly string[], data: ReceivedNote): Promise<void> {
  await note(context, invoiceIds, { type: 'mail.received', data })
}

async function note(
  context: Context,
  invoiceIds: readonly string[],
  event: { readonly type: string; readonly data: Readonly<Record<string, unknown>> },
): Promise<void> {
  for (const id of invoiceIds.toSorted()) {
    const invoice = await lockInvoice(context, id)
    await saveInvoice(context, invoice, {}, [event])
  }
}

/** Open pages ask again. */
export async function told({ trx, tenantId }: Context, mail: Pick<Mail, 'id' | 'practiceId'>): Promise<void> {
  const where = mail.practiceId === null ? {} : { practiceId: mail.practiceId }
  await announce(trx, { tenantId, topic: 'mail', id: mail.id, ...where })
}
