// Our cases of one connection beside the partner's lines. What cannot be equal just now is not compared: a message is still
// on its way, news has come meanwhile, or the partner is done with the case and the creditor goes on alone.

import { sql } from 'kysely'
import type { Context } from '../../http/index.ts'

export type Difference = {
  readonly caseId: string
  readonly what: string
  readonly here: number
  readonly there: number
  readonly practiceId?: string
}

export type Line = {
  readonly claimRef: string
  readonly openPrincipal: number
  readonly openCharges: number
  readonly openInterest: number
  readonly openCosts: number
  readonly lastSequence: number
}

export type Ours = Omit<Line, 'claimRef'> & {
  readonly id: string
  readonly practiceId: string
  readonly active: boolean
  /** The partner has taken it, and nothing of ours is on its way to it. */
  readonly quiet: boolean
}

/** All cases of a connection, or the one that is named. */
export async function ourCases(context: Context, connectionId: string, caseId?: string): Promise<Map<string, Ours>> {
  const { rows } = await sql<Ours>`
    SELECT c.id, c.practice_id AS "practiceId", c.active, c.last_sequence AS "lastSequence",
      i.principal_open AS "openPrincipal", i.charges_open AS "openCharges", i.interest_open AS "openInterest",
      i.costs_open AS "openCosts", NOT EXISTS (SELECT FROM outbox o WHERE o.tenant_id = c.tenant_id AND o.lane = c.id
        AND (o.state = 'pending' OR (o.state = 'dead' AND o.kind = 'claim.submit'))) AS quiet
    FROM cases c JOIN invoices i ON i.tenant_id = c.tenant_id AND i.id = c.invoice_id
    WHERE c.tenant_id = ${context.tenantId} AND c.connection_id = ${connectionId}
      AND (${caseId ?? null}::text IS NULL OR c.id::text = ${caseId ?? null})`.execute(context.trx)
  return new Map(rows.map((row) => [row.id, row]))
}

const AMOUNTS = ['openPrincipal', 'openCharges', 'openInterest', 'openCosts'] as const

/** Undefined where the two cannot be compared now. */
export function compare(ours: Ours | undefined, line: Line): readonly Difference[] | undefined {
  if (!ours) return [{ caseId: line.claimRef, what: 'unknown_case', here: 0, there: 1 }]
  const { id: caseId, practiceId } = ours
  if (ours.lastSequence < line.lastSequence) {
    return [{ caseId, practiceId, what: 'lastSequence', here: ours.lastSequence, there: line.lastSequence }]
  }
  if (!ours.quiet || ours.lastSequence > line.lastSequence) return undefined
  if (!ours.active) return []
  return AMOUNTS.filter((what) => ours[what] !== line[what]).map((what) => ({
    caseId,
    practiceId,
    what,
    here: ours[what],
    there: line[what],
  }))
}

/** Cases that were with the partner before it was asked and that its books do not have. */
export function notThere(before: ReadonlyMap<string, Ours>, lines: readonly Line[]): Difference[] {
  const there = new Set(lines.map((line) => line.claimRef))
  return [...before.values()]
    .filter((ours) => ours.active && ours.quiet && !there.has(ours.id))
    .map(({ id: caseId, practiceId }) => ({ caseId, practiceId, what: 'missing_case', here: 1, there: 0 }))
}
