import { Type } from 'typebox'
import type { FastifyInstance } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { failure, success, type Result } from '../../../customs/result.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import type { Office } from '../../processing/office.ts'
import { endSession, makeSignInLink, type DeskSession } from '../../sign-in/desk-session.ts'
import { closeAccess, openAccess } from '../../sign-in/officer-access.ts'
import {
  addPasskey,
  listPasskeys,
  offerRegistration,
  removePasskey,
} from '../../sign-in/passkey.ts'
import { THE_SOFTWARE } from '../../sign-in/the-software.ts'
import { listOfficers } from '../../store/officer-store.ts'
import { replyResult } from '../problem-response.ts'
import type { DeskSite } from './desk-site.ts'
import { callerOf, headOnly, sessionOf } from './officer-scope.ts'
import { takeCookie } from './session-cookie.ts'
import { viewSession } from './sign-in-routes.ts'

const linkBody = Type.Object(
  {
    name: Type.String({ minLength: 2, maxLength: 70, pattern: '\\S' }),
    role: Type.Optional(Type.Enum(['head', 'officer'])),
  },
  { additionalProperties: false },
)
const passkeyBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 70 }),
    response: Type.Object({ id: Type.String({ maxLength: 1400 }) }),
  },
  { additionalProperties: false },
)
const officerParameters = Type.Object({ name: Type.String({ minLength: 2, maxLength: 70 }) })
const accessBody = Type.Object(
  { access: Type.Enum(['open', 'closed']) },
  { additionalProperties: false },
)
const passkeyParameters = Type.Object({ id: Type.String({ maxLength: 1400 }) })

/** The session at hand, its passkeys, and links for others. */
export function sessionRoutes(plain: FastifyInstance, office: Office, site: DeskSite): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  server.get('/officers/session', (request, reply) => {
    const session = personAt(sessionOf(request))
    return replyResult(reply, session.ok ? success(viewSession(session.value)) : session)
  })
  server.delete('/officers/session', async (request, reply) => {
    const session = personAt(sessionOf(request))
    if (!session.ok) return replyResult(reply, session)
    await inTransaction(office.database, (transaction) =>
      endSession(transaction, session.value.id, office.wallClock.now()),
    )
    takeCookie(reply, site)
    return reply.status(204).send()
  })
  server.get('/officers/officers', async () => ({
    officers: await inTransaction(office.database, listOfficers),
  }))
  server.post(
    '/officers/sign-in-links',
    { schema: { body: linkBody }, preHandler: headOnly },
    async (request, reply) => {
      const caller = callerOf(request)
      const by = caller.kind === 'officer' ? caller.session.officer : THE_SOFTWARE
      const order = {
        ...request.body,
        name: request.body.name.trim(),
        by,
        at: office.wallClock.now(),
      }
      const made = await inTransaction(office.database, (transaction) =>
        makeSignInLink(transaction, order),
      )
      if (!made.ok) return replyResult(reply, made)
      const { officer, secret, expiresAt } = made.value
      // The secret stands behind the #, which no server and no log ever gets to see.
      const url = `${site.origin}/desk/#${secret}`
      return replyResult(reply.status(201), success({ officer, url, expiresAt }))
    },
  )
  accessRoutes(plain, office)
  passkeyRoutes(plain, office, site)
}

/** Closing an officer's access, and opening it again. */
function accessRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  server.put(
    '/officers/officers/:name/access',
    { schema: { params: officerParameters, body: accessBody }, preHandler: headOnly },
    async (request, reply) => {
      const { name } = request.params
      const by = sessionOf(request)?.officer
      const changed = await inTransaction(office.database, (transaction) =>
        request.body.access === 'open'
          ? openAccess(transaction, name)
          : closeAccess(transaction, { name, by, at: office.wallClock.now() }),
      )
      return changed.ok ? reply.status(204).send() : replyResult(reply, changed)
    },
  )
}

function passkeyRoutes(plain: FastifyInstance, office: Office, site: DeskSite): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  server.get('/officers/passkeys', async (request, reply) => {
    const session = personAt(sessionOf(request))
    if (!session.ok) return replyResult(reply, session)
    const passkeys = await inTransaction(office.database, (transaction) =>
      listPasskeys(transaction, session.value.officerId),
    )
    return { passkeys }
  })
  server.post('/officers/passkeys/options', async (request, reply) => {
    const session = personAt(sessionOf(request))
    if (!session.ok) return replyResult(reply, session)
    const at = office.wallClock.now()
    return inTransaction(office.database, (transaction) =>
      offerRegistration(transaction, site, { session: session.value, at }),
    )
  })
  server.post('/officers/passkeys', { schema: { body: passkeyBody } }, async (request, reply) => {
    const session = personAt(sessionOf(request))
    if (!session.ok) return replyResult(reply, session)
    // The library checks every part of the answer; the schema has only seen that it is one.
    const response = request.body.response as unknown as RegistrationResponseJSON
    const { name } = request.body
    const added = await inTransaction(office.database, (transaction) =>
      addPasskey(transaction, site, {
        session: session.value,
        name,
        response,
        at: office.wallClock.now(),
      }),
    )
    return replyResult(added.ok ? reply.status(201) : reply, added)
  })
  server.delete(
    '/officers/passkeys/:id',
    { schema: { params: passkeyParameters } },
    async (request, reply) => {
      const session = personAt(sessionOf(request))
      if (!session.ok) return replyResult(reply, session)
      const { id } = request.params
      const removed = await inTransaction(office.database, (transaction) =>
        removePasskey(transaction, session.value.officerId, id),
      )
      return removed ? reply.status(204).send() : replyResult(reply, noPasskey)
    },
  )
}

function personAt(session: DeskSession | undefined): Result<DeskSession> {
  return session === undefined ? noPerson : success(session)
}

const noPerson = failure({
  code: 'forbidden',
  path: '',
  message: 'Software with the token has no session.',
  mend: 'Sign in at the desk.',
  zh: { message: '持令牌的软件没有登录会话。', mend: '请在办公台登录。' },
})

const noPasskey = failure({
  code: 'not-found',
  path: '',
  message: 'You have no such passkey.',
  zh: { message: '您没有这个通行密钥。' },
})
