import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sha256Hex } from '../../../platform/ids.ts'
import { answerWithProblems, replyFailures } from '../problem-response.ts'

/** Protects the officers' part of the server with their token and gives errors as problems. */
export function officerScope(server: FastifyInstance, officerToken: string): void {
  const expected = Buffer.from(sha256Hex(officerToken))
  server.addHook('onRequest', async (request, reply) => {
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
    // Digests are compared, so neither content nor length of the token shows in the time taken.
    if (timingSafeEqual(Buffer.from(sha256Hex(token)), expected)) return undefined
    const message = 'The request carries no valid officer token.'
    return replyFailures(reply, [{ code: 'unauthenticated', path: '', message }])
  })
  answerWithProblems(server)
}
