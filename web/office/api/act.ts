// A write: busy while it runs, told in words where it is refused, and what it changes is asked again.

import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTold } from '../../texts/index.ts'
import type { Trouble } from '../../ui/index.ts'

export type Act<Given> = {
  readonly run: (given: Given) => void
  readonly busy: boolean
  readonly trouble: Trouble | undefined
  readonly reset: () => void
}

/** `stale` names the queries that the write makes old; all others stay. */
export function useAct<Given, Answer>(
  write: (given: Given) => Promise<Answer>,
  stale: readonly string[],
  done?: (answer: Answer, given: Given) => void,
): Act<Given> {
  const client = useQueryClient()
  const mutation: UseMutationResult<Answer, Error, Given> = useMutation({
    mutationFn: write,
    onSuccess: (answer, given) => {
      for (const key of stale) void client.invalidateQueries({ queryKey: [key] })
      done?.(answer, given)
    },
  })
  const trouble = useTold(mutation.error)
  return { run: mutation.mutate, busy: mutation.isPending, trouble, reset: mutation.reset }
}
