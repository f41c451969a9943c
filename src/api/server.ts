import { fastify, LogController, type FastifyBaseLogger } from 'fastify'

import { closeConnectionsOnShutdown } from '../platform/http/close-connections-on-shutdown.ts'
import type { ApiPorts } from './api-ports.ts'
import { logRequests } from './http/access-log.ts'
import { authenticateRequests } from './http/authentication.ts'
import { describeRoutes, publishDocumentation } from './http/documentation.ts'
import { answerHealthProbes } from './http/health.ts'
import { requireIdempotencyKeys } from './http/idempotency-key.ts'
import { showIcon } from './http/icon.ts'
import { readJsonBodies } from './http/json-body.ts'
import { measureRequests } from './http/metrics.ts'
import { answerBadAddress, answerWithProblems } from './http/problem-details.ts'
import { explainProblems } from './http/problem-pages.ts'
import { limitRates } from './http/rate-limit.ts'
import { requestIdOf, returnRequestIds } from './http/request-id.ts'
import { listRoutes } from './http/route-table.ts'
import type { ApiServer, SchemaTypes } from './http/route.ts'
import { protectAnswers } from './http/protective-headers.ts'
import { readCookies } from './http/session-cookie.ts'
import { answerUnreadableRequest } from './http/unreadable-request.ts'
import { acceptForms } from './http/uploaded-file.ts'
import { requestValidation } from './http/validation.ts'
import { showWebPages } from './http/web-pages.ts'
import { resources } from './resources.ts'

/** An order of 99 lines with long texts has about 150 KB. */
const BODY_LIMIT_BYTES = 512 * 1024
const REQUEST_TIME_LIMIT_MS = 30_000

/**
 * Builds the HTTP interface; it does not listen yet. `close()` stops taking connections, ends the
 * event streams and waits for the requests in hand.
 */
export async function buildServer(ports: ApiPorts): Promise<ApiServer> {
  const loggerInstance: FastifyBaseLogger = ports.log
  const server = fastify({
    loggerInstance,
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'requestId',
    }),
    genReqId: requestIdOf,
    // Else everybody behind a proxy is one address, and one wrong guesser shuts them all out.
    trustProxy: ports.trustedProxies === undefined ? false : [...ports.trustedProxies],
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIME_LIMIT_MS,
    forceCloseConnections: 'idle',
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerUnreadableRequest(ports.log),
  }).withTypeProvider<SchemaTypes>()
  server.setValidatorCompiler(requestValidation)
  answerWithProblems(server)
  readJsonBodies(server)
  closeConnectionsOnShutdown(server)
  listRoutes(server)
  returnRequestIds(server)
  logRequests(server)
  protectAnswers(server)
  await limitRates(server, ports)
  await readCookies(server)
  authenticateRequests(server, ports)
  requireIdempotencyKeys(server)
  await acceptForms(server)
  await describeRoutes(server, ports)
  measureRequests(server, ports)
  for (const addRoutes of resources) addRoutes(server, ports)
  explainProblems(server)
  answerHealthProbes(server, ports)
  showIcon(server)
  await publishDocumentation(server)
  await showWebPages(server, ports)
  return server
}
