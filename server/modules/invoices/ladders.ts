// Which steps hold for which debtor, as far as lists and states ask for them: the debtor's own policy, else the standard of its
// kind, else the standard of all, else ours. The policies themselves are kept by the dunning module.

import { type Ladder, lastLevelOf } from '@mahnwerk/core/claims'
import { standardPolicy } from '@mahnwerk/core/dunning'
import type { DebtorKind } from '@mahnwerk/core/late-payment'
import { EUR } from '@mahnwerk/core/money'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../http/index.ts'
import { placeIn } from './places.ts'

type LadderDebtor = { readonly kind: DebtorKind; readonly policyId: string | null }

export type Ladders = (debtor: LadderDebtor) => Ladder

type Row = {
  readonly id: string
  readonly audience: 'all' | DebtorKind
  readonly standard: boolean
  // Written only by the dunning module, which checks it.
  readonly steps: Ladder
}

const OURS: Ladder = standardPolicy(EUR).steps

/** Of every policy of the tenant, in one read. */
export async function loadLadders({ trx, tenantId }: Pick<Context, 'trx' | 'tenantId'>): Promise<Ladders> {
  const { rows } = await sql<Row>`
    SELECT id, audience, standard, steps FROM dunning_policies WHERE tenant_id = ${tenantId}`.execute(trx)
  const byId = new Map(rows.map(({ id, steps }) => [id, steps]))
  const standards = new Map(rows.filter(({ standard }) => standard).map(({ audience, steps }) => [audience, steps]))
  return ({ kind, policyId }) => byId.get(policyId ?? '') ?? standards.get(kind) ?? standards.get('all') ?? OURS
}

/** The last level of the policy that holds for the debtor of one invoice. */
export async function lastLevelFor(context: Context, debtorId: string): Promise<number> {
  const { rows } = await sql<LadderDebtor>`
    SELECT kind, dunning_policy_id AS "policyId" FROM debtors
    WHERE tenant_id = ${context.tenantId} AND id = ${debtorId}`.execute(context.trx)
  if (!rows[0]) throw new Error(`debtor ${debtorId} is missing`)
  return lastLevelOf((await loadLadders(context))(rows[0]))
}

/**
 * Brings the kept standings in line with the policies: to be called when a policy, or who it holds for, has changed. Only rows
 * whose standing is another one are written. `which`: a condition on `i` (invoices) and `d` (debtors).
 */
export async function settleStandings(
  { trx, tenantId }: Pick<Context, 'trx' | 'tenantId'>,
  which: RawBuilder<unknown> = sql`true`,
): Promise<void> {
  const lastOf = (policy: RawBuilder<unknown>) =>
    sql`(SELECT (p.steps -> -1 ->> 'level')::integer FROM dunning_policies p WHERE p.tenant_id = ${tenantId} AND ${policy})`
  await sql`
    WITH settled AS (UPDATE invoices u SET standing = s.standing
    FROM (
      SELECT i.id, ${placeIn(sql`i`)} AS place, CASE WHEN i.dunning_level >= coalesce(own.last, kinds.last, ${lastOf(sql`p.standard AND p.audience = 'all'`)},
        ${lastLevelOf(OURS)}::integer) THEN 'final_notice' ELSE 'reminded' END AS standing
      FROM invoices i
      JOIN debtors d ON d.tenant_id = i.tenant_id AND d.id = i.debtor_id
      LEFT JOIN LATERAL ${lastOf(sql`p.id = d.dunning_policy_id`)} AS own (last) ON true
      LEFT JOIN (SELECT audience, (steps -> -1 ->> 'level')::integer AS last FROM dunning_policies
        WHERE tenant_id = ${tenantId} AND standard) kinds ON kinds.audience = d.kind
      WHERE i.tenant_id = ${tenantId} AND i.standing IN ('reminded', 'final_notice') AND (${which})
    ) s
    WHERE u.tenant_id = ${tenantId} AND u.id = s.id AND u.standing <> s.standing
    RETURNING u.id, u.due_date, s.place AS old, ${placeIn(sql`u`)} AS next)
    UPDATE invoice_places p SET place = m.next FROM settled m
    WHERE p.tenant_id = ${tenantId} AND p.place = m.old AND p.due_date = m.due_date AND p.invoice_id = m.id`.execute(
    trx,
  )
}
