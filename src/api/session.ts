import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type, type Static } from 'typebox'

import {
  deviceOf,
  endSession,
  listPasskeys,
  mayDo,
  passkeyRequestOptions,
  permissions,
  readPerson,
  readTenant,
  recordAccessChange,
  relyingPartyAt,
  roles,
  signInByLink,
  signInByPasskey,
  type OpenedSession,
  type Permission,
  type PersonPrincipal,
} from '../access/index.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf } from '../customs/order/schema.ts'
import type { Result } from '../customs/result.ts'
import { inTenant } from '../platform/postgres/index.ts'
import type { ApiPorts } from './api-ports.ts'
import { requireOwnOrigin } from './http/own-origin.ts'
import { refusedSignInCounter, signInLimit } from './http/rate-limit.ts'
import { accepted, Refusal } from './http/refusal.ts'
import { personOfRequest, together, type ApiRoutes } from './http/route.ts'
import { instant } from './http/schema.ts'
import { giveSessionCookie, sessionSecretOf, takeSessionCookie } from './http/session-cookie.ts'
import { assertionSchema, requestOptionsSchema } from './views/passkey-exchange.ts'

const sessionSchema = Type.Object(
  {
    person: Type.Object({
      id: Type.String(),
      name: Type.String(),
      email: Type.Optional(Type.String()),
    }),
    tenant: Type.Object({
      id: Type.String(),
      name: Type.String(),
      kind: oneOf(['purchasing-agent', 'e-commerce-platform'], 'what kind of business it is'),
    }),
    role: oneOf(roles, 'what the person may be trusted with'),
    permissions: Type.Array(oneOf(Object.keys(permissions) as Permission[], 'a right'), {
      description: 'every right that follows from the role',
    }),
    hasPasskey: Type.Boolean({
      description: 'whether the person can sign in again without a new link',
    }),
    expiresAt: instant,
  },
  { title: 'Session', description: 'who is signed in, for whom, and with what rights' },
)

/** Who is signed in, as the pages see it. */
export type SessionView = Immutable<Static<typeof sessionSchema>>

const signedIn = Type.Object(
  { expiresAt: instant },
  { description: 'the session is in the cookie; /v1/session shows it' },
)

const tags = ['sign-in']

const readSession: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/session',
    {
      schema: { tags, summary: 'Read who is signed in', response: { 200: sessionSchema } },
      config: { admit: 'person' },
    },
    (request) => sessionView(ports, personOfRequest(request)),
  )
}

const signInWithLink: ApiRoutes = (server, ports) => {
  const countRefused = refusedSignInCounter(server)
  server.post(
    '/v1/session/link',
    {
      schema: {
        tags,
        summary: 'Sign in with a one-time link',
        description: 'The secret of the link is what stands behind # in it. It is spent by this.',
        body: Type.Object(
          { token: Type.String({ maxLength: 100 }) },
          { additionalProperties: false },
        ),
        response: { 200: signedIn },
      },
      config: { admit: 'anyone', ...signInLimit },
    },
    async (request, reply) => {
      requireOwnOrigin(request, new URL(ports.publicUrl).origin)
      const shown = { secret: request.body.token, device: deviceOf(request.headers['user-agent']) }
      const opened = await signInByLink(ports, shown)
      return welcome({ request, reply, ports, opened, countRefused })
    },
  )
}

const offerPasskey: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/session/passkey-options',
    {
      schema: {
        tags,
        summary: 'Ask what a passkey has to sign',
        description: 'Good once and for five minutes. It names nobody.',
        response: { 200: requestOptionsSchema },
      },
      config: { admit: 'anyone', ...signInLimit },
    },
    (request) => {
      requireOwnOrigin(request, new URL(ports.publicUrl).origin)
      return passkeyRequestOptions(ports, relyingPartyAt(ports.publicUrl))
    },
  )
}

const signInWithPasskey: ApiRoutes = (server, ports) => {
  const countRefused = refusedSignInCounter(server)
  const relyingParty = relyingPartyAt(ports.publicUrl)
  server.post(
    '/v1/session/passkey',
    {
      schema: {
        tags,
        summary: 'Sign in with a passkey',
        body: Type.Object({ response: assertionSchema }, { additionalProperties: false }),
        response: { 200: signedIn },
      },
      config: { admit: 'anyone', ...signInLimit },
    },
    async (request, reply) => {
      requireOwnOrigin(request, relyingParty.origin)
      const device = deviceOf(request.headers['user-agent'])
      const shown = { response: request.body.response, device, relyingParty }
      const opened = await signInByPasskey(ports, shown, (why) =>
        request.log.warn({ why }, 'a passkey was refused'),
      )
      return welcome({ request, reply, ports, opened, countRefused })
    },
  )
}

const signOut: ApiRoutes = (server, ports) => {
  server.delete(
    '/v1/session',
    {
      schema: {
        tags,
        summary: 'Sign out',
        response: { 204: Type.Null({ description: 'the session has ended' }) },
      },
      config: { admit: 'person' },
    },
    async (request, reply) => {
      await leave(ports, personOfRequest(request))
      takeSessionCookie(reply, ports)
      return reply.code(204).send(null)
    },
  )
}

/** How people come in and go: by link or passkey, to a session in a cookie. */
export const sessionRoutes = together(
  readSession,
  signInWithLink,
  offerPasskey,
  signInWithPasskey,
  signOut,
)

interface Arrival {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly ports: ApiPorts
  readonly opened: Result<OpenedSession>
  readonly countRefused: (request: FastifyRequest) => Promise<void>
}

/** Answers a sign-in. A session that the browser had before ends: its cookie is replaced. */
async function welcome({ request, reply, ports, opened, countRefused }: Arrival) {
  if (!opened.ok) {
    await countRefused(request)
    throw new Refusal(opened.failures)
  }
  const sessionSecret = sessionSecretOf(request, ports)
  const before = await ports.authenticate({ authorization: undefined, sessionSecret })
  if (before !== undefined && 'session' in before) await leave(ports, before)
  giveSessionCookie(reply, ports, opened.value)
  return { expiresAt: opened.value.endsAt }
}

async function leave(
  ports: ApiPorts,
  { tenantId, actor, session: { sessionId } }: PersonPrincipal,
): Promise<void> {
  const now = ports.clock.now()
  await inTenant(ports.database, tenantId, async (transaction) => {
    accepted(await endSession(transaction, { personId: actor.id, sessionId }, now))
    const change = { action: 'session-ended', subject: actor.id, detail: { sessionId } } as const
    await recordAccessChange(transaction, change, { tenantId, actor, now })
  })
}

async function sessionView(
  ports: ApiPorts,
  { tenantId, actor, role, session }: PersonPrincipal,
): Promise<SessionView> {
  return inTenant(ports.database, tenantId, async (transaction) => {
    const { personId: id, name, email } = accepted(await readPerson(transaction, actor.id))
    const tenant = await readTenant(transaction, tenantId)
    if (tenant === undefined) throw new Error(`the tenant ${tenantId} of a session is gone`)
    const rights = Object.keys(permissions) as Permission[]
    return {
      person: { id, name, ...(email !== undefined && { email }) },
      tenant: { id: tenantId, name: tenant.name, kind: tenant.kind },
      role,
      permissions: rights.filter((right) => mayDo(role, right)),
      hasPasskey: (await listPasskeys(transaction, id)).length > 0,
      expiresAt: session.expiresAt,
    }
  })
}
