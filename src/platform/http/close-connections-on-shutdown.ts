import type { Socket } from 'node:net'

import type { FastifyInstance } from 'fastify'

const LOOK_EVERY_MS = 50

/**
 * Lets a shutdown end with the last answer. Requests in hand are waited for, but their connections
 * would then be kept open for the next request, which is not going to come.
 */
export function closeConnectionsOnShutdown(
  server: Pick<FastifyInstance, 'server' | 'addHook'>,
): void {
  const listener = server.server
  // Node does not count a connection as idle before its first request; browsers open such in advance.
  const unused = new Set<Socket>()
  listener.on('connection', (socket: Socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  listener.on('request', ({ socket }) => unused.delete(socket))
  server.addHook('preClose', (done) => {
    if (listener.listening) {
      const timer = setInterval(() => {
        listener.closeIdleConnections()
        for (const socket of unused) socket.destroy()
      }, LOOK_EVERY_MS)
      listener.once('close', () => clearInterval(timer))
    }
    done()
  })
}
