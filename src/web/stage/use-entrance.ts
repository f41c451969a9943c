import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

import { change, read } from '../kit/api/ask.ts'
import { isSignedOut } from '../kit/api/problem.ts'
import type { Session } from '../kit/session.ts'
import type { DirectorClient } from './director-client.ts'

/** Whether this browser may see the console on the stage. */
export type Entrance =
  | { readonly kind: 'open'; readonly deskLink: string }
  /** Signed in elsewhere: to come in here means to leave there. */
  | { readonly kind: 'elsewhere'; readonly business: string }

const entranceKey = ['stage-entrance']

/**
 * Brings this browser in. Whoever works for the business on the stage already keeps the session that
 * is there; a browser without one is signed in as the broker. The desk takes its own link in its pane.
 */
export function useEntrance(director: DirectorClient) {
  const queries = useQueryClient()
  const entrance = useQuery({
    queryKey: entranceKey,
    staleTime: Infinity,
    retry: false,
    queryFn: ({ signal }) => enter(director, signal),
  })
  const change = useMutation({
    mutationFn: () => signInAsBroker(director),
    onSuccess: () => queries.resetQueries({ queryKey: entranceKey }),
  })
  return { entrance, signInHere: change }
}

async function enter(director: DirectorClient, signal: AbortSignal): Promise<Entrance> {
  const { tenantId } = await director.house()
  const session = await readSession(signal)
  if (session === undefined) await signInAsBroker(director)
  else if (session.tenant.id !== tenantId) {
    return { kind: 'elsewhere', business: session.tenant.name }
  }
  return { kind: 'open', deskLink: (await director.link('desk')).url }
}

async function readSession(signal: AbortSignal): Promise<Session | undefined> {
  try {
    return await read<Session>('/v1/session', signal)
  } catch (error) {
    if (isSignedOut(error)) return undefined
    throw error
  }
}

async function signInAsBroker(director: DirectorClient): Promise<void> {
  const { url } = await director.link('console')
  await change('/v1/session/link', { body: { token: new URL(url).hash.slice(1) } })
}
