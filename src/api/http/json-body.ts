import type { ApiServer } from './route.ts'

/**
 * Reads JSON bodies. An empty one counts as absent: clients that announce JSON with every request
 * also do so where there is nothing to say, and whether a body is wanted is for the schema of the
 * route to tell.
 */
export function readJsonBodies(server: ApiServer): void {
  const readJson = server.getDefaultJsonParser('error', 'error')
  server.removeContentTypeParser('application/json')
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) done(null, undefined)
    else void readJson(request, String(body), done)
  })
}
