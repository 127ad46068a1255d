// The settings of dunning between page and API: the standard policy and what stands beside it are kept apart there.

import type { DunningPolicies, DunningPolicyWarning, DunningSettings } from '@mahnwerk/client/api'
import type { Problem } from '../../texts/index.ts'
import { answer, api } from '../api/client.ts'
import type { PolicyEdit, PolicyRemark } from '../dunning/dunning-view.ts'
import { policyOf, standardOf } from '../dunning/policies.ts'

export type Kept = { readonly policies: DunningPolicies; readonly settings: DunningSettings }

export function viewOf({ policies, settings }: Kept): PolicyEdit {
  return {
    policy: policyOf(standardOf(policies)),
    automatic: settings.automatic,
  }
}

/** Saves what differs, the policy first: it may be refused. Returns what the law asks for beside. */
export async function saveAll(kept: Kept, edit: PolicyEdit): Promise<readonly PolicyRemark[]> {
  const before = viewOf(kept)
  const warnings = differs(before.policy, edit.policy) ? await savePolicy(kept.policies, edit) : []
  const { automatic } = edit
  if (automatic !== before.automatic)
    await answer(api.PATCH('/api/v1/dunning/settings', { body: { automatic, version: kept.settings.version } }))
  return warnings.map(warningOf)
}

async function savePolicy({ policies }: DunningPolicies, edit: PolicyEdit): Promise<readonly DunningPolicyWarning[]> {
  const body = {
    ...edit.policy,
    steps: edit.policy.steps.map((step) => ({ ...step })),
    audience: 'all',
    standard: true,
  } as const
  const kept = policies.find(({ standard, audience }) => standard && audience === 'all')
  const saved = await answer(
    kept === undefined
      ? api.POST('/api/v1/dunning/policies', { body })
      : api.PUT('/api/v1/dunning/policies/{id}', {
          params: { path: { id: kept.id } },
          body: { ...body, version: kept.version },
        }),
  )
  return saved.warnings
}

function differs(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}

function warningOf({ title, detail, facts }: DunningPolicyWarning): PolicyRemark {
  return { title, detail, step: stepOf(facts) }
}

/** What the law forbids at a step, as a remark at its field; empty where a refusal is about something else. */
export function remarkOf({ title, detail, facts }: Problem): readonly PolicyRemark[] {
  const step = stepOf(facts ?? {})
  return title === undefined || detail === undefined || step === undefined ? [] : [{ title, detail, step }]
}

// The API counts lines of the policy from 1.
function stepOf({ letter, step }: Readonly<Record<string, string | number>>): number | undefined {
  const line = letter ?? step
  return typeof line === 'number' ? line - 1 : undefined
}
