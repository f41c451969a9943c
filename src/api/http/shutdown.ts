import type { ApiServer } from './route.ts'

const LOOK_EVERY_MS = 50

/**
 * Lets a shutdown end with the last answer. Requests in hand are waited for, but their connections
 * would be kept open for the next request, which is not going to come.
 */
export function closeConnectionsOnShutdown(server: ApiServer): void {
  server.addHook('preClose', (done) => {
    if (server.server.listening) {
      const timer = setInterval(() => server.server.closeIdleConnections(), LOOK_EVERY_MS)
      server.server.once('close', () => clearInterval(timer))
    }
    done()
  })
}
