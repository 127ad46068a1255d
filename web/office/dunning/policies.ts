// The creditor's policies as the API tells them, and the one that holds where nothing else does.

import type { DunningPolicies, NewDunningPolicy } from '@mahnwerk/client/api'
import type { DunningPolicy } from '@mahnwerk/core/dunning'
import { currency, minor } from '@mahnwerk/core/money'
import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../api/client.ts'

export const policiesQuery = queryOptions({
  queryKey: ['dunning-policies'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/dunning/policies', { signal })),
})

/** The standard for everybody, or the one that is built in. */
export function standardOf({ policies, builtIn }: DunningPolicies): NewDunningPolicy {
  return policies.find(({ standard, audience }) => standard && audience === 'all') ?? builtIn
}

export function policyOf({ name, currency: code, steps, grouping, leastOpen }: NewDunningPolicy): DunningPolicy {
  return {
    name,
    currency: currency(code),
    steps: steps.map((step) => ({ ...step, fee: minor(step.fee) })),
    grouping,
    leastOpen: minor(leastOpen),
  }
}
