import type { FastifyInstance } from 'fastify'
import { servePages } from '../../../platform/http/serve-pages.ts'
import type { DeskSite } from './desk-site.ts'

/** Shows the officers' desk; whoever comes to the office's own address is led there. */
export async function deskPages(server: FastifyInstance, { framedBy }: DeskSite): Promise<void> {
  server.get('/', (_request, reply) => reply.redirect('/desk/'))
  await servePages(server, {
    route: {},
    applications: [
      {
        name: 'desk',
        routes: ['/desk', '/desk/*'],
        ...(framedBy === undefined ? {} : { framedBy: [framedBy] }),
      },
    ],
  })
}
