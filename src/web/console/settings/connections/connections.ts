import { queryOptions } from '@tanstack/react-query'

import type { AuthorityConnectionView } from '../../../../api/authority-connections.ts'
import { read } from '../../../kit/api/ask.ts'

/** The connections of the business to customs authorities. */
export const connectionsQuery = queryOptions({
  queryKey: ['authority-connections'],
  queryFn: ({ signal }) =>
    read<{ items: readonly AuthorityConnectionView[] }>('/v1/authority-connections', signal),
})

/** Whether somebody of the business has to do something, since messages cannot go out otherwise. */
export function needsSomebody({ state, waitingMessages }: AuthorityConnectionView): boolean {
  return state === 'ended' || (state !== 'connected' && waitingMessages > 0)
}

const MONTH_MS = 30 * 86_400_000

/** Whether the permission ends so soon that it had better be given anew now. */
export function endsSoon(
  { state, expiresAt }: Pick<AuthorityConnectionView, 'state' | 'expiresAt'>,
  now: number,
): boolean {
  return state === 'connected' && expiresAt !== undefined && Date.parse(expiresAt) - now < MONTH_MS
}
