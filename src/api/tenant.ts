import { Type, type Static } from 'typebox'

import { changeTenant, readTenant, type Tenant } from '../access/index.ts'
import { chooseChannel } from '../clearance/declaring/choose-channel.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf, text } from '../customs/order/schema.ts'
import { traderProfileSchema } from '../customs/parties/trader-profile.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { entityTag, expectedVersion, hasPresent, notModified } from './http/entity-tag.ts'
import { accepted } from './http/refusal.ts'
import { changeContextOf, principalOf, together, type ApiRoutes } from './http/route.ts'
import { instant } from './http/schema.ts'

const tenantSchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    kind: oneOf(['purchasing-agent', 'e-commerce-platform'], 'what kind of business it is'),
    profile: traderProfileSchema,
    declareWhenReady: Type.Boolean({
      description: 'whether a case is declared as soon as it is ready, or waits for a person',
    }),
    version: Type.Integer(),
    createdAt: instant,
  },
  { description: 'the business that the key belongs to' },
)

/** The tenant as its people and systems see it. */
export type TenantView = Immutable<Static<typeof tenantSchema>>

const tenantChangeSchema = Type.Object(
  {
    name: Type.Optional(text(70, 'name of the business')),
    profile: Type.Optional(traderProfileSchema),
    declareWhenReady: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false, minProperties: 1, description: 'what of the tenant changes' },
)

const readOwnTenant: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/tenant',
    {
      schema: {
        tags: ['tenant'],
        summary: 'Read your tenant',
        response: { 200: tenantSchema, 304: notModified },
      },
      config: { admit: 'tenant.read' },
    },
    async (request, reply) => {
      const { tenantId } = principalOf(request)
      const tenant = await inTenant(ports.database, tenantId, (transaction) =>
        readTenant(transaction, tenantId),
      )
      if (tenant === undefined) throw new Error(`the tenant ${tenantId} of a good key is gone`)
      if (hasPresent(request, reply, tenant.version)) return reply.code(304).send(null)
      return shownTenant(tenant)
    },
  )
}

const changeOwnTenant: ApiRoutes = (server, ports) => {
  server.patch(
    '/v1/tenant',
    {
      schema: {
        tags: ['tenant'],
        summary: 'Change your tenant',
        body: tenantChangeSchema,
        response: { 200: tenantSchema },
      },
      config: { admit: 'tenant.change' },
    },
    async (request, reply) => {
      const version = expectedVersion(request)
      const context = changeContextOf(request, ports)
      const { profile } = request.body
      const { tenantId } = context
      const { channels } = ports.clearance
      if (profile !== undefined) accepted(chooseChannel({ tenantId, profile, channels }))
      const tenant = await inTenant(ports.database, context.tenantId, async (transaction) =>
        accepted(
          await changeTenant(
            transaction,
            { change: request.body, expectedVersion: version },
            context,
          ),
        ),
      )
      reply.header('etag', entityTag(tenant.version))
      return shownTenant(tenant)
    },
  )
}

/** The tenant of the key: its standing facts before customs. */
export const tenantRoutes = together(readOwnTenant, changeOwnTenant)

function shownTenant({ tenantId, ...tenant }: Tenant) {
  return { id: tenantId, ...tenant }
}
