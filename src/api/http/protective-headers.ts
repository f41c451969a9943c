import type { ApiServer } from './route.ts'

/** Headers that keep browsers and caches from doing with an answer what it is not meant for. */
export function protectAnswers(server: ApiServer): void {
  server.addHook('onRequest', (_request, reply, done) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer')
    done()
  })
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    done(null, payload)
  })
}
