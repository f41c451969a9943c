import { useNavigate, useSearch } from '@tanstack/react-router'

import { type ListSearch, readListSearch } from './list-search.ts'

/** What the address says of the list, and how to say something else. */
export interface ListAddress {
  readonly search: ListSearch
  /** Changes a part of it; `undefined` takes a part away. The way back leads to what was before. */
  readonly change: (part: {
    readonly [Name in keyof ListSearch]?: ListSearch[Name] | undefined
  }) => void
  /** Goes to another list altogether; an action that is followed is followed on. */
  readonly replace: (search: ListSearch) => void
}

/** The address holds filter and order, so a link to it shows the same list to somebody else. */
export function useListSearch(): ListAddress {
  const search = readListSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const go = (to: ListSearch) => void navigate({ to: '/cases', search: to })
  return {
    search,
    change: (part) => go(readListSearch({ ...search, ...part })),
    replace: (to) => go({ ...to, ...(search.run !== undefined && { run: search.run }) }),
  }
}
