import type { RouteOptions } from 'fastify'

import type { Admission, ApiServer } from './route.ts'

/** A route as it can be called, with whom it admits. */
export interface RouteEntry {
  readonly method: string
  readonly url: string
  readonly admit: Admission
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route of the server; complete once it is ready. */
    readonly routeTable: readonly RouteEntry[]
  }
}

/** Lists the routes, and keeps a server from starting that has one which does not say whom it admits. */
export function listRoutes(server: ApiServer): void {
  const routes: RouteOptions[] = []
  const table: RouteEntry[] = []
  server.decorate('routeTable', table)
  server.addHook('onRoute', (route) => {
    // HEAD is what Fastify adds to each GET.
    if (route.method !== 'HEAD') routes.push(route)
  })
  server.addHook('onReady', (done) => {
    table.push(...routes.flatMap(entriesOf))
    done()
  })
}

function entriesOf({ method, url, config }: RouteOptions): readonly RouteEntry[] {
  const admit = config?.admit
  if (admit === undefined) throw new Error(`${String(method)} ${url} does not say whom it admits`)
  return [method].flat().map((verb) => ({ method: verb, url, admit }))
}
