// Which policy holds for a debtor and why, and where a policy is used.

import { z } from 'zod'
import { sql } from 'kysely'
import type { DebtorKind } from '@mahnwerk/core/late-payment'
import { holdInForce, loadDebtor } from '../debtors/index.ts'
import type { Context } from '../../http/index.ts'
import { type PolicyGround, listPolicies, loadPolicies } from './policy.ts'
import { debtorsOfPolicies } from './save-policy.ts'

export const GROUNDS = ['own', 'kind', 'all', 'built_in'] as const satisfies readonly PolicyGround[]

export const groundSchema = z
  .enum(GROUNDS)
  .describe('Why it holds: the debtor’s own, the standard of its kind, the standard of all, or there is no other')

export const debtorDunningSchema = z
  .object({
    policy: z.object({ name: z.string(), ground: groundSchema, levels: z.array(z.int()) }),
    policyId: z.uuid().nullable().describe('The debtor’s own'),
    levelMax: z.int().nullable().describe('The highest level it may get; null: whatever the policy says'),
    hold: z.object({ reason: z.string(), until: z.iso.date().nullable() }).nullable(),
  })
  .meta({ id: 'DebtorDunning' })

export const policyUseSchema = z
  .object({
    uses: z.array(
      z.object({
        policyId: z.uuid(),
        debtors: z.int().describe('Whose own it is'),
        standardFor: z.enum(['all', 'consumer', 'business']).nullable(),
      }),
    ),
  })
  .meta({ id: 'DunningPolicyUse' })

/** Throws Refused (404) where the principal may not see the debtor. */
export async function debtorDunning(context: Context, id: string): Promise<z.output<typeof debtorDunningSchema>> {
  const { name } = await loadDebtor(context, id)
  const own = await ownOf(context, id)
  const debtor: { kind: DebtorKind; policyId?: string } =
    own.policyId === null ? { kind: name.kind } : { kind: name.kind, policyId: own.policyId }
  const policies = await loadPolicies(context)
  const policy = policies.of(debtor)
  return {
    policy: {
      name: policy.name,
      ground: policies.groundOf(debtor),
      levels: policy.steps.map(({ level }) => level),
    },
    ...own,
    hold: (await holdInForce(context, id)) ?? null,
  }
}

async function ownOf({ trx, tenantId }: Context, id: string) {
  const { rows } = await sql<{ readonly policyId: string | null; readonly levelMax: number | null }>`
    SELECT dunning_policy_id AS "policyId", dunning_level_max AS "levelMax" FROM debtors
    WHERE tenant_id = ${tenantId} AND id = ${id}`.execute(trx)
  if (!rows[0]) throw new Error(`debtor ${id} is missing`)
  return rows[0]
}

/** A count of debtors, of whichever practice: a policy belongs to the whole account. */
export async function policyUse(context: Context): Promise<z.output<typeof policyUseSchema>> {
  const debtors = await debtorsOfPolicies(context)
  const policies = await listPolicies(context)
  return {
    uses: policies.map(({ id, standard, audience }) => ({
      policyId: id,
      debtors: debtors.get(id) ?? 0,
      standardFor: standard ? audience : null,
    })),
  }
}
