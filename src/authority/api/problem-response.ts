import type { FastifyInstance, FastifyReply } from 'fastify'
import { failureCatalogue } from '../../customs/failure-codes.ts'
import type { Failure, Failures, Result } from '../../customs/result.ts'
import { inputFailure, type InputFault } from './input-failure.ts'

/**
 * Gives the errors of a JSON part of the server as problems, whoever the part is for. What has not the
 * expected form is a failure of the input, unless the part answers it in its own way.
 */
export function answerWithProblems(
  server: FastifyInstance,
  replyFault = (reply: FastifyReply, fault: InputFault) =>
    replyFailures(reply, [inputFailure(fault)]),
): void {
  server.setErrorHandler((error: RequestError, request, reply) => {
    const [fault] = error.validation ?? []
    if (fault !== undefined) return replyFault(reply, fault)
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return replyFailures(reply, [refusalOfStatus(error.statusCode, error.message)])
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
  readonly validation?: readonly InputFault[]
}

/** What the framework refuses by itself is told apart by its status only. */
function refusalOfStatus(status: number, message: string): Failure {
  switch (status) {
    case 413:
      return tooLarge
    case 415:
      return unsupportedType
    case 429:
      return tooManyRequests
    default:
      return {
        code: 'invalid-input',
        path: '',
        message: `The request cannot be read: ${message}.`,
        mend: 'Send one JSON value.',
        zh: { message: `无法读取请求：${message}。`, mend: '请发送一个 JSON 值。' },
      }
  }
}

const tooLarge: Failure = {
  code: 'too-large',
  path: '',
  message: 'What was sent is larger than this place accepts.',
  mend: 'Send less at once, or a smaller picture.',
  zh: { message: '发送的内容超过允许的大小。', mend: '请减少内容，或发送较小的图片。' },
}

const unsupportedType: Failure = {
  code: 'unsupported-type',
  path: '',
  message: 'Content of this type is not accepted here.',
  mend: 'Send JSON, or a picture as PNG or JPEG.',
  zh: { message: '此处不接受该类型的内容。', mend: '请发送 JSON，或 PNG、JPEG 图片。' },
}

/** Somebody asks more often than is good for all. */
export const tooManyRequests: Failure = {
  code: 'rate-limited',
  path: '',
  message: 'Too many requests came in the last minute.',
  mend: 'Go on in a minute.',
  zh: { message: '最近一分钟内请求过多。', mend: '请一分钟后继续。' },
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
  return mend === undefined ? message : `${message} ${mend}`
}
