import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'

import type { BulkRunView } from '../../../api/bulk-runs.ts'
import type { CaseListView } from '../../../api/case-views.ts'
import type { Overview } from '../../../api/overview.ts'
import type { CaseCounts } from '../../../api/views/case-counts.ts'
import type { CaseFilter } from '../../../api/views/case-filter.ts'
import type { CaseSummary } from '../../../api/views/case-summary.ts'
import { read } from '../../kit/api/ask.ts'
import { filterOf, type ListSearch, queryOf } from './list-search.ts'

/** One page of the list as the interface answers it. */
export interface CasePage {
  readonly items: readonly CaseSummary[]
  readonly next?: string
}

const ROWS_OF_PAGE = 100

/** The list under a filter, page by page as it is scrolled. */
export function caseListQuery(search: ListSearch) {
  const { sort = 'newest' } = search
  const filter = filterOf(search)
  return infiniteQueryOptions({
    queryKey: ['cases', 'list', filter, sort] as const,
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === undefined ? {} : { cursor: pageParam }
      const query = queryOf({ ...filter, sort, limit: ROWS_OF_PAGE, ...cursor })
      return read<CasePage>(`/v1/cases?${query}`, signal)
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    // Changes are told live; to read thousands of rows again because somebody came back is no help.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  })
}

/** How many cases there are under a filter and beside it. */
export function caseCountsQuery(filter: CaseFilter) {
  return queryOptions({
    queryKey: ['cases', 'counts', filter] as const,
    queryFn: ({ signal }) => read<CaseCounts>(`/v1/cases/counts?${queryOf(filter)}`, signal),
    placeholderData: keepPreviousData,
  })
}

/** The first few cases that wait the longest for somebody. */
export function longestWaitingQuery(whose: CaseFilter['whose']) {
  const query = queryOf({ whose, sort: 'longest-waiting', limit: 6 })
  return queryOptions({
    queryKey: ['cases', 'longest-waiting', whose] as const,
    queryFn: ({ signal }) => read<CasePage>(`/v1/cases?${query}`, signal),
  })
}

/** What was released and assessed in the last days. */
export const overviewQuery = queryOptions({
  queryKey: ['cases', 'overview'] as const,
  queryFn: ({ signal }) => read<Overview>('/v1/overview', signal),
})

/** The saved views that the reader sees. */
export const caseViewsQuery = queryOptions({
  queryKey: ['case-views'] as const,
  queryFn: async ({ signal }) =>
    (await read<{ items: readonly CaseListView[] }>('/v1/case-views', signal)).items,
})

const ASK_AGAIN_MS = 600

/** How far an action on many cases has come, asked again until it is finished or refused. */
export function bulkRunQuery(id: string) {
  return queryOptions({
    queryKey: ['bulk-runs', id] as const,
    queryFn: ({ signal }) => read<BulkRunView>(`/v1/bulk-runs/${id}`, signal),
    refetchInterval: ({ state: { data, status } }) =>
      data?.state === 'finished' || status === 'error' ? false : ASK_AGAIN_MS,
  })
}
