import { Type, type Static } from 'typebox'

import type { Immutable } from '../customs/immutable.ts'
import { milestones, threadNewsTypes } from '../tracking/index.ts'
import type { ApiRoutes } from './http/route.ts'
import { bilingualText } from './http/schema.ts'

const eventTypeSchema = Type.Object(
  { type: Type.String(), title: bilingualText },
  { description: 'something that an endpoint can hear of' },
)

/** A type of event that an endpoint can hear of, and what it says. */
export type WebhookEventTypeView = Immutable<Static<typeof eventTypeSchema>>

/** What an endpoint can hear of, for whoever chooses. */
export const webhookEventTypeRoutes: ApiRoutes = (server) => {
  server.get(
    '/v1/webhook-event-types',
    {
      schema: {
        tags: ['webhooks'],
        summary: 'List the types of events, in the order of the way',
        response: { 200: Type.Object({ items: Type.Array(eventTypeSchema) }) },
      },
      config: { admit: 'webhooks.read' },
    },
    () => ({
      items: [...milestones, ...threadNewsTypes].map(({ type, title }) => ({ type, title })),
    }),
  )
}
