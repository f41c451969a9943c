import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Failure } from '../../customs/result.ts'
import type { LetterRefusal, LetterRefusalCode } from '../correspondence/letter-refusal.ts'
import type { Office } from '../processing/office.ts'
import { inputFailure, type InputFault } from './input-failure.ts'
import { answerWithProblems, replyFailures } from './problem-response.ts'
import { rateLimit } from './rate-limit.ts'
import type { TraderApplication, TraderApplications } from './trader-applications.ts'
import { beyondReach } from './trader-scope.ts'

const writers = new WeakMap<FastifyRequest, TraderApplication>()

/** The application that writes or reads letters; only within {@link correspondenceScope}. */
export function writerOf(request: FastifyRequest): TraderApplication {
  const application = writers.get(request)
  if (application === undefined) throw new Error('the request has not been authenticated')
  return application
}

/**
 * Opens the letter box to traders' software: the tokens are those of the declarations interface, bodies
 * and errors are JSON as at the officers' door.
 */
export function correspondenceScope(
  server: FastifyInstance,
  office: Office,
  register: TraderApplications,
): void {
  const limit = rateLimit()
  server.addHook('onRequest', async (request, reply) => {
    const application = await register.authenticate(request.headers.authorization)
    if (typeof application === 'string') return replyFailures(reply, [noToken])
    const beyond = beyondReach(application, request.url)
    if (beyond !== undefined) {
      return replyFailures(reply, [beyond.status === 401 ? noToken : noScope])
    }
    const now = Date.parse(office.wallClock.now())
    if (!limit.admits(application.id, office.settings().requestLimitPerSecond, now)) {
      return replyFailures(reply.header('retry-after', '1'), [tooMany])
    }
    writers.set(request, application)
    return undefined
  })
  answerWithProblems(server, (reply, fault) => replyRefusal(reply, malformed(fault)))
}

function malformed(fault: InputFault): LetterRefusal {
  const { path, message, zh } = inputFailure(fault)
  return { code: 'malformed', path, message, zh: zh ?? { message } }
}

const STATUS: Readonly<Record<LetterRefusalCode, number>> = {
  'unknown-mrn': 422,
  'not-yours': 422,
  'too-late': 422,
  'nothing-decided': 422,
  malformed: 422,
  closed: 409,
  'not-found': 404,
}

const TITLES: Readonly<Record<LetterRefusalCode, string>> = {
  'unknown-mrn': 'The office has no such declaration',
  'not-yours': "The declaration is another's",
  'too-late': 'The time to ask is over',
  'nothing-decided': 'There is no such decision',
  malformed: 'The letter does not have the expected form',
  closed: 'The thread is closed',
  'not-found': 'There is nothing under this reference',
}

/** Answers with why a letter is not taken: an RFC 9457 problem that bears the refusal itself too. */
export function replyRefusal(reply: FastifyReply, refusal: LetterRefusal): FastifyReply {
  const { code, path, message } = refusal
  const status = STATUS[code]
  return reply
    .status(status)
    .header('content-type', 'application/problem+json')
    .send({
      type: `tidewaiter:letter:${code}`,
      title: TITLES[code],
      status,
      detail: message,
      instance: reply.request.url.split('?')[0],
      requestId: reply.request.id,
      code,
      path,
      message,
      failures: [refusal],
    })
}

const noToken: Failure = {
  code: 'unauthenticated',
  path: '',
  message: 'The request carries no token of a registered trader.',
  zh: { message: '请求没有已登记贸易商的令牌。' },
}

const noScope: Failure = {
  code: 'forbidden',
  path: '',
  message: 'The permission of the business does not reach as far as its letters.',
  zh: { message: '企业的授权不包括往来函件。' },
}

const tooMany: Failure = {
  code: 'rate-limited',
  path: '',
  message: 'More requests came in this second than the office takes.',
  mend: 'Go on in a second.',
  zh: { message: '本秒内的请求超过海关的限额。', mend: '请一秒后继续。' },
}
