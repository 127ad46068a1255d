// The policy that holds for a creditor: its own standard, or ours where it has none.

import { sql } from 'kysely'
import { type DunningPolicy, type DunningStep, standardPolicy } from '@mahnwerk/core/dunning'
import { EUR, currency, minor } from '@mahnwerk/core/money'
import type { Context } from '../../http/index.ts'

type PolicyRow = {
  readonly name: string
  readonly currency: string
  // Written only through savePolicy, which checks it.
  readonly steps: readonly DunningStep[]
  readonly grouping_by: DunningPolicy['grouping']
  readonly least_open: number
}

/** The creditor's standard policy. */
export async function loadPolicy({ trx, tenantId }: Context): Promise<DunningPolicy> {
  const { rows } = await sql<PolicyRow>`
    SELECT name, currency, steps, grouping_by, least_open FROM dunning_policies
    WHERE tenant_id = ${tenantId} AND standard`.execute(trx)
  const [row] = rows
  return row === undefined ? standardPolicy(EUR) : policyOf(row)
}

function policyOf(row: PolicyRow): DunningPolicy {
  return {
    name: row.name,
    currency: currency(row.currency),
    steps: row.steps,
    grouping: row.grouping_by,
    leastOpen: minor(row.least_open),
  }
}
