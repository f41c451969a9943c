import { Type, type Static } from 'typebox'

import {
  addPasskey,
  listPasskeys,
  passkeyCreationOptions,
  readPerson,
  readTenant,
  relyingPartyAt,
  removePasskey,
  type Passkey,
} from '../access/index.ts'
import type { Immutable } from '../customs/immutable.ts'
import { text } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { changeOnce } from './http/change-once.ts'
import { accepted } from './http/refusal.ts'
import { changeContextOf, personOfRequest, together, type ApiRoutes } from './http/route.ts'
import { idOf, instant } from './http/schema.ts'
import { attestationSchema, creationOptionsSchema } from './views/passkey-exchange.ts'

const passkeySchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String({ description: 'as its person calls it' }),
    createdAt: instant,
    lastUsedAt: Type.Optional(instant),
  },
  { description: 'a passkey of yours' },
)

/** A passkey of the person who asks. */
export type PasskeyView = Immutable<Static<typeof passkeySchema>>

const newPasskeySchema = Type.Object(
  { name: text(70, 'what you call it'), response: attestationSchema },
  { additionalProperties: false },
)

const tags = ['sign-in']

const listOwn: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/passkeys',
    {
      schema: {
        tags,
        summary: 'List your passkeys',
        response: { 200: Type.Object({ items: Type.Array(passkeySchema) }) },
      },
      config: { admit: 'person' },
    },
    async (request) => {
      const { tenantId, actor } = personOfRequest(request)
      const passkeys = await inTenant(ports.database, tenantId, (transaction) =>
        listPasskeys(transaction, actor.id),
      )
      return { items: passkeys.map(shownPasskey) }
    },
  )
}

const offerCreation: ApiRoutes = (server, ports) => {
  const relyingParty = relyingPartyAt(ports.publicUrl)
  server.post(
    '/v1/passkeys/options',
    {
      schema: {
        tags,
        summary: 'Ask what kind of passkey to make',
        description: 'Good once and for five minutes.',
        response: { 200: creationOptionsSchema },
      },
      config: { admit: 'person', changes: 'nothing' },
    },
    async (request) => {
      const { actor } = personOfRequest(request)
      const context = changeContextOf(request, ports)
      return inTenant(ports.database, context.tenantId, async (transaction) => {
        const person = accepted(await readPerson(transaction, actor.id))
        const tenant = await readTenant(transaction, context.tenantId)
        if (tenant === undefined) throw new Error(`the tenant of ${actor.id} is gone`)
        const owner = { person, tenantName: tenant.name, relyingParty }
        return passkeyCreationOptions(transaction, owner, context)
      })
    },
  )
}

const addOwn: ApiRoutes = (server, ports) => {
  const relyingParty = relyingPartyAt(ports.publicUrl)
  server.post(
    '/v1/passkeys',
    {
      schema: {
        tags,
        summary: 'Add a passkey',
        body: newPasskeySchema,
        response: { 201: passkeySchema },
      },
      config: { admit: 'person' },
    },
    (request, reply) => {
      const { actor } = personOfRequest(request)
      return changeOnce<PasskeyView>({ request, reply, ports }, async (transaction, context) => {
        const made = { personId: actor.id, relyingParty, ...request.body }
        const passkey = accepted(await addPasskey(transaction, made, context))
        return { status: 201, body: shownPasskey(passkey) }
      })
    },
  )
}

const removeOwn: ApiRoutes = (server, ports) => {
  server.delete(
    '/v1/passkeys/:id',
    {
      schema: {
        tags,
        summary: 'Remove a passkey',
        description: 'Who has no other needs a link to sign in again.',
        params: Type.Object({ id: idOf('the passkey') }),
        response: { 200: passkeySchema },
      },
      config: { admit: 'person' },
    },
    async (request) => {
      const { actor } = personOfRequest(request)
      const context = changeContextOf(request, ports)
      const own = { personId: actor.id, passkeyId: request.params.id }
      const passkey = await inTenant(ports.database, context.tenantId, async (transaction) =>
        accepted(await removePasskey(transaction, own, context)),
      )
      return shownPasskey(passkey)
    },
  )
}

/** The passkeys of the person who asks. */
export const passkeyRoutes = together(listOwn, offerCreation, addOwn, removeOwn)

function shownPasskey({ passkeyId: id, ...passkey }: Passkey) {
  return { id, ...passkey }
}
