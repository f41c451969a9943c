import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'

import type { ListColumnView } from '../../../../api/list-columns.ts'
import type {
  ListDraftRowView,
  ListDraftView,
  SampledDraftView,
} from '../../../../api/views/list-draft-view.ts'
import { change, read } from '../../../kit/api/ask.ts'
import type { Page } from '../order-queries.ts'

const ROWS_OF_A_PAGE = 500

/** Which rows of a table are looked at. */
export type RowFilter = 'all' | ListDraftRowView['state']

/** A table of orders with its mapping and samples. */
export function draftQuery(draftId: string) {
  return queryOptions({
    queryKey: ['list-drafts', draftId],
    queryFn: ({ signal }) => read<SampledDraftView>(`/v1/list-drafts/${draftId}`, signal),
  })
}

/** What a list of tables shows of each. */
export type DraftSummary = Pick<ListDraftView, 'id' | 'name' | 'rows' | 'createdAt' | 'updatedAt'>

/** The tables that were uploaded, the newest first. */
export const draftsQuery = infiniteQueryOptions({
  queryKey: ['list-drafts'],
  queryFn: ({ signal, pageParam }) => {
    const cursor = pageParam === '' ? '' : `&cursor=${pageParam}`
    return read<Page<DraftSummary>>(`/v1/list-drafts?limit=20${cursor}`, signal)
  },
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
})

interface RowsPage {
  readonly items: readonly ListDraftRowView[]
  readonly next?: number
}

/** Rows of a table, page after page. */
export function draftRowsQuery(draftId: string, filter: RowFilter) {
  return infiniteQueryOptions({
    queryKey: ['list-drafts', draftId, 'rows', filter],
    queryFn: ({ signal, pageParam }) => {
      const state = filter === 'all' ? '' : `&state=${filter}`
      const asked = `limit=${ROWS_OF_A_PAGE}&after=${pageParam}${state}`
      return read<RowsPage>(`/v1/list-drafts/${draftId}/rows?${asked}`, signal)
    },
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  })
}

/** The columns that a table may have; they depend on who is signed in only. */
export const listColumnsQuery = queryOptions({
  queryKey: ['list-columns'],
  queryFn: async ({ signal }) => {
    const { items } = await read<{ items: readonly ListColumnView[] }>(
      '/v1/list-drafts/columns',
      signal,
    )
    return items
  },
  staleTime: Infinity,
})

/** A change of mapping, defaults or cells, as the interface takes it. */
export interface DraftChange {
  readonly columns?: readonly (string | null)[]
  readonly defaults?: Readonly<Record<string, string>>
  readonly cells?: readonly {
    readonly row: number
    readonly column?: string
    readonly index?: number
    readonly text: string
  }[]
  readonly fill?: {
    readonly column: string
    readonly text: string
    readonly rows: 'all' | 'empty' | 'flawed'
  }
}

/** Changes a table; changes made in quick succession go one after the other, each on the last. */
export function useDraftChange(draftId: string) {
  const changing = useDraftChanging(draftId)
  return useMutation({ ...changing, mutationFn: (body: DraftChange) => changing.send(body) })
}

/** What all changes of a table have in common, whatever is said of them. */
export function useDraftChanging(draftId: string) {
  const queries = useQueryClient()
  const { queryKey } = draftQuery(draftId)
  return {
    scope: { id: `list-draft ${draftId}` },
    send: (body: DraftChange) => {
      const seen = queries.getQueryData(queryKey)
      return change<ListDraftView>(`/v1/list-drafts/${draftId}`, {
        method: 'PATCH',
        body,
        ifMatch: `"${seen?.version ?? 0}"`,
      })
    },
    onSuccess: async (draft: ListDraftView) => {
      queries.setQueryData(queryKey, (seen) => withDraft(seen, draft))
      await queries.invalidateQueries({ queryKey: [...queryKey, 'rows'] })
    },
    onError: () => queries.invalidateQueries({ queryKey }),
  }
}

/** The samples stay: mending a cell shows no other picture of a column. */
function withDraft(
  seen: SampledDraftView | undefined,
  draft: ListDraftView,
): SampledDraftView | undefined {
  return seen && { ...draft, samples: draft.columns.map((_, index) => seen.samples[index] ?? []) }
}
