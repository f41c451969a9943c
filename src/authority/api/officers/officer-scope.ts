import { timingSafeEqual } from 'node:crypto'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Failure } from '../../../customs/result.ts'
import { sha256Hex } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import type { Office } from '../../processing/office.ts'
import { findSession, type DeskSession } from '../../sign-in/desk-session.ts'
import { answerWithProblems, replyFailures, tooManyRequests } from '../problem-response.ts'
import type { DeskSite } from './desk-site.ts'
import { SESSION_COOKIE } from './session-cookie.ts'

/** Who is at the officers' door: software with the token, or an officer who has signed in. */
export type Caller =
  { readonly kind: 'software' } | { readonly kind: 'officer'; readonly session: DeskSession }

/** How often an address may show a wrong token, in a minute. */
const WRONG_TOKENS_PER_MINUTE = 30
/** How often a session may ask in a minute: more than a page asks that follows a busy office. */
const REQUESTS_PER_MINUTE = 1_500

const callers = new WeakMap<FastifyRequest, Caller>()

/** Who sent a request; only within {@link officerScope}. */
export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request)
  if (caller === undefined) throw new Error('the request has not been authenticated')
  return caller
}

/** The session of an officer who has signed in; software has none. */
export function sessionOf(request: FastifyRequest): DeskSession | undefined {
  const caller = callerOf(request)
  return caller.kind === 'officer' ? caller.session : undefined
}

/**
 * Protects the officers' part of the server and gives errors as problems. Software shows the token
 * and names the officer in the body; a person shows the cookie of a session, and the name is that
 * of the session. A cookie comes along whoever wrote the page, so what changes something has to
 * come from the desk's own pages.
 */
export async function officerScope(
  server: FastifyInstance,
  office: Office,
  { site, officerToken }: { readonly site: DeskSite; readonly officerToken: string },
): Promise<void> {
  await server.register(cookie)
  const isToken = tokenTest(officerToken)
  await server.register(rateLimit, {
    max: REQUESTS_PER_MINUTE,
    timeWindow: '1 minute',
    keyGenerator: (request) => sessionOf(request)?.id ?? request.ip,
    allowList: (request) => callerOf(request).kind === 'software',
  })
  const wrongTokens = server.createRateLimit({
    max: WRONG_TOKENS_PER_MINUTE,
    timeWindow: '1 minute',
    keyGenerator: ({ ip }) => ip,
    allowList: [],
  })
  const identify = async (request: FastifyRequest): Promise<Caller | Failure> => {
    const { authorization } = request.headers
    if (authorization !== undefined) {
      return isToken(authorization) ? { kind: 'software' } : noToken
    }
    const session = await sessionBehind(request, office)
    if (session === undefined) return notSignedIn
    return isSafe(request) || site.isOwnOrigin(request.headers.origin)
      ? { kind: 'officer', session }
      : foreignPage
  }
  server.addHook('onRequest', async (request, reply) => {
    const caller = await identify(request)
    if (!('code' in caller)) {
      callers.set(request, caller)
      return undefined
    }
    // Who only has no session any more has guessed nothing.
    const counted = caller === noToken ? await wrongTokens(request) : undefined
    const isTooMany = counted?.isAllowed === false && counted.isExceeded
    return replyFailures(reply, [isTooMany ? tooManyRequests : caller])
  })
  server.addHook('preValidation', (request, reply, done) => {
    const problem = nameOfficer(request)
    if (problem === undefined) return done()
    replyFailures(reply, [problem])
  })
  answerWithProblems(server)
}

/** Whether the sender of a request that is still being answered could send it now. */
export async function isStillAdmitted(request: FastifyRequest, office: Office): Promise<boolean> {
  if (callerOf(request).kind === 'software') return true
  return (await sessionBehind(request, office)) !== undefined
}

async function sessionBehind(
  request: FastifyRequest,
  office: Office,
): Promise<DeskSession | undefined> {
  const secret = request.cookies[SESSION_COOKIE]
  if (secret === undefined) return undefined
  return inTransaction(office.database, (transaction) =>
    findSession(transaction, secret, office.wallClock.now()),
  )
}

function tokenTest(officerToken: string): (authorization: string) => boolean {
  const expected = Buffer.from(sha256Hex(officerToken))
  return (authorization) => {
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? ''
    // Digests are compared, so neither content nor length of the token shows in the time taken.
    return timingSafeEqual(Buffer.from(sha256Hex(token)), expected)
  }
}

function isSafe({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD'
}

/**
 * Where a request is to say whose act it is, the session says it. Nobody signs with another's name.
 */
function nameOfficer(request: FastifyRequest): Failure | undefined {
  const session = sessionOf(request)
  if (session === undefined) return undefined
  for (const part of ['body', 'querystring'] as const) {
    const schema = request.routeOptions.schema?.[part] as FieldsSchema | undefined
    if (schema?.properties?.officer === undefined) continue
    const given = (part === 'body' ? request.body : request.query) as { officer?: unknown } | null
    if (typeof given !== 'object' || given === null) continue
    if (given.officer !== undefined && given.officer !== session.officer) return otherName
    given.officer = session.officer
  }
  return undefined
}

interface FieldsSchema {
  readonly properties?: Readonly<Record<string, unknown>>
}

/** Keeps a route for the head of the office, and for software that has the token. */
export function headOnly(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const session = sessionOf(request)
  if (session === undefined || session.role === 'head') return done()
  replyFailures(reply, [notHead])
}

const notHead: Failure = {
  code: 'forbidden',
  path: '',
  message: 'Only the head of the office may do this.',
  mend: 'Ask the head of the office to do it.',
  zh: { message: '只有负责人可以执行此操作。', mend: '请由负责人办理。' },
}

const noToken: Failure = {
  code: 'unauthenticated',
  path: '',
  message: 'The request carries no valid officer token.',
  zh: { message: '请求没有有效的海关令牌。' },
}

const notSignedIn: Failure = {
  code: 'unauthenticated',
  path: '',
  message: 'Nobody is signed in at the desk.',
  mend: 'Sign in with a link or a passkey.',
  zh: { message: '尚未登录，或登录已失效。', mend: '请用链接或通行密钥登录。' },
}

const foreignPage: Failure = {
  code: 'forbidden',
  path: '',
  message: 'The request does not come from a page of the desk.',
  mend: 'Act at the desk itself.',
  zh: { message: '该请求并非来自办公台的页面。', mend: '请在办公台操作。' },
}

const otherName: Failure = {
  code: 'forbidden',
  path: '/officer',
  message: 'The officer is the one who has signed in.',
  mend: 'Leave the officer out.',
  zh: { message: '操作人必须是登录的关员本人。', mend: '请不要填写操作人。' },
}
