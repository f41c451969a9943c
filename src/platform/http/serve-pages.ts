import { existsSync } from 'node:fs'
import { join } from 'node:path'

import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, RouteShorthandOptions } from 'fastify'

import { checkoutFolder } from '../checkout.ts'

/** An application of the web pages and where a server shows it. */
export interface PageApplication {
  /** Folder of its HTML file below the built pages: `console`. */
  readonly name: 'console' | 'desk' | 'tracking' | 'stage' | 'estimate'
  /** Addresses that lead to it, in the form of routes: `/console`, `/console/*`. */
  readonly routes: readonly string[]
  /** Origins beside this server's own whose pages may show it in a frame. */
  readonly framedBy?: readonly string[]
  /** Origins beside this server's own that it may ask, and show in a frame. */
  readonly reaches?: readonly string[]
  /** Whether search engines may list it; an address that is a secret must not be listed. */
  readonly listed?: 'no'
}

/** Which pages a server shows. */
export interface Pages {
  readonly applications: readonly PageApplication[]
  /** What every route of the server has to say about itself. */
  readonly route: RouteShorthandOptions
  /** Where the built pages are, unless where the build puts them. */
  readonly folder?: string
}

/** What the build calls its files: one name without a way out of their folder, however it is encoded. */
const ASSET_NAME = /^\w[\w.-]*$/

/** Said of a file that is there only; that one is not there may change with the next build. */
const KEPT_FOR_EVER = { cacheControl: true, maxAge: 365 * 86_400_000, immutable: true } as const

/** Where `bin/build-web.mjs` puts what it builds. */
export const builtPages = join(checkoutFolder, 'dist', 'web')

/**
 * Serves the built web pages. Scripts and styles have names that change with their content, so they
 * are kept for ever; the HTML that names them is asked for each time. A page may load only from its
 * own server, and what it may reach and who may frame it is said in its policy.
 */
export async function servePages(server: FastifyInstance, pages: Pages): Promise<void> {
  const { applications, route, folder = builtPages } = pages
  // `serve: false` keeps the folder shut but for the routes below; it may be built after the start.
  await server.register(fastifyStatic, { root: folder, serve: false, cacheControl: false })
  server.get('/assets/*', route, (request, reply) => {
    const { '*': name } = request.params as { '*': string }
    if (!ASSET_NAME.test(name)) return reply.callNotFound()
    return reply.sendFile(name, join(folder, 'assets'), KEPT_FOR_EVER)
  })
  for (const application of applications) {
    for (const path of application.routes) {
      server.get(path, route, (_request, reply) => showPage(reply, application, folder))
    }
  }
}

function showPage(reply: FastifyReply, application: PageApplication, folder: string): FastifyReply {
  if (!existsSync(join(folder, application.name, 'index.html'))) {
    return reply.status(503).type('text/plain; charset=utf-8').send(NOT_BUILT)
  }
  if (application.listed === 'no') reply.header('x-robots-tag', 'noindex')
  return reply
    .header('cache-control', 'no-cache')
    .header('content-security-policy', policyOf(application))
    .sendFile(join(application.name, 'index.html'), folder)
}

const NOT_BUILT = 'The web pages are not built yet. Run: node bin/build-web.mjs\n'

/** Styles may stand in line, since the width of a drawn bar is one; scripts may not. */
function policyOf({ framedBy = [], reaches = [] }: PageApplication): string {
  const others = reaches.map((origin) => ` ${origin}`).join('')
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${others}`,
    `frame-src 'self' blob:${others}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors 'self'${framedBy.map((origin) => ` ${origin}`).join('')}`,
  ].join('; ')
}
