import type { Me } from '@mahnwerk/client/api'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { answer, api } from './client.ts'

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/me', { signal })),
  staleTime: 60_000,
})

/** Who is signed in. The shell has loaded it before any page is shown. */
export function useMe(): Me & { may: (right: string) => boolean } {
  const { data } = useSuspenseQuery(meQuery)
  return { ...data, may: (right) => data.rights.includes(right) }
}
