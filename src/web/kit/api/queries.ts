import { QueryClient } from '@tanstack/react-query'

import { ProblemError } from './problem.ts'

/** A refusal stays one however often it is asked again; only an unreachable server is tried once more. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) =>
          count < 1 && !(error instanceof ProblemError && error.problem.status !== 0),
      },
      mutations: { retry: false },
    },
  })
}
