import { Type, type Static } from 'typebox'

import type { Immutable } from '../customs/immutable.ts'
import { oneOf } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import {
  createWebhookEndpoint,
  listWebhookEndpoints,
  milestones,
  readWebhookEndpoint,
  replaceWebhookEndpoint,
  testWebhookEndpoint,
  threadNewsTypes,
  type WebhookEndpoint,
} from '../tracking/index.ts'
import { changeOnce } from './http/change-once.ts'
import { accepted } from './http/refusal.ts'
import { changeContextOf, principalOf, together, type ApiRoutes } from './http/route.ts'
import { idOf, instant, link } from './http/schema.ts'

const state = oneOf(['enabled', 'disabled'], 'whether it is sent to')

const endpointFacts = {
  url: Type.String({
    maxLength: 2_048,
    description: 'https address that receives the events',
    examples: ['https://shop.example/hooks/customs'],
  }),
  eventTypes: Type.Array(
    oneOf(
      ['*', ...[...milestones, ...threadNewsTypes].map(({ type }) => type)],
      'a type of event; * for all of them, also those of later versions',
    ),
    { minItems: 1, maxItems: milestones.length + threadNewsTypes.length + 1, uniqueItems: true },
  ),
}

const endpointProperties = {
  id: Type.String(),
  ...endpointFacts,
  state,
  createdAt: instant,
  disabledAt: Type.Optional(instant),
}

const endpointSchema = Type.Object(endpointProperties, { description: 'without its secret' })

const newEndpointSchema = Type.Object(
  {
    ...endpointProperties,
    secret: Type.Optional(
      Type.String({
        description:
          'whsec_...: signs every message (Standard Webhooks 1.0.0). Shown this once, absent from ' +
          'a repeated answer',
      }),
    ),
  },
  { description: 'a new endpoint' },
)

/** An endpoint without its secret. */
export type EndpointView = Immutable<Static<typeof endpointSchema>>

/** A new endpoint, with its secret while it is shown. */
export type NewEndpointView = Immutable<Static<typeof newEndpointSchema>>

const tested = Type.Object({ deliveryId: Type.String(), links: Type.Object({ delivery: link }) })

const endpointParams = Type.Object({ id: idOf('the endpoint') })

const tags = ['webhooks']

const registerEndpoint: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/webhooks',
    {
      schema: {
        tags,
        summary: 'Register an endpoint',
        description: 'It hears of everything that happens after this was answered.',
        body: Type.Object(endpointFacts, { additionalProperties: false }),
        response: { 201: newEndpointSchema },
      },
      config: { admit: 'webhooks.manage' },
    },
    (request, reply) =>
      changeOnce<NewEndpointView>(
        { request, reply, ports, remember: ({ secret: _, ...endpoint }) => endpoint },
        async (transaction, context) => {
          const { endpoint, secret } = accepted(
            await createWebhookEndpoint(transaction, request.body, ports.tracking, context),
          )
          const location = `/v1/webhooks/${endpoint.endpointId}`
          return { status: 201, location, body: { ...shownEndpoint(endpoint), secret } }
        },
      ),
  )
}

const listEndpoints: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/webhooks',
    {
      schema: {
        tags,
        summary: 'List the endpoints, the newest first',
        response: { 200: Type.Object({ items: Type.Array(endpointSchema) }) },
      },
      config: { admit: 'webhooks.read' },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      const endpoints = await inTenant(ports.database, tenantId, listWebhookEndpoints)
      return { items: endpoints.map(shownEndpoint) }
    },
  )
}

const readEndpoint: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/webhooks/:id',
    {
      schema: {
        tags,
        summary: 'Read an endpoint',
        params: endpointParams,
        response: { 200: endpointSchema },
      },
      config: { admit: 'webhooks.read' },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      const endpoint = await inTenant(ports.database, tenantId, async (transaction) =>
        accepted(await readWebhookEndpoint(transaction, request.params.id)),
      )
      return shownEndpoint(endpoint)
    },
  )
}

const replaceEndpoint: ApiRoutes = (server, ports) => {
  server.put(
    '/v1/webhooks/:id',
    {
      schema: {
        tags,
        summary: 'Replace the facts of an endpoint, or disable or enable it',
        description:
          'The secret stays the same. What is still to be delivered goes to the new address.',
        params: endpointParams,
        body: Type.Object({ ...endpointFacts, state }, { additionalProperties: false }),
        response: { 200: endpointSchema },
      },
      config: { admit: 'webhooks.manage' },
    },
    async (request) => {
      const context = changeContextOf(request, ports)
      const input = { endpointId: request.params.id, facts: request.body }
      const endpoint = await inTenant(ports.database, context.tenantId, async (transaction) =>
        accepted(await replaceWebhookEndpoint(transaction, input, ports.tracking, context)),
      )
      return shownEndpoint(endpoint)
    },
  )
}

const testEndpoint: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/webhooks/:id/test',
    {
      schema: {
        tags,
        summary: 'Send a test message to an endpoint',
        description: 'Goes the way of every other message; its delivery shows what became of it.',
        params: endpointParams,
        response: { 202: tested },
      },
      config: { admit: 'webhooks.manage' },
    },
    (request, reply) =>
      changeOnce<Immutable<Static<typeof tested>>>(
        { request, reply, ports },
        async (transaction, context) => {
          const { deliveryId } = accepted(
            await testWebhookEndpoint(transaction, request.params.id, context),
          )
          const delivery = `/v1/deliveries/${deliveryId}`
          return { status: 202, location: delivery, body: { deliveryId, links: { delivery } } }
        },
      ),
  )
}

/** Where a tenant wants to be told of the milestones of its cases. */
export const webhookRoutes = together(
  registerEndpoint,
  listEndpoints,
  readEndpoint,
  replaceEndpoint,
  testEndpoint,
)

function shownEndpoint({ endpointId: id, ...endpoint }: WebhookEndpoint) {
  return { id, ...endpoint }
}
