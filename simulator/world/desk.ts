// The agency's desk as the protocol's server side wants it, over one connection. What was taken is in the journal before
// the answer goes out.

import type { Instant, LocalDate } from '@mahnwerk/core/calendar'
import type { News } from '@mahnwerk/core/cases'
import type { Receipt, Reconciliation, ReconciliationLine, Taken } from '@mahnwerk/connectors/protocol'
import type { DeskAnswer, PartnerDesk } from '@mahnwerk/connectors/protocol/server'
import { dayIn, endOfDay, later, momentIn } from '../agency/index.ts'
import type { Connection } from './connection.ts'
import { strikes } from './faults.ts'
import type { Input, Journal } from './journal.ts'
import { lineAt } from './record.ts'

const PAGE = 100
// A message dated less than this ahead does not move the clock; clocks of two machines differ by more.
const AHEAD_MS = 2000

/** `breakOff` is told when the fault "answer lost" strikes: what was sent is taken, no answer may go out. */
export function deskOf(
  connection: Connection,
  journal: Journal,
  trueNow: () => Instant,
  breakOff: () => void,
): PartnerDesk {
  async function put<Body>(input: Input, about: string, dated: Instant): Promise<DeskAnswer<Body>> {
    const moves = Date.parse(dated) - Date.parse(connection.now()) > AHEAD_MS
    const clock = moves && connection.moveTo(dated)
    const at = later(connection.now(), dated)
    const applied = connection.apply(input, at)
    if (applied.fresh) {
      const { id } = connection
      if (clock) void journal.append({ entry: 'time', id, to: dated, trueAt: trueNow() })
      await journal.append({ entry: 'input', id, at, input })
      strikeAfterSuccess(about)
    }
    // Each input has one kind of body, which the desk's methods below name.
    return applied.answer as DeskAnswer<Body>
  }

  function strikeAfterSuccess(about: string): void {
    const { seed } = connection.settings()
    if (strikes(connection.faults(), 'answerLost', seed, about)) breakOff()
    if (strikes(connection.faults(), 'error500AfterSuccess', seed, about)) throw new Error('a 500 was asked for')
  }

  const startOf = (on: LocalDate): Instant => momentIn(connection.profile.zone, on, 0)

  return {
    capabilities: async () => connection.profile.capabilities,
    takeClaim: ({ idempotencyKey, package: claim, contentHash }) =>
      put<Receipt>(
        { op: 'claim', key: idempotencyKey, package: claim, contentHash },
        claim.claimRef,
        claim.handedOverAt,
      ),
    takeDirectPayment: (claimRef, content) =>
      put<Taken>({ op: 'payment', claimRef, content }, content.paymentId, startOf(content.on)),
    takeReversal: (claimRef, content) =>
      put<Taken>({ op: 'reversal', claimRef, content }, content.reversalId, connection.now()),
    takeAnswer: (claimRef, content) =>
      put<Taken>({ op: 'answer', claimRef, content }, content.answerId, connection.now()),
    takeRecall: (claimRef, content) =>
      put<Taken>({ op: 'recall', claimRef, content }, content.recallId, connection.now()),
    takePause: (claimRef, content) => put<Taken>({ op: 'pause', claimRef, content }, content.pauseId, connection.now()),
    takeResumption: (claimRef, content) =>
      put<Taken>({ op: 'resumption', claimRef, content }, content.resumptionId, connection.now()),
    takeDocument(claimRef, documentId, { sha256, name, kind }) {
      const content = { documentId, sha256, name, kind }
      return put<Taken>({ op: 'document', claimRef, content }, documentId, connection.now())
    },
    news: async (claimRef, after) => {
      connection.runDue(connection.now())
      const record = connection.record(claimRef)
      if (record === undefined) return { ok: false, problem: 'claim-unknown' }
      const news: readonly News[] = record.news.slice(after, after + PAGE)
      return { ok: true, body: { news, lastSequence: record.news.length } }
    },
    reconciliation: async (on) => reconcile(connection, on),
  }
}

function reconcile(connection: Connection, on: LocalDate): Reconciliation {
  const now = connection.now()
  connection.runDue(now)
  const { zone } = connection.profile
  const asOf = on < dayIn(zone, now) ? endOfDay(zone, on) : now
  const claims: ReconciliationLine[] = []
  for (const record of connection.records()) {
    const line = lineAt(record, asOf)
    if (line !== undefined) claims.push(line)
  }
  return { on, asOf, claims }
}
