import { Type, type Static } from 'typebox'

import { issueApiKey, listApiKeys, revokeApiKey, roles, type ApiKey } from '../access/index.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf, text } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { changeOnce } from './http/change-once.ts'
import { accepted } from './http/refusal.ts'
import { changeContextOf, principalOf, together, type ApiRoutes } from './http/route.ts'
import { idOf, instant } from './http/schema.ts'

const role = oneOf(roles, 'what the key may do')

const keyProperties = {
  id: Type.String(),
  name: Type.String(),
  role,
  hint: Type.String({ description: 'the first characters of the key' }),
  createdAt: instant,
  expiresAt: Type.Optional(instant),
  revokedAt: Type.Optional(instant),
}

const keySchema = Type.Object(keyProperties, { description: 'a key, without its secret' })

/** A key without its secret. */
export type ApiKeyView = Immutable<Static<typeof keySchema>>

const issuedKeySchema = Type.Object(
  {
    ...keyProperties,
    secret: Type.Optional(
      Type.String({
        description: 'the key itself: shown this once, absent from a repeated answer',
      }),
    ),
  },
  { description: 'a new key' },
)

/** A new key, with its secret while it is shown. */
export type IssuedKeyView = Immutable<Static<typeof issuedKeySchema>>

const newKeySchema = Type.Object(
  {
    name: text(70, 'who or what uses the key'),
    role,
    expiresAt: Type.Optional(instant),
  },
  { additionalProperties: false },
)

const tags = ['api keys']

const listKeys: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/api-keys',
    {
      schema: {
        tags,
        summary: 'List the keys',
        response: { 200: Type.Object({ items: Type.Array(keySchema) }) },
      },
      config: { admit: 'keys.read' },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      const keys = await inTenant(ports.database, tenantId, listApiKeys)
      return { items: keys.map(shownKey) }
    },
  )
}

const makeKey: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/api-keys',
    {
      schema: {
        tags,
        summary: 'Make a key',
        body: newKeySchema,
        response: { 201: issuedKeySchema },
      },
      config: { admit: 'keys.manage' },
    },
    (request, reply) =>
      changeOnce<IssuedKeyView>(
        { request, reply, ports, remember: ({ secret: _, ...key }) => key },
        async (transaction, context) => {
          const issued = await issueApiKey(transaction, request.body, context)
          return { status: 201, body: { ...shownKey(issued), secret: issued.secret } }
        },
      ),
  )
}

const endKey: ApiRoutes = (server, ports) => {
  server.delete(
    '/v1/api-keys/:id',
    {
      schema: {
        tags,
        summary: 'Revoke a key',
        description: 'It stops working within a few seconds. Revoking it again changes nothing.',
        params: Type.Object({ id: idOf('the key') }),
        response: { 200: keySchema },
      },
      config: { admit: 'keys.manage' },
    },
    async (request) => {
      const context = changeContextOf(request, ports)
      const key = await inTenant(ports.database, context.tenantId, async (transaction) =>
        accepted(await revokeApiKey(transaction, request.params.id, context)),
      )
      return shownKey(key)
    },
  )
}

/** The keys of the tenant; only owners see and change them. */
export const apiKeyRoutes = together(listKeys, makeKey, endKey)

function shownKey({ keyId: id, name, role, hint, createdAt, expiresAt, revokedAt }: ApiKey) {
  return {
    ...{ id, name, role, hint, createdAt },
    ...(expiresAt !== undefined && { expiresAt }),
    ...(revokedAt !== undefined && { revokedAt }),
  }
}
