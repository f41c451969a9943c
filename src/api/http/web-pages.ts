import { servePages } from '../../platform/http/serve-pages.ts'
import type { ApiPorts } from '../api-ports.ts'
import type { ApiServer } from './route.ts'

/**
 * Shows the web pages that speak with this interface: the console for those who work, the tracking
 * page for those who wait, estimates for those who want to know a price, the stage for those who want
 * to see how it works.
 */
export async function showWebPages(server: ApiServer, { framedPages }: ApiPorts): Promise<void> {
  const route = { schema: { hide: true }, config: { admit: 'anyone' } } as const
  server.get('/', route, (_request, reply) => reply.redirect('/console/'))
  // The pages are no part of the described interface, so its types are of no use to them.
  await servePages(server, {
    route,
    applications: [
      { name: 'console', routes: ['/console', '/console/*'] },
      { name: 'tracking', routes: ['/track/:token'], listed: 'no' },
      { name: 'estimate', routes: ['/estimate', '/estimate/*'] },
      { name: 'stage', routes: ['/stage'], reaches: framedPages ?? [] },
    ],
  })
}
