import { MutationCache, QueryCache, QueryClient, type QueryMeta } from '@tanstack/react-query'

import { isSignedOut, ProblemError } from './problem.ts'

/** Said by the query that tells who is signed in, so that it is asked anew when somebody no longer is. */
export const tellsWhoIsSignedIn: QueryMeta = { tellsWhoIsSignedIn: true }

/**
 * A refusal stays one however often it is asked again; only an unreachable server is tried once more.
 * Whatever is refused because the session has ended has the session read anew, and the frame then
 * leads to where one signs in.
 */
export function createQueries(): QueryClient {
  const askWhoIsSignedIn = (error: Error): void => {
    if (!isSignedOut(error)) return
    void queries.invalidateQueries({ predicate: ({ meta }) => isAboutSession(meta) })
  }
  const queries = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { meta }) => {
        if (!isAboutSession(meta)) askWhoIsSignedIn(error)
      },
    }),
    mutationCache: new MutationCache({ onError: askWhoIsSignedIn }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) =>
          count < 1 && !(error instanceof ProblemError && error.problem.status !== 0),
      },
      // Without a network a change is refused at once and can be asked for again; it does not wait
      // unseen and go out by itself when nobody expects it any more.
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  return queries
}

function isAboutSession(meta: QueryMeta | undefined): boolean {
  return meta?.tellsWhoIsSignedIn === true
}
