import type { IncomingMessage } from 'node:http'

import { newId } from '../../platform/ids.ts'
import type { ApiServer } from './route.ts'

const ACCEPTABLE = /^[\w.:-]{8,64}$/

/**
 * The id by which a request is followed through the logs and the record: the caller's own where it
 * sends a usable one, else a new one.
 */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && ACCEPTABLE.test(given) ? given : newId('request')
}

/** Gives the id back with every answer. */
export function returnRequestIds(server: ApiServer): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
}
