import { env } from 'node:process'
import { authentication } from '../access/index.ts'
import { buildServer } from '../api/server.ts'
import { receiveNotification } from '../exchange/inbox.ts'
import { systemClock } from '../platform/clock.ts'
import { createHttpClient } from '../platform/http/index.ts'
import { connect, type Schema } from '../platform/postgres/index.ts'
import { runService } from '../platform/process/index.ts'
import { openSealingKey } from '../platform/sealed-secret.ts'
import { FeesOfTenants } from '../quotes/index.ts'
import { clearancePorts } from './clearance-ports.ts'
import { correspondencePorts } from './correspondence-ports.ts'
import { inboxPorts } from './inbox-ports.ts'
import { keepBook } from './keep-book.ts'
import { required, serviceChannels, serviceConfig } from './service-config.ts'
import { ukCdsConnection, ukCdsOauth } from './uk-cds-connection.ts'
import { ukCdsSecrets } from './uk-cds-secrets.ts'

const CONNECTIONS = 12
const REQUESTS_PER_MINUTE = 6_000

const config = serviceConfig()
const channels = await serviceChannels(config)

/** Serves the HTTP interface. Any number of these processes may run side by side. */
await runService({
  name: 'api',
  logLevel: config.logLevel,
  open: async ({ log, shutdown }) => {
    const database = connect<Schema>({
      url: required(config, 'databaseAppUrl', 'DATABASE_APP_URL'),
      applicationName: 'api',
      maxConnections: CONNECTIONS,
      log,
    })
    shutdown.add('database', () => database.close())
    const sealingKey = await openSealingKey(config.dataFolder)
    const quoting = await keepBook({ database, log, shutdown })
    const clearance = await clearancePorts({ config, database, sealingKey, quoting, channels })
    const inbox = inboxPorts(clearance)
    const secrets = await ukCdsSecrets(config, env)
    const { pushToken } = secrets
    if (pushToken === undefined) {
      throw new Error('TIDEWAITER_UK_CDS_PUSH_TOKEN must be set for this service')
    }
    const http = createHttpClient()
    shutdown.add('http client', () => Promise.resolve(http.close()))
    const ukCds = { config, secrets, http, clearance, sealingKey }
    const oauth = ukCdsOauth(ukCds)
    // Without its address the API does everything but ask HMRC.
    const connection = config.ukCdsUrl === undefined ? undefined : ukCdsConnection(ukCds)
    const server = await buildServer({
      database,
      clock: systemClock,
      log,
      authenticate: authentication(database, systemClock),
      clearance,
      correspondence: correspondencePorts(config, clearance),
      quoting,
      ownFees: new FeesOfTenants(database, systemClock),
      inbox: {
        ukCdsSecurityToken: pushToken,
        receive: (notification) => receiveNotification(inbox, notification),
      },
      ukCds: {
        hasToken: secrets.token !== undefined,
        ...(oauth !== undefined && { oauth }),
        ...(connection !== undefined && { connection }),
      },
      intake: inbox,
      channelLimitPerSecond: config.channelLimitPerSecond,
      tracking: { sealingKey, reach: config.webhookReach },
      publicUrl: config.publicUrl,
      framedPages: config.framedPages,
      trustedProxies: config.trustedProxies,
      guaranteeDaysMax: config.guaranteeDaysMax,
      requestsPerMinute: REQUESTS_PER_MINUTE,
      metricsFor: 'this-machine',
    })
    shutdown.add('server', async () => {
      await server.close()
    })
    await server.listen({ host: '127.0.0.1', port: config.port })
    return { port: config.port }
  },
})
