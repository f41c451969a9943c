import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import apiReference from '@scalar/fastify-api-reference'
import type { FastifySchema, onRequestHookHandler, RouteOptions } from 'fastify'
import { Type } from 'typebox'

import type { ApiPorts } from '../api-ports.ts'
import { withComponentSchemas } from './component-schemas.ts'
import { needsIdempotencyKey } from './idempotency-key.ts'
import { ANSWER_LIFE_HOURS } from './sweep-stored-answers.ts'
import { PROBLEM_MEDIA_TYPE, problemSchema } from './problem.ts'
import type { Admission, ApiServer } from './route.ts'
import { sessionCookieName } from './session-cookie.ts'

/** Everything a browser may do on the page of the documentation: nothing outside this server. */
const PAGE_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data:; font-src 'self' data:; object-src 'none'; frame-ancestors 'none'"

/** What a reader of the page has to know before the first request. */
const INTRODUCTION = `
Takes an order bought abroad and gets its goods through customs: quote, papers, declaration, the
answers of the authority, release, delivery.

- Send your key with every request: \`Authorization: Bearer tw_...\`. What a key may do follows from its role.
- People sign in at \`/console/\` instead; their session is in a cookie, and changes made with it are taken
  from our own pages only.
- Every \`POST\` that changes something carries an \`Idempotency-Key\` of its own. Repeated within
  ${ANSWER_LIFE_HOURS} hours it changes nothing and gets the same answer.
- A refusal is \`application/problem+json\` (RFC 9457): it says what is wrong, where, and how to mend it,
  in English and, as \`zh\`, in Chinese.
- Lists come in pages, the newest first; \`next\` is the cursor of the page that follows.
`

/** Describes every route that is added after this as OpenAPI 3.1. */
export async function describeRoutes(server: ApiServer, ports: ApiPorts): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tidewaiter',
        version: '1',
        summary: 'Takes an order bought abroad and gets its goods through customs.',
        description: INTRODUCTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      // The page may only ask the server that it came from, under whatever name that was reached.
      servers: [
        { url: '/', description: 'the server that describes itself here' },
        { url: ports.publicUrl, description: 'as others reach it' },
      ],
      components: {
        securitySchemes: {
          key: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: sessionCookieName(ports) },
        },
      },
    },
    transform: describeConventions,
  })
}

/** The description itself, and the page on which people read it. It loads nothing from elsewhere. */
export async function publishDocumentation(server: ApiServer): Promise<void> {
  // The routes do not change any more once requests are answered.
  let description: string | undefined
  server.get(
    '/openapi.json',
    { schema: { hide: true }, config: { admit: 'anyone' } },
    (_request, reply) => {
      description ??= JSON.stringify(withComponentSchemas(server.swagger()))
      return reply.type('application/json').send(description)
    },
  )
  await server.register(async (pages) => {
    pages.addHook('onRoute', (route) => {
      route.config = { ...route.config, admit: 'anyone' }
    })
    await pages.register(apiReference, {
      routePrefix: '/docs',
      logLevel: 'silent',
      configuration: {
        url: '/openapi.json',
        pageTitle: 'Tidewaiter API',
        withDefaultFonts: false,
        telemetry: false,
        hideClientButton: true,
        authentication: { preferredSecurityScheme: 'key' },
        showDeveloperTools: 'never',
        agent: { disabled: true },
        mcp: { disabled: true },
      },
      hooks: { onRequest: restrictPage },
    })
  })
}

const restrictPage: onRequestHookHandler = (_request, reply, done) => {
  reply.header('content-security-policy', PAGE_POLICY)
  done()
}

type Transform = NonNullable<FastifyDynamicSwaggerOptions['transform']>

/** Adds what holds for many routes alike: the key, the right, the headers, the form of a refusal. */
const describeConventions: Transform = ({ schema, url, route }) => {
  const { admit } = route.config ?? {}
  return {
    url,
    schema: {
      ...schema,
      ...admissionOf(admit),
      ...headersOf(schema, route),
      ...formOf(route),
      response: { ...(schema.response as object), '4XX': refusal, '5XX': refusal },
    },
  }
}

function admissionOf(admit: Admission | undefined) {
  switch (admit) {
    case 'anyone':
    case 'authority':
      return { security: [] }
    case 'person':
      return { security: [{ session: [] }] }
    default:
      return { security: [{ key: [] }, { session: [] }], 'x-right': admit }
  }
}

const refusal = {
  description: 'The request was refused; the body says why and how to mend it.',
  content: { [PROBLEM_MEDIA_TYPE]: { schema: problemSchema } },
}

function headersOf(
  schema: FastifySchema | undefined,
  route: RouteOptions,
): Pick<FastifySchema, 'headers'> {
  const headers = {
    ...(needsIdempotencyKey(route) && { 'Idempotency-Key': idempotencyKey }),
    ...(route.method === 'PATCH' && { 'If-Match': ifMatch }),
  }
  if (Object.keys(headers).length === 0) return {}
  const own = (schema?.headers as { properties?: object } | undefined)?.properties
  return { headers: Type.Object({ ...own, ...headers }) }
}

function formOf({ config }: RouteOptions): FastifySchema & { consumes?: string[] } {
  if (config?.form === undefined) return {}
  const fields = Object.fromEntries(config.form.map((name) => [name, Type.String()]))
  const file = Type.String({ format: 'binary' })
  return { consumes: ['multipart/form-data'], body: Type.Object({ ...fields, file }) }
}

const idempotencyKey = Type.String({
  description:
    'made up anew for each change and repeated with each retry; the answer is kept for ' +
    `${ANSWER_LIFE_HOURS} hours, a later request counts as a new one`,
  minLength: 1,
  maxLength: 255,
})

const ifMatch = Type.String({ description: 'ETag of the version that is changed' })
