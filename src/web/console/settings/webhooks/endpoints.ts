import { queryOptions } from '@tanstack/react-query'

import type { DeliveryView } from '../../../../api/deliveries.ts'
import type { WebhookEventTypeView } from '../../../../api/webhook-event-types.ts'
import type { EndpointView } from '../../../../api/webhooks.ts'
import { read } from '../../../kit/api/ask.ts'

/** Where the business wants to be told of milestones. */
export const endpointsQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: ({ signal }) => read<{ items: readonly EndpointView[] }>('/v1/webhooks', signal),
})

/** One of these places. */
export const endpointQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', id],
    queryFn: ({ signal }) => read<EndpointView>(`/v1/webhooks/${id}`, signal),
  })

/** What can be told of; it changes with a new version of the server only. */
export const eventTypesQuery = queryOptions({
  queryKey: ['webhook-event-types'],
  queryFn: ({ signal }) =>
    read<{ items: readonly WebhookEventTypeView[] }>('/v1/webhook-event-types', signal),
  staleTime: Infinity,
})

/** A page of deliveries. */
export interface DeliveriesPage {
  readonly items: readonly DeliveryView[]
  readonly next?: string
}

const LOOK_AGAIN_MS = 3_000

/** The latest deliveries to a place; asked for again while some are on their way. */
export const deliveriesQuery = (endpointId: string, state: DeliveryView['state'] | 'all') =>
  queryOptions({
    queryKey: ['deliveries', endpointId, state],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ endpointId, ...(state !== 'all' && { state }) })
      return read<DeliveriesPage>(`/v1/deliveries?${query.toString()}`, signal)
    },
    refetchInterval: ({ state: { data } }) =>
      data?.items.some((delivery) => delivery.state === 'due') === true ? LOOK_AGAIN_MS : false,
  })
