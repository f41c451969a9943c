import { STATUS_CODES } from 'node:http'
import type { FastifyServerOptions } from 'fastify'

import type { Failure } from '../../customs/result.ts'
import { newId } from '../../platform/ids.ts'
import type { Log } from '../../platform/log.ts'
import { PROBLEM_MEDIA_TYPE, problemOf } from './problem.ts'

type ClientErrorHandler = NonNullable<FastifyServerOptions['clientErrorHandler']>

/**
 * Answers what is no HTTP request, or never becomes a whole one. There is no request then that a
 * route or the error handler could be given, so the problem is written to the connection itself.
 */
export function answerUnreadableRequest(log: Log): ClientErrorHandler {
  return (error, socket) => {
    // Whoever has gone away cannot be answered.
    if (error.code === 'ECONNRESET' || socket.destroyed) return
    const { failure, status } = refusals[error.code] ?? malformed
    // The address may be the very part that cannot be read.
    const place = { instance: '', requestId: newId('request') }
    log.debug({ err: error, requestId: place.requestId }, 'a request could not be read')
    const body = JSON.stringify({ ...problemOf([failure], place), status })
    if (socket.writable) {
      socket.write(
        `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n` +
          `Content-Type: ${PROBLEM_MEDIA_TYPE}\r\n` +
          `Content-Length: ${Buffer.byteLength(body)}\r\n` +
          `X-Request-Id: ${place.requestId}\r\n` +
          `Connection: close\r\n\r\n${body}`,
      )
    }
    socket.destroySoon()
  }
}

interface ConnectionRefusal {
  readonly status: number
  readonly failure: Failure
}

const malformed: ConnectionRefusal = {
  status: 400,
  failure: {
    code: 'invalid-input',
    path: '',
    message: 'The request is no well-formed HTTP.',
    mend: 'Look at the names and values of its headers.',
    zh: { message: '该请求不是格式正确的 HTTP 请求。', mend: '请检查请求头的名称和值。' },
  },
}

/** By the code of Node's own error. The statuses are HTTP's, which are closer than the catalogue's. */
const refusals: Readonly<Record<string, ConnectionRefusal>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    failure: {
      code: 'too-large',
      path: '',
      message: 'The headers of the request are larger than this server accepts.',
      mend: 'Send fewer or shorter headers.',
      zh: { message: '请求头超过服务器允许的大小。', mend: '请减少或缩短请求头。' },
    },
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    failure: {
      code: 'invalid-input',
      path: '',
      message: 'The request did not come in whole within the time that a request has.',
      mend: 'Send it again, and without pauses.',
      zh: { message: '请求未能在规定时间内完整到达。', mend: '请重新发送，中途不要停顿。' },
    },
  },
}
