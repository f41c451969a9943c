import type { ApiServer } from './route.ts'

/** Two waves under a flag: what a browser shows beside the title of a page. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
  '<rect width="32" height="32" rx="6" fill="#0b3a53"/>' +
  '<path d="M10 17V6l9 3-9 3" fill="#f2b84b" stroke="#f2b84b" stroke-width="2" stroke-linejoin="round"/>' +
  '<path d="M4 21q4-4 8 0t8 0 8 0M4 26q4-4 8 0t8 0 8 0" fill="none" stroke="#fff" stroke-width="2"/>' +
  '</svg>'

const ONE_DAY_SECONDS = 86_400

/** Browsers ask for it with every first page of a server, whether the page names one or not. */
export function showIcon(server: ApiServer): void {
  server.get(
    '/favicon.ico',
    { schema: { hide: true }, config: { admit: 'anyone', rateLimit: false } },
    (_request, reply) =>
      reply
        .type('image/svg+xml')
        .header('cache-control', `public, max-age=${ONE_DAY_SECONDS}`)
        .send(ICON),
  )
}
