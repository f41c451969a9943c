import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Failure } from '../../../customs/result.ts'
import { OpenStreams } from '../../../platform/streams/index.ts'
import type { Office } from '../../processing/office.ts'
import { replyFailures } from '../problem-response.ts'
import { newsStream } from './news-stream.ts'
import { isStillAdmitted, sessionOf } from './officer-scope.ts'

/** News of lodgements as server-sent events. */
export function streamRoutes(server: FastifyInstance, office: Office): void {
  const closing = new AbortController()
  server.addHook('preClose', (done) => {
    closing.abort()
    done()
  })
  const open = new OpenStreams()
  server.get('/officers/stream', (request, reply) => {
    const giveBack = open.open(listenerOf(request))
    if (giveBack === undefined) return replyFailures(reply, [tooManyStreams])
    const gone = new AbortController()
    reply.raw.on('close', () => {
      giveBack()
      gone.abort()
    })
    const stream = newsStream({
      news: office.news,
      mayGoOn: () => isStillAdmitted(request, office),
      signal: AbortSignal.any([closing.signal, gone.signal]),
    })
    return reply
      .header('content-type', 'text/event-stream')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no')
      .send(Readable.from(stream))
  })
}

/** An officer, whatever the session; all software with the token is one. */
function listenerOf(request: FastifyRequest): string {
  return sessionOf(request)?.officerId ?? 'software'
}

const tooManyStreams: Failure = {
  code: 'rate-limited',
  path: '',
  message: 'All the live streams that one officer may keep open are open.',
  mend: 'close pages of the desk that nobody looks at, and try again',
  zh: {
    message: '同一关员可同时打开的实时数据流已达上限。',
    mend: '请关闭无人查看的办公台页面后重试',
  },
}
