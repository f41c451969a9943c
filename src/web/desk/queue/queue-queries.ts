import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'

import type { RiskRule } from '../../../authority/risk/risk-rule.ts'
import type { QueueCounts, QueueLine } from '../../../authority/store/queue-store.ts'
import { read } from '../../kit/api/ask.ts'
import type { Wire } from '../wire.ts'
import { queueQueryText, type QueueSearch } from './queue-search.ts'

interface QueuePart {
  readonly lodgements: readonly Wire<QueueLine>[]
  readonly next?: string
}

/** The queue, part by part. */
export function queueQuery(search: QueueSearch) {
  return infiniteQueryOptions({
    queryKey: ['queue', 'lines', search],
    queryFn: ({ pageParam, signal }) =>
      read<QueuePart>(
        `/officers/lodgements?${queueQueryText(search, pageParam === '' ? {} : { after: pageParam })}`,
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }: QueuePart) => next,
  })
}

/** How many lines each view has. */
export const countsQuery = queryOptions({
  queryKey: ['queue', 'counts'],
  queryFn: ({ signal }) => read<QueueCounts>('/officers/lodgements/counts', signal),
})

/** The rules that hold now, to narrow the queue by one of them. */
export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: ({ signal }) =>
    read<{ readonly rules: readonly RiskRule[] }>('/officers/risk-rules', signal),
})
