// The policies of a creditor and which of them holds for a debtor: its own, else the standard of its kind, else the standard of
// all, else ours where the creditor has none.

import { sql } from 'kysely'
import { type DunningPolicy, type DunningStep, type LetterChange, standardPolicy } from '@mahnwerk/core/dunning'
import type { DebtorKind } from '@mahnwerk/core/late-payment'
import { EUR, currency, minor } from '@mahnwerk/core/money'
import type { Context } from '../../http/index.ts'
import { changesInForce } from './changes-in-force.ts'

export type Audience = 'all' | DebtorKind

export type StoredPolicy = DunningPolicy & {
  readonly id: string
  /** For whom it holds where it is a standard, and to whom it may be given. */
  readonly audience: Audience
  readonly standard: boolean
  readonly version: number
}

/** Why a policy holds for a debtor: it is its own, the standard of its kind, the standard of all, or there is no other. */
export type PolicyGround = 'own' | 'kind' | 'all' | 'built_in'

export type PolicyDebtor = { readonly kind: DebtorKind; readonly policyId?: string }

export type Policies = {
  /** Those that hold for somebody; never empty. */
  readonly all: readonly DunningPolicy[]
  readonly of: (debtor: PolicyDebtor) => DunningPolicy
  readonly groundOf: (debtor: PolicyDebtor) => PolicyGround
  /** What people set by hand, of debtors and of single invoices. */
  readonly levelMaxOf: (debtorId: string) => number | undefined
  readonly changeOf: (invoiceId: string) => LetterChange | undefined
}

type PolicyRow = {
  readonly id: string
  readonly name: string
  readonly currency: string
  // Written only through save-policy.ts, which checks it.
  readonly steps: readonly DunningStep[]
  readonly grouping_by: DunningPolicy['grouping']
  readonly least_open: number
  readonly audience: Audience
  readonly standard: boolean
  readonly version: number
}

/** Every policy that is kept: the standards first, then by name. */
export async function listPolicies({ trx, tenantId }: Context, lock = false): Promise<readonly StoredPolicy[]> {
  const { rows } = await sql<PolicyRow>`
    SELECT id, name, currency, steps, grouping_by, least_open, audience, standard, version FROM dunning_policies
    WHERE tenant_id = ${tenantId} ORDER BY standard DESC, name, id ${lock ? sql`FOR UPDATE` : sql``}`.execute(trx)
  return rows.map(policyOf)
}

export async function loadPolicies(context: Context): Promise<Policies> {
  const stored = await listPolicies(context)
  const levelsMax = await levelsMaxOf(context)
  const changes = await changesInForce(context)
  return {
    ...policiesFor(stored),
    levelMaxOf: (debtorId) => levelsMax.get(debtorId),
    changeOf: (invoiceId) => changes.get(invoiceId),
  }
}

/** Which of those that are kept holds for whom. */
export function policiesFor(stored: readonly StoredPolicy[]): Pick<Policies, 'all' | 'of' | 'groundOf'> {
  const byId = new Map(stored.map((policy) => [policy.id, policy]))
  const standards = new Map(stored.filter(({ standard }) => standard).map((policy) => [policy.audience, policy]))
  const ofAll: DunningPolicy = standards.get('all') ?? standardPolicy(EUR)
  return {
    all: [ofAll, ...stored],
    of: ({ kind, policyId }) => byId.get(policyId ?? '') ?? standards.get(kind) ?? ofAll,
    groundOf: ({ kind, policyId }) => {
      if (byId.has(policyId ?? '')) return 'own'
      if (standards.has(kind)) return 'kind'
      return standards.has('all') ? 'all' : 'built_in'
    },
  }
}

async function levelsMaxOf({ trx, tenantId }: Context): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; level: number }>`
    SELECT id, dunning_level_max AS level FROM debtors
    WHERE tenant_id = ${tenantId} AND dunning_level_max IS NOT NULL`.execute(trx)
  return new Map(rows.map(({ id, level }) => [id, level]))
}

function policyOf(row: PolicyRow): StoredPolicy {
  return {
    id: row.id,
    name: row.name,
    currency: currency(row.currency),
    steps: row.steps,
    grouping: row.grouping_by,
    leastOpen: minor(row.least_open),
    audience: row.audience,
    standard: row.standard,
    version: row.version,
  }
}
