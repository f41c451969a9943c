import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'

import type { BillOfCase } from '../../../api/buyers-bills.ts'
import type { BuyerPageView, BuyerView } from '../../../api/buyers.ts'
import type { ShipmentPreviewView } from '../../../api/planned-shipments.ts'
import type { ShipmentView } from '../../../api/shipments.ts'
import type { ReceiptView } from '../../../api/warehouse-receipts.ts'
import type { SetApartView } from '../../../api/views/set-apart-view.ts'
import type { StockView } from '../../../api/warehouse-stock.ts'
import { read } from '../../kit/api/ask.ts'

interface Page<Item> {
  readonly items: readonly Item[]
  readonly next?: string
}

const PAGE = 25

/** The buyers, page after page. */
export const buyersQuery = infiniteQueryOptions({
  queryKey: ['buyers'],
  queryFn: ({ signal, pageParam }) => {
    const cursor = pageParam === '' ? '' : `&cursor=${pageParam}`
    return read<Page<BuyerView>>(`/v1/buyers?limit=${PAGE}${cursor}`, signal)
  },
  initialPageParam: '',
  getNextPageParam: ({ next }) => next,
})

/** One buyer with orders and bills. */
export function buyerQuery(buyerId: string) {
  return queryOptions({
    queryKey: ['buyers', buyerId],
    queryFn: ({ signal }) => read<BuyerPageView>(`/v1/buyers/${buyerId}`, signal),
  })
}

/** What the buyer of a case pays. */
export function billQuery(caseId: string) {
  return queryOptions({
    queryKey: ['bills', caseId],
    queryFn: ({ signal }) => read<BillOfCase>(`/v1/cases/${caseId}/buyers-bill`, signal),
  })
}

/** Everything in the warehouse: who plans a shipment has to see all of it. */
export const stockQuery = queryOptions({
  queryKey: ['stock'],
  queryFn: ({ signal }) => readAll<StockView>('/v1/warehouse/stock', signal),
})

/** The shipments that can still be changed. */
export const openShipmentsQuery = queryOptions({
  queryKey: ['shipments', 'open'],
  queryFn: ({ signal }) => readAll<ShipmentView>('/v1/shipments?state=open', signal),
})

/** What an open shipment would come to; it follows whatever is moved. */
export function previewQuery({ id, orderIds, ...facts }: ShipmentView) {
  return queryOptions({
    queryKey: ['shipments', id, 'preview', orderIds, facts],
    queryFn: ({ signal }) => read<ShipmentPreviewView>(`/v1/shipments/${id}/preview`, signal),
  })
}

/** What has come of an order so far. */
export function receiptsQuery(orderId: string) {
  return queryOptions({
    queryKey: ['receipts', orderId],
    queryFn: ({ signal }) =>
      readAll<ReceiptView>(`/v1/warehouse-receipts?orderId=${orderId}`, signal),
  })
}

/** What came and is not sent on: what still lies here, or all there ever was. */
export function setApartQuery(shown: 'kept-apart' | 'all') {
  return infiniteQueryOptions({
    queryKey: ['set-apart', shown],
    queryFn: ({ signal, pageParam }) => {
      const search = new URLSearchParams({ limit: String(PAGE) })
      if (shown === 'kept-apart') search.set('state', shown)
      if (pageParam !== '') search.set('cursor', pageParam)
      return read<Page<SetApartView>>(`/v1/set-apart-goods?${search.toString()}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
}

async function readAll<Item>(path: string, signal: AbortSignal): Promise<readonly Item[]> {
  const items: Item[] = []
  let cursor: string | undefined
  do {
    const joint = path.includes('?') ? '&' : '?'
    const after = cursor === undefined ? '' : `&cursor=${cursor}`
    const page = await read<Page<Item>>(`${path}${joint}limit=200${after}`, signal)
    items.push(...page.items)
    cursor = page.next
  } while (cursor !== undefined)
  return items
}
