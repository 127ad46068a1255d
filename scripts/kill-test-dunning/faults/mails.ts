// Each notice that goes by mail has one mail; one that was taken arrived once, and none arrived twice. Where the sender was killed with
// the content on its way, nobody knows: it is not sent again, and a person is asked.
import { sql } from 'kysely'
import type { Trx } from '../../../server/db/database.ts'
import type { MailSink } from '../../../server/testing/mail-sink.ts'
import type { Part } from '../moment.ts'

type Row = {
  readonly id: string
  readonly messageIds: readonly string[]
  readonly states: readonly string[]
  readonly state: string
  readonly wanted: boolean
  readonly asked: number
}

export async function mailFaults(trx: Trx, { creditor: { tenantId } }: Part, sink: MailSink): Promise<string[]> {
  const { rows } = await sql<Row>`
    SELECT n.id, n.state, n.channel IN ('email', 'email_and_letter') AND coalesce(d.email, '') <> '' AS wanted,
      ARRAY(SELECT m.message_id FROM mails m WHERE m.tenant_id = n.tenant_id AND m.notice_id = n.id) AS "messageIds",
      ARRAY(SELECT m.state FROM mails m WHERE m.tenant_id = n.tenant_id AND m.notice_id = n.id) AS states,
      (SELECT count(*)::int FROM mails m JOIN tasks t ON t.tenant_id = m.tenant_id AND t.cause = 'mail:' || m.id
        WHERE m.tenant_id = n.tenant_id AND m.notice_id = n.id AND t.done_at IS NULL) AS asked
    FROM notices n JOIN debtors d ON d.tenant_id = n.tenant_id AND d.id = n.debtor_id
    WHERE n.tenant_id = ${tenantId}`.execute(trx)
  return rows.flatMap((row) => faultOf(row, sink))
}

function faultOf({ id, messageIds, states, state, wanted, asked }: Row, sink: MailSink): string[] {
  if (messageIds.length !== (wanted ? 1 : 0)) return [`notice ${id} has ${messageIds.length} mails`]
  const [messageId, sent] = [messageIds[0], states[0]]
  if (messageId === undefined) return []
  const arrived = sink.arrivals(messageId)
  const right =
    (sent === 'accepted' && arrived === 1 && (state === 'sent' || state === 'printed') && asked === 0) ||
    (sent === 'unknown' && arrived <= 1 && asked === 1)
  return right ? [] : [`notice ${id} is ${state}: its mail is ${sent}, arrived ${arrived} times, ${asked} tasks`]
}
