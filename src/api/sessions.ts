import { Type, type Static } from 'typebox'

import {
  endOtherSessions,
  endSession,
  listSessions,
  recordAccessChange,
  type Session,
} from '../access/index.ts'
import type { Immutable } from '../customs/immutable.ts'
import { oneOf } from '../customs/order/schema.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { accepted } from './http/refusal.ts'
import { changeContextOf, personOfRequest, together, type ApiRoutes } from './http/route.ts'
import { idOf, instant } from './http/schema.ts'

const ownSessionSchema = Type.Object(
  {
    id: Type.String(),
    current: Type.Boolean({ description: 'whether it is the one that asks' }),
    signedInWith: oneOf(['link', 'passkey'], 'how it began'),
    device: Type.Optional(Type.String({ description: 'browser and system' })),
    createdAt: instant,
    lastSeenAt: instant,
    expiresAt: instant,
  },
  { description: 'where you are signed in' },
)

/** A session of the person who asks. */
export type OwnSessionView = Immutable<Static<typeof ownSessionSchema>>

const tags = ['sign-in']

const listOwn: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/sessions',
    {
      schema: {
        tags,
        summary: 'List where you are signed in',
        response: { 200: Type.Object({ items: Type.Array(ownSessionSchema) }) },
      },
      config: { admit: 'person' },
    },
    async (request) => {
      const { tenantId, actor, session } = personOfRequest(request)
      const sessions = await inTenant(ports.database, tenantId, (transaction) =>
        listSessions(transaction, actor.id, ports.clock.now()),
      )
      return { items: sessions.map((one) => shownSession(one, session.sessionId)) }
    },
  )
}

const endOne: ApiRoutes = (server, ports) => {
  server.delete(
    '/v1/sessions/:id',
    {
      schema: {
        tags,
        summary: 'Sign out somewhere',
        description: 'It ends within a few seconds. Ending it again changes nothing.',
        params: Type.Object({ id: idOf('the session') }),
        response: { 200: ownSessionSchema },
      },
      config: { admit: 'person' },
    },
    async (request) => {
      const { session, actor } = personOfRequest(request)
      const context = changeContextOf(request, ports)
      const sessionId = request.params.id
      const ended = await inTenant(ports.database, context.tenantId, async (transaction) => {
        const own = { personId: actor.id, sessionId }
        const one = accepted(await endSession(transaction, own, context.now))
        const change = {
          action: 'session-ended',
          subject: actor.id,
          detail: { sessionId },
        } as const
        await recordAccessChange(transaction, change, context)
        return one
      })
      return shownSession(ended, session.sessionId)
    },
  )
}

const endOthers: ApiRoutes = (server, ports) => {
  server.delete(
    '/v1/sessions',
    {
      schema: {
        tags,
        summary: 'Sign out everywhere else',
        response: {
          200: Type.Object({ ended: Type.Integer({ description: 'how many sessions ended' }) }),
        },
      },
      config: { admit: 'person' },
    },
    async (request) => {
      const { session, actor } = personOfRequest(request)
      const context = changeContextOf(request, ports)
      const own = { personId: actor.id, sessionId: session.sessionId }
      return inTenant(ports.database, context.tenantId, async (transaction) => {
        const ended = await endOtherSessions(transaction, own, context.now)
        const change = { action: 'session-ended', subject: actor.id, detail: { ended } } as const
        await recordAccessChange(transaction, change, context)
        return { ended }
      })
    },
  )
}

/** Where the person who asks is signed in. */
export const ownSessionRoutes = together(listOwn, endOne, endOthers)

function shownSession({ sessionId: id, ...session }: Session, currentId: string) {
  return { id, current: id === currentId, ...session }
}
