import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import { Type } from 'typebox'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { success, type Failure, type Result } from '../../../customs/result.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import type { Office } from '../../processing/office.ts'
import { redeemLink, type DeskSession, type OpenedSession } from '../../sign-in/desk-session.ts'
import { offerSignIn, signInByPasskey } from '../../sign-in/passkey.ts'
import { answerWithProblems, replyFailures, replyResult } from '../problem-response.ts'
import type { DeskSite } from './desk-site.ts'
import { giveCookie } from './session-cookie.ts'

/** How often one address may try to sign in, in a minute. */
const TRIES_PER_MINUTE = 30

const linkBody = Type.Object(
  { token: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }) },
  { additionalProperties: false },
)
const passkeyBody = Type.Object(
  { response: Type.Object({ id: Type.String({ maxLength: 1400 }) }) },
  { additionalProperties: false },
)

/** A session as the desk's pages see it. */
export type SessionView = Omit<DeskSession, 'id' | 'officerId'>

/** What an officer's session is, without what names it in the database. */
export function viewSession({ officer, role, expiresAt }: DeskSession): SessionView {
  return { officer, role, expiresAt }
}

/**
 * Signing in, for which nobody has to be signed in: by a link, whose secret travels in the body, or
 * by a passkey. Both have to come from the desk's own pages, so that no other site signs anybody in.
 */
export async function signInRoutes(
  plain: FastifyInstance,
  office: Office,
  site: DeskSite,
): Promise<void> {
  await plain.register(cookie)
  await plain.register(rateLimit, { max: TRIES_PER_MINUTE, timeWindow: '1 minute' })
  answerWithProblems(plain)
  plain.addHook('onRequest', (request, reply, done) => {
    if (site.isOwnOrigin(request.headers.origin)) return done()
    replyFailures(reply, [elsewhere])
  })
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  const answer = (reply: FastifyReply, opened: Result<OpenedSession>): FastifyReply => {
    if (!opened.ok) return replyResult(reply, opened)
    giveCookie(reply, site, opened.value.secret)
    return replyResult(reply.status(201), success(viewSession(opened.value)))
  }
  server.post('/officers/session', { schema: { body: linkBody } }, async (request, reply) => {
    const { token } = request.body
    const opened = await inTransaction(office.database, (transaction) =>
      redeemLink(transaction, token, office.wallClock.now()),
    )
    return answer(reply, opened)
  })
  server.post('/officers/session/passkey-options', () =>
    inTransaction(office.database, (transaction) =>
      offerSignIn(transaction, site, office.wallClock.now()),
    ),
  )
  server.post(
    '/officers/session/passkey',
    { schema: { body: passkeyBody } },
    async (request, reply) => {
      // The library checks every part of the answer; the schema has only seen that it is one.
      const response = request.body.response as unknown as AuthenticationResponseJSON
      const opened = await inTransaction(office.database, (transaction) =>
        signInByPasskey(transaction, site, { response, at: office.wallClock.now() }),
      )
      return answer(reply, opened)
    },
  )
}

const elsewhere: Failure = {
  code: 'forbidden',
  path: '',
  message: 'Signing in starts at the desk itself.',
  mend: 'Open the desk and sign in there.',
  zh: { message: '登录须在办公台进行。', mend: '请打开办公台登录。' },
}
