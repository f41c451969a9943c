import { createHash, timingSafeEqual } from 'node:crypto'

import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'

import { refuse } from './http/refusal.ts'
import type { ApiRoutes } from './http/route.ts'

/** HMRC's notifications are a few kilobytes; a message beyond this is none of theirs. */
const BODY_LIMIT_BYTES = 1024 * 1024

/**
 * Where the UK authority pushes its notifications (Customs Declarations API 3.0, push callback).
 * It is answered only after the notification has been stored, and with success whatever it says:
 * an authority that is refused holds back all that follows.
 */
export const ukCdsNotificationRoutes: ApiRoutes = (server, { inbox }) => {
  void server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    )
    scope.post(
      '/exchange/uk-cds/notifications',
      {
        schema: {
          tags: ['authority'],
          summary: 'Take in a notification of the UK authority',
          consumes: ['application/xml'],
          response: { 204: Type.Null({ description: 'it is stored' }) },
        },
        config: { admit: 'authority', rateLimit: false },
        bodyLimit: BODY_LIMIT_BYTES,
        onRequest: (request, _reply, done) => {
          refuseStranger(request, inbox.ukCdsSecurityToken)
          done()
        },
      },
      async (request, reply) => {
        const conversationId = request.headers['x-conversation-id']
        const receipt = await inbox.receive({
          channel: 'uk-cds',
          ...(typeof conversationId === 'string' && { conversationId }),
          bytes: request.body as Buffer,
        })
        request.log.info({ receipt, conversationId }, 'notification received')
        return reply.code(204).send(null)
      },
    )
    done()
  })
}

/** The authority shows the token that it was given when the callback was subscribed, verbatim. */
function refuseStranger({ headers }: FastifyRequest, token: string): void {
  if (isSame(headers.authorization ?? '', token)) return
  refuse({
    code: 'unauthenticated',
    path: '',
    message: 'The request does not carry the token of the authority.',
    mend: 'Send the security token of the subscription as Authorization.',
    zh: { message: '请求没有海关的令牌。', mend: '请在 Authorization 中发送订阅的安全令牌。' },
  })
}

/** Compares in the same time wherever the texts differ, so that nothing can be learnt by measuring. */
function isSame(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(left), digest(right))
}
