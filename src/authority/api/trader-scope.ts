import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Scope } from '../permission/terms.ts'
import type { Office } from '../processing/office.ts'
import { interfaceErrors, replyError, type InterfaceError } from './error-response.ts'
import { rateLimit } from './rate-limit.ts'
import type { TraderApplication, TraderApplications } from './trader-applications.ts'

const ACCEPT = /^application\/vnd\.hmrc\.[123]\.0\+xml$/
const XML_UTF8 = /^(application|text)\/xml\s*;\s*charset=utf-8$/i

const applications = new WeakMap<FastifyRequest, TraderApplication>()

/** The application that sent a request; only within {@link traderScope}. */
export function senderOf(request: FastifyRequest): TraderApplication {
  const application = applications.get(request)
  if (application === undefined) throw new Error('the request has not been authenticated')
  return application
}

/** What HMRC asks of a token for what is done in the name of a business. */
const scopeOf: readonly (readonly [path: string, scope: Scope])[] = [
  ['/customs/declarations-information/', 'write:customs-declarations-information'],
  ['/customs/declarations', 'write:customs-declaration'],
  ['/customs/inventory-linking/exports', 'write:customs-inventory-linking-exports'],
  // HMRC has no interface for letters; who may declare for a business may write for it. What has changed
  // in threads is fetched by the software in nobody's name, as notifications are.
  ['/correspondence/threads', 'write:customs-declaration'],
]

/** Why a token that is good does not reach as far as a path; what is in nobody's name needs no scope. */
export function beyondReach({ reach }: TraderApplication, url: string): InterfaceError | undefined {
  const [, scope] = scopeOf.find(([path]) => url.startsWith(path)) ?? []
  if (reach === 'everything' || scope === undefined) return undefined
  if (reach === 'application') return interfaceErrors.tokenOfApplication
  return reach.scopes.includes(scope) ? undefined : interfaceErrors.invalidScope
}

/**
 * Makes a part of the server speak as HMRC's API does: bearer token, Accept and Content-Type as
 * published, a limit of requests, errors as `errorResponse` documents.
 */
export function traderScope(
  server: FastifyInstance,
  office: Office,
  register: TraderApplications,
): void {
  const limit = rateLimit()
  const refuse = async (request: FastifyRequest): Promise<InterfaceError | undefined> => {
    const application = await register.authenticate(request.headers.authorization)
    if (typeof application === 'string') return interfaceErrors[application]
    const beyond = beyondReach(application, request.url)
    if (beyond !== undefined) return beyond
    applications.set(request, application)
    if (!ACCEPT.test(request.headers.accept ?? '')) return interfaceErrors.acceptHeader
    const hasBody = request.method === 'POST'
    if (hasBody && !XML_UTF8.test(request.headers['content-type'] ?? '')) {
      return interfaceErrors.contentType
    }
    const now = Date.parse(office.wallClock.now())
    const perSecond = office.settings().requestLimitPerSecond
    return limit.admits(application.id, perSecond, now) ? undefined : interfaceErrors.throttled
  }
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body)
  })
  server.addHook('onRequest', async (request, reply) => {
    const error = await refuse(request)
    if (error !== undefined) return replyError(reply, error)
    return undefined
  })
  server.setNotFoundHandler((_request, reply) => replyError(reply, interfaceErrors.notFound))
  server.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    if (error.statusCode === 413) return replyError(reply, interfaceErrors.tooLarge)
    if (error.statusCode === 400) return replyError(reply, interfaceErrors.badRequest)
    request.log.error({ error }, 'a trader request failed')
    return replyError(reply, interfaceErrors.internal)
  })
}
