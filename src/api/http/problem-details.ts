import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'

import type { Failure, Failures } from '../../customs/result.ts'
import { PROBLEM_MEDIA_TYPE, problemOf, unexpectedProblem, type Problem } from './problem.ts'
import { Refusal } from './refusal.ts'
import type { ApiServer } from './route.ts'
import { unreadableBody } from './unreadable-json.ts'

/** Answers everything that is not a success with a problem document (RFC 9457). */
export function answerWithProblems(server: ApiServer): void {
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const failures = failuresOf(error)
    if (failures !== undefined) return sendProblem(reply, problemOf(failures, placeOf(request)))
    request.log.error({ err: error }, 'request failed')
    return sendProblem(reply, unexpectedProblem(placeOf(request)))
  })
  server.setNotFoundHandler((request, reply) =>
    sendProblem(reply, problemOf([noSuchRoute(request)], placeOf(request))),
  )
}

/** Answers a request whose address cannot be read, so that no route is asked. */
export function answerBadAddress(
  _error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  sendProblem(reply, problemOf([badAddress], placeOf(request)))
}

const badAddress: Failure = {
  code: 'invalid-input',
  path: '',
  message: 'The address of the request cannot be read.',
  mend: 'Write % and other special characters in percent encoding.',
  zh: { message: '无法读取请求地址。', mend: '请对 % 等特殊字符进行百分号编码。' },
}

function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .type(PROBLEM_MEDIA_TYPE)
    .serializer(JSON.stringify)
    .send(problem)
}

function placeOf(request: FastifyRequest) {
  return { instance: request.url.split('?')[0] ?? '', requestId: request.id }
}

/** The failures that an error stands for; nothing for one that nobody foresaw. */
function failuresOf(error: FastifyError): Failures | undefined {
  if (error instanceof Refusal) return error.failures
  if (databaseIsAway(error)) return [databaseAway]
  const failure = frameworkFailures[error.code]?.(error)
  return failure === undefined ? undefined : [failure]
}

/** What Fastify itself refuses before a route is reached. */
const frameworkFailures: Readonly<Record<string, (error: FastifyError) => Failure>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => ({
    code: 'too-large',
    path: '',
    message: 'The body is larger than this route accepts.',
    mend: 'Send less at once.',
    zh: { message: '请求内容超过此接口允许的大小。', mend: '请减少一次发送的内容。' },
  }),
  FST_REQ_FILE_TOO_LARGE: () => ({
    code: 'too-large',
    path: '',
    message: 'The file is larger than this route accepts.',
    mend: 'Send a smaller file.',
    zh: { message: '文件超过此接口允许的大小。', mend: '请发送较小的文件。' },
  }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => ({
    code: 'unsupported-type',
    path: '',
    message: 'The Content-Type of the body is not accepted here.',
    mend: 'Send application/json, or what the documentation of the route says.',
    zh: {
      message: '此接口不接受该 Content-Type。',
      mend: '请发送 application/json，或接口文档所列的类型。',
    },
  }),
  FST_INVALID_MULTIPART_CONTENT_TYPE: () => ({
    code: 'unsupported-type',
    path: '',
    message: 'The body is no multipart form.',
    mend: 'Send multipart/form-data.',
    zh: { message: '请求内容不是 multipart 表单。', mend: '请发送 multipart/form-data。' },
  }),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    unreadableBody({
      en: 'The body is not as long as Content-Length says.',
      zh: '请求内容的长度与 Content-Length 不符。',
    }),
}

function noSuchRoute({ method, url }: FastifyRequest): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is nothing at ${method} ${url.split('?')[0]}.`,
    mend: 'The routes are listed at /docs.',
    zh: { message: `${method} ${url.split('?')[0]} 处没有内容。`, mend: '全部接口列于 /docs。' },
  }
}

const databaseAway: Failure = {
  code: 'database-unavailable',
  path: '',
  message: 'The database cannot be reached at the moment; nothing of this request was kept.',
  mend: 'Repeat the request with the same Idempotency-Key.',
  zh: {
    message: '目前无法连接数据库；本次请求的内容未被保存。',
    mend: '请以相同的 Idempotency-Key 重新发送请求。',
  },
}

/** Codes of the network and of PostgreSQL that say that a server is not there or is going away. */
const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '53300'])

function databaseIsAway({ code, message }: FastifyError): boolean {
  return (
    AWAY.has(code) ||
    /^(Connection terminated|timeout exceeded when trying to connect)/.test(message)
  )
}
