import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { failureCatalogue } from '../../../customs/failure-codes.ts'
import type { Failure, Failures, Result } from '../../../customs/result.ts'
import { sha256Hex } from '../../../platform/ids.ts'

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
  server.setErrorHandler((error: OfficerRequestError, request, reply) => {
    if (error.validation !== undefined) {
      return replyFailures(reply, [
        {
          code: 'invalid-input',
          path: error.validation[0]?.instancePath ?? '',
          message: error.message,
        },
      ])
    }
    if (error.statusCode !== undefined && error.statusCode < 500) {
      const message = error.message
      return replyFailures(reply, [{ code: 'invalid-input', path: '', message }])
    }
    request.log.error({ error }, 'an officer request failed')
    return reply
      .status(500)
      .header('content-type', 'application/problem+json')
      .send({ type: 'about:blank', title: 'Internal error', status: 500 })
  })
}

interface OfficerRequestError extends Error {
  readonly statusCode?: number
  readonly validation?: readonly { readonly instancePath: string }[]
}

/** Answers with the value, or with the failures as an RFC 9457 problem. */
export function replyResult(reply: FastifyReply, result: Result<unknown>): FastifyReply {
  return result.ok ? reply.send(result.value) : replyFailures(reply, result.failures)
}

export function replyFailures(reply: FastifyReply, failures: Failures): FastifyReply {
  const [first] = failures
  const { title, status } = failureCatalogue[first.code]
  return reply
    .status(status)
    .header('content-type', 'application/problem+json')
    .send({
      type: `tidewaiter:failure:${first.code}`,
      title,
      status,
      detail: sentenceOf(first),
      failures,
    })
}

function sentenceOf({ message, mend }: Failure): string {
  return mend === undefined ? message : `${message} ${mend}.`
}
