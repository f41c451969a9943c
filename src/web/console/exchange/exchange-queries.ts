import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'

import type { DeliveryView } from '../../../api/deliveries.ts'
import type { ExchangeChannels } from '../../../api/exchange-channels.ts'
import type { ExchangeMessageDetail } from '../../../api/exchange-messages.ts'
import type { StrayDetail, StrayView } from '../../../api/exchange-strays.ts'
import type { ExchangeMessageView } from '../../../api/views/exchange-message-view.ts'
import { read } from '../../kit/api/ask.ts'

/** Under which everything of the exchange is kept that was read. */
export const exchangeKey = ['exchange'] as const

/** Attempts that fail change nothing in a case, so no news of a case tells of them. */
const LOOK_EVERY_MS = 5_000

interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly next?: string
}

/** How the channels do. */
export const channelsQuery = (by: 'minute' | 'hour') =>
  queryOptions({
    queryKey: [...exchangeKey, 'channels', by],
    queryFn: ({ signal }) => read<ExchangeChannels>(`/v1/exchange/channels?by=${by}`, signal),
    refetchInterval: LOOK_EVERY_MS,
  })

/** The messages that a query narrows, page by page. */
export const messagesQuery = (query: string) =>
  infiniteQueryOptions({
    queryKey: [...exchangeKey, 'messages', query],
    queryFn: ({ signal, pageParam }) => {
      const parameters = new URLSearchParams(query)
      if (pageParam !== '') parameters.set('cursor', pageParam)
      return read<PageOf<ExchangeMessageView>>(`/v1/exchange/messages?${parameters}`, signal)
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: LOOK_EVERY_MS,
  })

/** One message with its attempts. */
export const messageQuery = (messageId: string) =>
  queryOptions({
    queryKey: [...exchangeKey, 'message', messageId],
    queryFn: ({ signal }) =>
      read<ExchangeMessageDetail>(`/v1/exchange/messages/${messageId}`, signal),
    refetchInterval: LOOK_EVERY_MS,
  })

/** Stray notifications that answer something of ours. */
export const straysQuery = queryOptions({
  queryKey: [...exchangeKey, 'strays'],
  queryFn: ({ signal }) => read<PageOf<StrayView>>('/v1/exchange/strays?limit=200', signal),
  refetchInterval: LOOK_EVERY_MS,
})

/** One of them with what it says. */
export const strayQuery = (strayId: string) =>
  queryOptions({
    queryKey: [...exchangeKey, 'stray', strayId],
    queryFn: ({ signal }) => read<StrayDetail>(`/v1/exchange/strays/${strayId}`, signal),
  })

/** Webhooks and mails that were given up. */
export const deadDeliveriesQuery = queryOptions({
  queryKey: [...exchangeKey, 'deliveries'],
  queryFn: ({ signal }) =>
    read<PageOf<DeliveryView>>('/v1/deliveries?state=dead&limit=200', signal),
  refetchInterval: LOOK_EVERY_MS,
})

/** The bytes of a message as text; they do not change. */
export const bytesQuery = (path: string) =>
  queryOptions({
    queryKey: ['raw-message', path],
    queryFn: async ({ signal }) => {
      const body = await read<unknown>(path, signal)
      return typeof body === 'string' ? body : JSON.stringify(body, undefined, 2)
    },
    staleTime: Infinity,
  })
