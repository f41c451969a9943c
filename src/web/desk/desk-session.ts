import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'

import type { SessionView } from '../../authority/api/officers/sign-in-routes.ts'
import { read } from '../kit/api/ask.ts'
import { tellsWhoIsSignedIn } from '../kit/api/queries.ts'
import type { Wire } from './wire.ts'

/** The officer who has signed in; fails with `unauthenticated` where nobody has. */
export const deskSessionQuery = queryOptions({
  queryKey: ['desk-session'],
  queryFn: ({ signal }) => read<Wire<SessionView>>('/officers/session', signal),
  staleTime: 60_000,
  meta: tellsWhoIsSignedIn,
})

/** Who sits at the desk; pages inside the frame always have somebody. */
export function useOfficer(): Wire<SessionView> {
  return useSuspenseQuery(deskSessionQuery).data
}
