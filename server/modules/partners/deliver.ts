// Takes one message of the outbox down the road to its partner. Nothing is open in the database while the partner answers.

import { assertNever } from '@mahnwerk/core/refusals'
import type { PartnerConnection } from '@mahnwerk/connectors/partners'
import type { Outcome } from '@mahnwerk/connectors/protocol'
import type { Actor } from '../../auth/principal.ts'
import type { Secrets } from '../../auth/secrets.ts'
import { inTenant } from '../../db/database.ts'
import type { Ground } from '../../http/index.ts'
import type { Deliver, Delivery, OutboxMessage } from '../../outbox/index.ts'
import { connectionById } from './connections.ts'
import type { OpenRoad } from './road.ts'

export type Roads = { readonly ground: Ground; readonly secrets: Secrets; readonly openRoad: OpenRoad }

/** A road that is open, and who speaks at its other end. */
export type Road = PartnerConnection & { readonly speaker: Actor }

/** The road of a connection, opened with its deciphered secrets. */
export async function roadOf({ ground, secrets, openRoad }: Roads, tenantId: string, id: string): Promise<Road> {
  const connection = await inTenant(ground.db, tenantId, (trx) => connectionById({ trx, tenantId }, id))
  const road = openRoad({
    partner: connection.partner,
    baseUrl: connection.baseUrl,
    token: secrets.decipher(connection.token, id),
    webhookSecret: secrets.decipher(connection.webhookSecret, id),
  })
  return { ...road, speaker: { kind: 'partner', id, name: connection.name } }
}

export function createDeliver(roads: Roads): Deliver {
  return async (message) => judge(await send(await roadOf(roads, message.tenantId, message.connectionId), message))
}

async function send(road: PartnerConnection, message: OutboxMessage): Promise<Outcome<unknown>> {
  switch (message.kind) {
    case 'claim.submit':
      return road.submitClaim(message.payload.package, message.id)
    case 'payment.report':
      return road.reportDirectPayment(message.lane, message.payload.payment)
    case 'payment.reverse':
      return road.reportReversal(message.lane, message.payload.reversal)
    case 'case.recall':
      return road.recallClaim(message.lane, message.payload.recall)
    case 'case.pause':
      return road.pauseClaim(message.lane, message.payload.pause)
    case 'case.resume':
      return road.resumeClaim(message.lane, message.payload.resumption)
    case 'question.answer':
      return road.answerQuestion(message.lane, message.payload.answer)
    default:
      return assertNever(message)
  }
}

function judge(outcome: Outcome<unknown>): Delivery {
  switch (outcome.outcome) {
    case 'accepted':
      return { outcome: 'accepted' }
    case 'rejected':
      return {
        outcome: 'rejected',
        reason: outcome.problem.detail ?? outcome.problem.title,
        status: outcome.problem.status,
      }
    case 'unavailable':
    case 'unknown':
      return outcome
    default:
      return assertNever(outcome)
  }
}
