import { queryOptions } from '@tanstack/react-query'

import type { AuthorityContactView } from '../../../api/authority-contacts.ts'
import type { AuthorityRelationshipView } from '../../../api/authority-relationships.ts'
import type { TrustedTraderStandingView } from '../../../api/views/standing-view.ts'
import type { AuthorityView } from '../../../api/authorities.ts'
import { read } from '../../kit/api/ask.ts'

interface Items<Item> {
  readonly items: readonly Item[]
}

/** What changes while somebody looks changes slowly. */
const LOOK_EVERY_MS = 60_000

/** The authorities that the business deals with; what they publish changes with the program alone. */
export const authoritiesQuery = queryOptions({
  queryKey: ['authorities'],
  queryFn: ({ signal }) => read<Items<AuthorityView>>('/v1/authorities', signal),
  staleTime: Infinity,
})

/** Under which everything of an authority is kept that was read. */
export const authorityKey = (authority: string) => ['authority', authority] as const

/** Answer times, open matters and corrections. */
export const relationshipQuery = (authority: string, weeks: number) =>
  queryOptions({
    queryKey: [...authorityKey(authority), 'relationship', weeks],
    queryFn: ({ signal }) =>
      read<AuthorityRelationshipView>(
        `/v1/authorities/${authority}/relationship?weeks=${weeks}`,
        signal,
      ),
    refetchInterval: LOOK_EVERY_MS,
  })

/** The business's own contacts. */
export const contactsQuery = (authority: string) =>
  queryOptions({
    queryKey: [...authorityKey(authority), 'contacts'],
    queryFn: ({ signal }) =>
      read<Items<AuthorityContactView>>(`/v1/authorities/${authority}/contacts`, signal),
  })

/** The standing by each scheme of the authority. */
export const standingQuery = (authority: string) =>
  queryOptions({
    queryKey: [...authorityKey(authority), 'standing'],
    queryFn: ({ signal }) =>
      read<Items<TrustedTraderStandingView>>(`/v1/authorities/${authority}/standing`, signal),
  })
