import type { FastifyInstance, FastifyReply } from 'fastify'
import { failureCatalogue, type FailureCode } from '../../customs/failure-codes.ts'
import type { Failure, Failures, Result } from '../../customs/result.ts'

/** Gives the errors of a JSON part of the server as problems, whoever the part is for. */
export function answerWithProblems(server: FastifyInstance): void {
  server.setErrorHandler((error: RequestError, request, reply) => {
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
      const code = codeOfStatus(error.statusCode)
      return replyFailures(reply, [{ code, path: '', message: error.message }])
    }
    request.log.error({ error }, 'a request failed')
    return reply
      .status(500)
      .header('content-type', 'application/problem+json')
      .send({
        type: 'about:blank',
        title: 'Internal error',
        status: 500,
        detail: 'Something went wrong at the office; nothing of this request was kept.',
        ...placeOf(reply),
        failures: [],
      })
  })
}

interface RequestError extends Error {
  readonly statusCode?: number
  readonly validation?: readonly { readonly instancePath: string }[]
}

/** What the framework refuses by itself is told by its status only. */
function codeOfStatus(status: number): FailureCode {
  switch (status) {
    case 413:
      return 'too-large'
    case 415:
      return 'unsupported-type'
    case 429:
      return 'rate-limited'
    default:
      return 'invalid-input'
  }
}

/** Answers with the value, or with the failures as an RFC 9457 problem. */
export function replyResult(reply: FastifyReply, result: Result<unknown>): FastifyReply {
  return result.ok ? reply.send(result.value) : replyFailures(reply, result.failures)
}

/**
 * Answers with an RFC 9457 problem. Title and status are those of the first failure's code; all
 * failures stand under `failures`, so that a form can mark every field at once.
 */
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
      ...placeOf(reply),
      failures,
    })
}

/** By what the problem is found again: the path that was asked for and the request in the logs. */
function placeOf({ request }: FastifyReply) {
  return { instance: request.url.split('?')[0], requestId: request.id }
}

function sentenceOf({ message, mend }: Failure): string {
  return mend === undefined ? message : `${message} ${mend}.`
}
