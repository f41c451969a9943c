import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'

import type { OrderView } from '../../../api/views/order-view.ts'
import type { OrderSummaryView } from '../../../api/views/order-summary.ts'
import { read } from '../../kit/api/ask.ts'

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly next?: string
}

/** What the list of orders is narrowed by. */
export interface OrderSearch {
  readonly q?: string
  readonly state?: OrderSummaryView['state']
}

const PAGE = 50

/** The orders, page after page. */
export function ordersQuery({ q, state }: OrderSearch) {
  return infiniteQueryOptions({
    queryKey: ['orders', { q, state }],
    queryFn: ({ signal, pageParam }) => {
      const asked = new URLSearchParams({ limit: String(PAGE) })
      if (q !== undefined && q !== '') asked.set('q', q)
      if (state !== undefined) asked.set('state', state)
      if (pageParam !== '') asked.set('cursor', pageParam)
      return read<Page<OrderSummaryView>>(`/v1/orders?${asked.toString()}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
}

/** One order with its history. */
export function orderQuery(orderId: string) {
  return queryOptions({
    queryKey: ['orders', orderId],
    queryFn: ({ signal }) => read<OrderView>(`/v1/orders/${orderId}`, signal),
  })
}
