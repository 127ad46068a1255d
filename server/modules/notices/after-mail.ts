// What a mail became is the state of its notice. A letter that was also printed stays printed: it reached its reader another way.

import { sql } from 'kysely'
import { assertNever } from '@mahnwerk/core/refusals'
import type { Context } from '../../http/index.ts'
import type { MailNews } from '../mail/index.ts'

export async function noticeAfterMail({ trx, tenantId }: Context, { noticeId, became }: MailNews): Promise<void> {
  const state = stateOf(became)
  if (noticeId === null || state === undefined) return
  await sql`
    UPDATE notices SET state = ${state} WHERE tenant_id = ${tenantId} AND id = ${noticeId} AND state <> 'printed'`.execute(
    trx,
  )
}

function stateOf(became: MailNews['became']): 'sent' | 'failed' | 'bounced' | undefined {
  switch (became) {
    case 'accepted':
      return 'sent'
    case 'failed':
    case 'bounced':
      return became
    case 'unknown':
      // Whether it left is not known; its task tells a person.
      return undefined
    default:
      return assertNever(became)
  }
}
