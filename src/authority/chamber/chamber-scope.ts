import type { FastifyInstance } from 'fastify'
import { answerWithProblems, replyFailures } from '../api/problem-response.ts'
import type { TraderApplications } from '../api/trader-applications.ts'

/**
 * Opens the chamber's counter to the traders that the office has registered, as each certificate
 * takes a number and is kept for good. Unlike their messages to the office, errors are problems.
 */
export function chamberScope(server: FastifyInstance, register: TraderApplications): void {
  server.addHook('onRequest', async (request, reply) => {
    const application = await register.authenticate(request.headers.authorization)
    if (application !== undefined) return undefined
    const message = 'The request carries no token of a registered trader.'
    return replyFailures(reply, [{ code: 'unauthenticated', path: '', message }])
  })
  answerWithProblems(server)
}
