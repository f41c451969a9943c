import type { FastifyInstance } from 'fastify'
import type { Failure } from '../../customs/result.ts'
import { answerWithProblems, replyFailures } from '../api/problem-response.ts'
import type { TraderApplications } from '../api/trader-applications.ts'

/**
 * Opens the chamber's counter to the traders that the office has registered, as each certificate
 * takes a number and is kept for good. Unlike their messages to the office, errors are problems.
 */
export function chamberScope(server: FastifyInstance, register: TraderApplications): void {
  server.addHook('onRequest', async (request, reply) => {
    const application = await register.authenticate(request.headers.authorization)
    if (typeof application !== 'string') return undefined
    return replyFailures(reply, [noToken])
  })
  answerWithProblems(server)
}

const noToken: Failure = {
  code: 'unauthenticated',
  path: '',
  message: 'The request carries no token of a registered trader.',
  zh: { message: '请求没有已登记贸易商的令牌。' },
}
