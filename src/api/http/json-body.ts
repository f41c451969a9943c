import { Refusal } from './refusal.ts'
import type { ApiServer } from './route.ts'
import { unreadableJson } from './unreadable-json.ts'

/**
 * Reads JSON bodies. An empty one counts as absent: clients that announce JSON with every request
 * also do so where there is nothing to say, and whether a body is wanted is for the schema of the
 * route to tell.
 */
export function readJsonBodies(server: ApiServer): void {
  const readJson = server.getDefaultJsonParser('error', 'error')
  server.removeContentTypeParser('application/json')
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined)
    const text = String(body)
    const { bodies } = request.routeOptions.config
    const known = bodies?.find(text)
    if (known !== undefined) return done(null, known)
    void readJson(request, text, (error, value: unknown) => {
      if (error !== null) return done(new Refusal([unreadableJson(text)]))
      bodies?.keep(text, value)
      done(null, value)
    })
  })
}
