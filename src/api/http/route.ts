import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  FastifyTypeProvider,
} from 'fastify'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Static, TSchema } from 'typebox'

import {
  isPerson,
  type Permission,
  type PersonPrincipal,
  type Principal,
} from '../../access/index.ts'
import type { ChangeContext } from '../../clearance/store/record-events.ts'
import type { Immutable } from '../../customs/immutable.ts'
import type { ApiPorts } from '../api-ports.ts'

/** What a schema describes, for requests and answers alike; neither is changed once it is there. */
export interface SchemaTypes extends FastifyTypeProvider {
  validator: this['schema'] extends TSchema ? Immutable<Static<this['schema']>> : unknown
  serializer: this['schema'] extends TSchema ? Immutable<Static<this['schema']>> : unknown
}

/** The server as routes see it: request and answer take their types from the schemas. */
export type ApiServer = FastifyInstance<
  Server,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  SchemaTypes
>

/** The routes of one resource. */
export type ApiRoutes = (server: ApiServer, ports: ApiPorts) => void

/** Puts the routes of one resource together, so that each can be a function of its own. */
export function together(...routes: readonly ApiRoutes[]): ApiRoutes {
  return (server, ports) => {
    for (const addRoute of routes) addRoute(server, ports)
  }
}

/**
 * Who may call a route: whoever has a right, or nobody in particular.
 * - `anyone`: there is nothing to protect, or what is sent is the secret itself.
 * - `person`: whoever is signed in, for what concerns themselves; a key has no such thing.
 * - `authority`: a customs authority, which shows its own token.
 */
export type Admission = Permission | 'anyone' | 'person' | 'authority'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route must say it; the server refuses to start otherwise. */
    readonly admit?: Admission
  }
  interface FastifyRequest {
    /** Set for every route that does not admit anyone. */
    principal: Principal | null
  }
}

/**
 * In whose name a request is made. Throws on a route that asks for no right: nobody is
 * authenticated there, and using a principal is a mistake of the route.
 */
export function principalOf(request: FastifyRequest): Principal {
  if (request.principal === null) throw new Error(`${request.url} has no principal`)
  return request.principal
}

/** The same for a route that is for people who are signed in. */
export function personOfRequest(request: FastifyRequest): PersonPrincipal {
  const principal = principalOf(request)
  if (!isPerson(principal)) throw new Error(`${request.url} was entered with a key`)
  return principal
}

/** By whom, because of which request and when a change is made. */
export function changeContextOf(request: FastifyRequest, ports: ApiPorts): ChangeContext {
  const { tenantId, actor } = principalOf(request)
  return { tenantId, actor, cause: { kind: 'request', id: request.id }, now: ports.clock.now() }
}
