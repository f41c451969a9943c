import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { correspondenceRoutes } from './api/correspondence-routes.ts'
import { correspondenceScope } from './api/correspondence-scope.ts'
import { declarationRoutes } from './api/declaration-routes.ts'
import { fileUploadRoutes, uploadRoutes } from './api/file-upload-routes.ts'
import { healthRoutes } from './api/health-routes.ts'
import { inventoryRoutes } from './api/inventory-routes.ts'
import { informationRoutes } from './api/information-routes.ts'
import { notificationRoutes } from './api/notification-routes.ts'
import { accountRoutes } from './api/officers/account-routes.ts'
import { actRoutes } from './api/officers/act-routes.ts'
import { officerCorrespondenceRoutes } from './api/officers/correspondence-routes.ts'
import { deskPages } from './api/officers/desk-pages.ts'
import type { DeskSite } from './api/officers/desk-site.ts'
import { evidenceRoutes } from './api/officers/evidence-routes.ts'
import { officeRoutes } from './api/officers/office-routes.ts'
import { officerScope } from './api/officers/officer-scope.ts'
import { photoRoutes } from './api/officers/photo-routes.ts'
import { queueRoutes } from './api/officers/queue-routes.ts'
import { ruleRoutes } from './api/officers/rule-routes.ts'
import { sessionRoutes } from './api/officers/session-routes.ts'
import { keptGoodsRoutes } from './api/officers/kept-goods-routes.ts'
import { penaltyRoutes } from './api/officers/penalty-routes.ts'
import { securityRoutes } from './api/officers/security-routes.ts'
import { signInRoutes } from './api/officers/sign-in-routes.ts'
import { streamRoutes } from './api/officers/stream-routes.ts'
import { tariffRoutes } from './api/officers/tariff-routes.ts'
import { permissionRoutes } from './api/permission-routes.ts'
import { traderApplications } from './api/trader-applications.ts'
import { traderScope } from './api/trader-scope.ts'
import { chamberRoutes } from './chamber/chamber-routes.ts'
import { chamberScope } from './chamber/chamber-scope.ts'
import { closeConnectionsOnShutdown } from '../platform/http/close-connections-on-shutdown.ts'
import type { Office } from './processing/office.ts'

/** How officers and their software get in. */
export interface OfficersDoor {
  /** Shown by software that acts for officers. */
  readonly officerToken: string
  /** Where officers themselves sign in. */
  readonly site: DeskSite
  /** Proxies, by address or network, that are believed whom they speak for. */
  readonly trustedProxies: readonly string[]
}

/** The doors of the authority: traders (XML, and letters as JSON), officers (JSON), and the chamber's counter. */
export async function createServer(office: Office, door: OfficersDoor): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = office.log
  const server = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true, caseSensitive: true },
    forceCloseConnections: 'idle',
    // Else everybody behind a proxy is one address, and one wrong guesser shuts them all out.
    trustProxy: [...door.trustedProxies],
    // A field that a schema does not know is refused: taking it out would change what was meant, and
    // in a union the first form would take away what belongs to the second.
    ajv: { customOptions: { removeAdditional: false } },
  })
  closeConnectionsOnShutdown(server)
  healthRoutes(server, office)
  const register = traderApplications(office)
  await server.register((scope) => {
    traderScope(scope, office, register)
    declarationRoutes(scope, office)
    fileUploadRoutes(scope, office)
    informationRoutes(scope, office)
    inventoryRoutes(scope, office)
    notificationRoutes(scope, office)
    return Promise.resolve()
  })
  await server.register((scope) => uploadRoutes(scope, office))
  await server.register((scope) => {
    correspondenceScope(scope, office, register)
    correspondenceRoutes(scope, office)
    return Promise.resolve()
  })
  await server.register((scope) => {
    permissionRoutes(scope, office)
    return Promise.resolve()
  })
  await server.register((scope) => deskPages(scope, door.site))
  await server.register((scope) => signInRoutes(scope, office, door.site))
  await server.register((scope) => officerRoutes(scope, office, door))
  await server.register((scope) => {
    chamberScope(scope, register)
    chamberRoutes(scope, office)
    return Promise.resolve()
  })
  return server
}

async function officerRoutes(
  scope: FastifyInstance,
  office: Office,
  door: OfficersDoor,
): Promise<void> {
  await officerScope(scope, office, door)
  sessionRoutes(scope, office, door.site)
  queueRoutes(scope, office)
  evidenceRoutes(scope, office)
  streamRoutes(scope, office)
  actRoutes(scope, office)
  securityRoutes(scope, office)
  penaltyRoutes(scope, office)
  keptGoodsRoutes(scope, office)
  photoRoutes(scope, office)
  tariffRoutes(scope, office)
  ruleRoutes(scope, office)
  officeRoutes(scope, office)
  accountRoutes(scope, office)
  officerCorrespondenceRoutes(scope, office)
}
