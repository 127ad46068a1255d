// A mail of ours came back: it is marked, its invoices' histories say so, and a person finds another way to the debtor.

import { sql } from 'kysely'
import type { Bounce } from '@mahnwerk/connectors/channels/email'
import type { Context } from '../../http/index.ts'
import { raiseTask } from '../tasks/index.ts'
import type { Mail } from './mail.ts'
import { type AfterMail, newsOf, noteOnInvoices, taskCause, told } from './settle.ts'

/** A second report of the same mail, and one that says „still trying“, changes nothing. */
export async function markBounced(context: Context, mail: Mail, bounce: Bounce, after: AfterMail): Promise<void> {
  const { verdict, reason, status } = bounce
  if (verdict === 'delayed') return
  const { numAffectedRows } = await sql`
    UPDATE mails SET state = 'bounced', bounced_at = ${context.now}, bounce_verdict = ${verdict}, bounce_reason = ${reason}
    WHERE tenant_id = ${context.tenantId} AND id = ${mail.id} AND state IN ('sending', 'accepted', 'unknown')`.execute(
    context.trx,
  )
  if (numAffectedRows !== 1n) return
  await noteOnInvoices(context, mail, 'mail.bounced', { verdict, reason, status: status ?? null })
  await raiseTask(context, {
    kind: 'mail_bounced',
    cause: taskCause(mail.id),
    facts: { to: mail.toName ?? mail.toAddress, address: mail.toAddress, subject: mail.subject, verdict },
    link: `/postausgang/${mail.id}`,
    ...(mail.practiceId === null ? {} : { practiceId: mail.practiceId }),
  })
  await told(context, mail)
  await after(context, newsOf(mail, 'bounced'))
}
