import type { InfiniteData, QueryClient } from '@tanstack/react-query'

import type { CaseSummary } from '../../../api/views/case-summary.ts'
import type { CasePage } from './case-list-queries.ts'
import { filterOf, type ListSearch } from './list-search.ts'

type Pages = InfiniteData<CasePage, string | undefined>

/** Puts a case as it stands now in its place in every list that shows it; no row moves. */
export function showChange(queries: QueryClient, changed: CaseSummary): void {
  queries.setQueriesData<Pages>({ queryKey: ['cases', 'list'] }, (shown) =>
    shown === undefined ? shown : withChange(shown, changed),
  )
}

function withChange(shown: Pages, changed: CaseSummary): Pages {
  const isOlder = ({ id, version }: CaseSummary) => id === changed.id && version < changed.version
  if (!shown.pages.some(({ items }) => items.some(isOlder))) return shown
  return {
    ...shown,
    pages: shown.pages.map((page) =>
      page.items.some(isOlder)
        ? { ...page, items: page.items.map((item) => (isOlder(item) ? changed : item)) }
        : page,
    ),
  }
}

/**
 * Whether a case would stand in the list, as far as the page can tell by itself: words that are
 * searched, values and times are for the server to compare.
 */
export function wouldBeListed(search: ListSearch, changed: CaseSummary): boolean {
  const { state, waitingFor, whose, lane, destination, ...others } = filterOf(search)
  if (Object.keys(others).length > 0) return false
  return (
    isOneOf(state, changed.state) &&
    isOneOf(waitingFor, changed.waitingFor) &&
    isOneOf(whose, changed.whose) &&
    isOneOf(lane, changed.lane) &&
    isOneOf(destination, changed.destination)
  )
}

function isOneOf(wanted: readonly string[] | undefined, value: string | undefined): boolean {
  return wanted === undefined || (value !== undefined && wanted.includes(value))
}
