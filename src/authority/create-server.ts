import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { declarationRoutes } from './api/declaration-routes.ts'
import { fileUploadRoutes, uploadRoutes } from './api/file-upload-routes.ts'
import { healthRoutes } from './api/health-routes.ts'
import { informationRoutes } from './api/information-routes.ts'
import { notificationRoutes } from './api/notification-routes.ts'
import { accountRoutes } from './api/officers/account-routes.ts'
import { actRoutes } from './api/officers/act-routes.ts'
import { officeRoutes } from './api/officers/office-routes.ts'
import { officerScope } from './api/officers/officer-scope.ts'
import { queueRoutes } from './api/officers/queue-routes.ts'
import { ruleRoutes } from './api/officers/rule-routes.ts'
import { traderApplications } from './api/trader-applications.ts'
import { traderScope } from './api/trader-scope.ts'
import { chamberRoutes } from './chamber/chamber-routes.ts'
import { chamberScope } from './chamber/chamber-scope.ts'
import type { Office } from './processing/office.ts'

/** The three doors of the authority: traders (XML), officers (JSON), and the chamber's counter. */
export async function createServer(office: Office, officerToken: string): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = office.log
  const server = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true, caseSensitive: true },
    forceCloseConnections: 'idle',
    // A field that a schema does not know is refused: taking it out would change what was meant, and
    // in a union the first form would take away what belongs to the second.
    ajv: { customOptions: { removeAdditional: false } },
  })
  healthRoutes(server, office)
  const register = traderApplications(office)
  await server.register((scope) => {
    traderScope(scope, office, register)
    declarationRoutes(scope, office)
    fileUploadRoutes(scope, office)
    informationRoutes(scope, office)
    notificationRoutes(scope, office)
    return Promise.resolve()
  })
  await server.register((scope) => uploadRoutes(scope, office))
  await server.register((scope) => {
    officerScope(scope, officerToken)
    queueRoutes(scope, office)
    actRoutes(scope, office)
    ruleRoutes(scope, office)
    officeRoutes(scope, office)
    accountRoutes(scope, office)
    return Promise.resolve()
  })
  await server.register((scope) => {
    chamberScope(scope, register)
    chamberRoutes(scope, office)
    return Promise.resolve()
  })
  return server
}
