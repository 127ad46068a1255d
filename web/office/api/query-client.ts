import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from '../../texts/index.ts'

/** What was read stays good for half a minute unless the server says that it changed; refusals are not asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 300_000,
      retry: (count, error) => count < 2 && !(error instanceof ProblemError && error.problem.status < 500),
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
})
