import type { ApiServer } from './route.ts'

/** One line for each request, once it is answered; the request's id is on it and on all others. */
export function logRequests(server: ApiServer): void {
  server.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions, principal } = request
    request.log.info(
      {
        method,
        route: routeOptions.url ?? 'none',
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
        ...(principal !== null && { tenantId: principal.tenantId, actorId: principal.actor.id }),
      },
      'answered',
    )
    done()
  })
}
