// The slow look behind the webhooks: each active connection is compared with the partner's books every few minutes; what
// was lost is fetched, and what then still differs becomes a task for a person.

import { sql } from 'kysely'
import { z } from 'zod'
import { systemPrincipal } from '../../auth/system.ts'
import { addSeconds } from '../../clock.ts'
import type { Database } from '../../db/database.ts'
import { type Context, inContext } from '../../http/index.ts'
import type { JobDefinition } from '../../jobs/index.ts'
import { type Roads, roadOf } from '../partners/index.ts'
import { raiseTask, settleTask } from '../tasks/index.ts'
import { type Difference, type Line, type Ours, compare, notThere, ourCases } from './compare.ts'
import { fetchMissing } from './receive.ts'

export const RECONCILE: JobDefinition<Record<string, never>> = {
  name: 'partners.reconcile',
  payload: z.object({}).strict(),
  cron: '*/5 * * * *',
}

const EVERY_SECONDS = 240

/** Compares every active connection that was not compared for some minutes. One that fails does not hold up the others. */
export async function reconcileDue(roads: Roads, workerDb: Database): Promise<void> {
  const before = addSeconds(roads.ground.clock.now(), -EVERY_SECONDS)
  const { rows } = await sql<{ tenantId: string; id: string }>`
    SELECT tenant_id AS "tenantId", id FROM connections
    WHERE state = 'active' AND (last_polled_at IS NULL OR last_polled_at < ${before})`.execute(workerDb)
  const failures: unknown[] = []
  for (const { tenantId, id } of rows)
    await reconcileAndTell(roads, tenantId, id).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, 'connections that could not be compared')
}

/** Compares one connection now. Returns the differences that stay; undefined where the partner did not answer. */
export async function reconcileAndTell(
  roads: Roads,
  tenantId: string,
  connectionId: string,
): Promise<readonly Difference[] | undefined> {
  const compared = await reconcile(roads, tenantId, connectionId)
  await inContext(roads.ground, systemPrincipal(tenantId), async (context) => {
    await sql`
      UPDATE connections SET last_polled_at = ${context.recordedAt}
      WHERE tenant_id = ${tenantId} AND id = ${connectionId}`.execute(context.trx)
    if (compared) await tell(context, compared)
  })
  return compared?.differences
}

/** `cases`: those that could be compared. */
type Compared = { readonly cases: ReadonlySet<string>; readonly differences: readonly Difference[] }

async function reconcile(roads: Roads, tenantId: string, connectionId: string): Promise<Compared | undefined> {
  const within = <Value>(work: (context: Context) => Promise<Value>): Promise<Value> =>
    inContext(roads.ground, systemPrincipal(tenantId), work)
  const before = await within((context) => ourCases(context, connectionId))
  const road = await roadOf(roads, tenantId, connectionId)
  const theirs = await road.reconcile(await within(async ({ today }) => today))
  if (theirs.outcome !== 'accepted') return undefined
  const lines = theirs.body.claims
  // As they are now: the partner was slow, or has told us more meanwhile.
  const now = await within((context) => ourCases(context, connectionId))
  const cases = new Set<string>()
  const differences = notThere(before, lines)
  for (const line of lines) {
    const found = compare(await caughtUp(line), line)
    if (!found) continue
    cases.add(line.claimRef)
    differences.push(...found)
  }
  return { cases, differences }

  /** Our case with the news that the line shows to be missing, as far as the partner has it. */
  async function caughtUp(line: Line): Promise<Ours | undefined> {
    const ours = now.get(line.claimRef)
    if (!ours || ours.lastSequence >= line.lastSequence) return ours
    await fetchMissing(roads, tenantId, connectionId, line.claimRef)
    return (await within((context) => ourCases(context, connectionId, line.claimRef))).get(line.claimRef)
  }
}

// What differs becomes a task, and what no longer does is done with.
async function tell(context: Context, { cases, differences }: Compared): Promise<void> {
  const causes = new Set(differences.map(causeOf))
  for (const difference of differences) {
    const { caseId, what, here, there, practiceId } = difference
    await raiseTask(context, {
      kind: 'books_differ',
      cause: causeOf(difference),
      facts: { what, here, there },
      link: `/faelle/${caseId}`,
      ...(practiceId === undefined ? {} : { practiceId }),
    })
  }
  const { rows } = await sql<{ cause: string }>`
    SELECT cause FROM tasks
    WHERE tenant_id = ${context.tenantId} AND kind = 'books_differ' AND done_at IS NULL`.execute(context.trx)
  for (const { cause } of rows) {
    if (cases.has(cause.split(':')[1] ?? '') && !causes.has(cause)) await settleTask(context, cause)
  }
}

function causeOf({ caseId, what }: Difference): string {
  return `books_differ:${caseId}:${what}`
}
