import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'

import type { Permission } from '../../access/permissions.ts'
import type { SessionView } from '../../api/session.ts'
import { read } from './api/ask.ts'
import { tellsWhoIsSignedIn } from './api/queries.ts'

/** Who is signed in, for which trader, and what they may do. */
export type Session = SessionView

/** The session of this browser; fails with `unauthenticated` where nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => read<Session>('/v1/session', signal),
  staleTime: 60_000,
  meta: tellsWhoIsSignedIn,
})

/** Who is signed in, with a question for each right; pages inside the frame always have a session. */
export function useSession(): Session & { may(permission: Permission): boolean } {
  const { data } = useSuspenseQuery(sessionQuery)
  return { ...data, may: (permission) => data.permissions.includes(permission) }
}
