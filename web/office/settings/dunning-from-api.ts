// The settings of dunning between page and API: the standard policy and what stands beside it are kept apart there.

import type { DunningPolicies, DunningSettings } from '@mahnwerk/client/api'
import { answer, api } from '../api/client.ts'
import type { PolicyEdit } from '../dunning/dunning-view.ts'
import { policyOf, standardOf } from '../dunning/policies.ts'

export type Kept = { readonly policies: DunningPolicies; readonly settings: DunningSettings }

export function viewOf({ policies, settings }: Kept): PolicyEdit {
  return {
    policy: policyOf(standardOf(policies)),
    automatic: settings.automatic,
  }
}

/** Saves what differs, the policy first: it may be refused. */
export async function saveAll(kept: Kept, edit: PolicyEdit): Promise<void> {
  const before = viewOf(kept)
  if (differs(before.policy, edit.policy)) await savePolicy(kept.policies, edit)
  const { automatic } = edit
  if (automatic !== before.automatic)
    await answer(api.PATCH('/api/v1/dunning/settings', { body: { automatic, version: kept.settings.version } }))
}

async function savePolicy({ policies }: DunningPolicies, edit: PolicyEdit): Promise<void> {
  const body = {
    ...edit.policy,
    steps: edit.policy.steps.map((step) => ({ ...step })),
    audience: 'all',
    standard: true,
  } as const
  const kept = policies.find(({ standard, audience }) => standard && audience === 'all')
  await answer(
    kept === undefined
      ? api.POST('/api/v1/dunning/policies', { body })
      : api.PUT('/api/v1/dunning/policies/{id}', {
          params: { path: { id: kept.id } },
          body: { ...body, version: kept.version },
        }),
  )
}

function differs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}
