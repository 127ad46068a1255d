// What the law says of a policy as it is being written: asked a moment after the last change, before anything is saved.

import type { DunningPolicyJudgement, DunningPolicyWarning } from '@mahnwerk/client/api'
import { type DunningPolicy, faultsOf } from '@mahnwerk/core/dunning'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'
import type { PolicyRemark } from '../dunning/dunning-view.ts'

export type Audience = 'all' | 'consumer' | 'business'

export type Judgement = {
  /** With them the policy cannot be saved. */
  readonly forbidden: readonly PolicyRemark[]
  readonly warnings: readonly PolicyRemark[]
}

const NOTHING: Judgement = { forbidden: [], warnings: [] }
const PAUSE_MS = 250

export function usePolicyJudgement(policy: DunningPolicy, audience: Audience): Judgement {
  // The law does not ask for the name, which a new one has not yet.
  const name = policy.name.trim() === '' ? '–' : policy.name
  const body = { ...policy, name, steps: policy.steps.map((step) => ({ ...step })), audience, standard: false }
  const [settled] = useDebouncedValue(JSON.stringify(body), PAUSE_MS)
  const sound = faultsOf(policy).length === 0
  const told = useQuery({
    queryKey: ['policy-judgement', settled],
    queryFn: ({ signal }) =>
      // Written three lines above.
      answer(api.POST('/api/v1/dunning/policies/check', { body: JSON.parse(settled) as typeof body, signal })),
    enabled: sound,
    placeholderData: keepPreviousData,
  })
  return told.data === undefined || !sound ? NOTHING : judgementOf(told.data)
}

function judgementOf({ forbidden, warnings }: DunningPolicyJudgement): Judgement {
  return { forbidden: forbidden.map(remarkOf), warnings: warnings.map(remarkOf) }
}

// The API counts lines of the policy from 1.
function remarkOf({ title, detail, facts }: DunningPolicyWarning): PolicyRemark {
  const line = facts['letter'] ?? facts['step']
  return { title, detail, step: typeof line === 'number' ? line - 1 : undefined }
}
