// Which level is the last one for a debtor: the one of the policy that holds for it today, as its letters, its claims' states and
// the lists say it.

import { type RawBuilder, sql } from 'kysely'
import { lastLevelOf } from '@mahnwerk/core/claims'
import type { DebtorKind } from '@mahnwerk/core/late-payment'
import { noticeKindOf } from '@mahnwerk/core/letters'
import type { Context } from '../../http/index.ts'
import { type PolicyDebtor, listPolicies, policiesFor } from './policy.ts'

export type LastLevels = {
  /** Whether a notice of this level to the debtor is the last one: nobody's first notice is. */
  readonly isLast: (level: number, debtor: PolicyDebtor) => boolean
  /** The same of rows, by the tables under the names `n` (notices) and `d` (debtors). */
  readonly isLastRow: RawBuilder<boolean>
}

const KINDS: readonly DebtorKind[] = ['consumer', 'business']

/** Of every policy, in one read. */
export async function loadLastLevels(context: Context): Promise<LastLevels> {
  const stored = await listPolicies(context)
  const { of } = policiesFor(stored)
  const own = Object.fromEntries(stored.map(({ id, steps }) => [id, lastLevelOf(steps)]))
  const usual = Object.fromEntries(KINDS.map((kind) => [kind, lastLevelOf(of({ kind }).steps)]))
  return {
    isLast: (level, debtor) => noticeKindOf(level, lastLevelOf(of(debtor).steps)) === 'last',
    isLastRow: sql<boolean>`(n.level > 1 AND n.level >= coalesce(
      (${JSON.stringify(own)}::jsonb ->> d.dunning_policy_id::text)::integer, (${JSON.stringify(usual)}::jsonb ->> d.kind)::integer))`,
  }
}
