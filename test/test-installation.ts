import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { authentication, createTenant, type Role } from '../src/access/index.ts'
import { buildServer } from '../src/api/server.ts'
import { LiveBook } from '../src/tariffs/index.ts'
import type { CaseView } from '../src/api/views/case-view.ts'
import { startAuthority } from '../src/authority/start-authority.ts'
import type { TraderProfile } from '../src/customs/parties/trader-profile.ts'
import type { ReferenceData } from '../src/clearance/reference-data.ts'
import type { ChannelSettings } from '../src/exchange/channels/channel-settings.ts'
import { collectAnswers } from '../src/exchange/channels/collect-answers.ts'
import { receiveNotification } from '../src/exchange/inbox.ts'
import { collectLetters } from '../src/correspondence/collect-letters.ts'
import { correspondencePorts } from '../src/services/correspondence-ports.ts'
import { letterChannels } from '../src/services/letters-channel.ts'
import { dispatchOutbox } from '../src/exchange/dispatch-outbox.ts'
import { isLetterChannel } from '../src/exchange/letters/letter-box.ts'
import { sendMessageQueue } from '../src/exchange/queues.ts'
import { systemClock } from '../src/platform/clock.ts'
import { readConfig } from '../src/platform/config.ts'
import { createHttpClient } from '../src/platform/http/index.ts'
import { handle, startWorkers } from '../src/platform/jobs/index.ts'
import { createLog } from '../src/platform/log.ts'
import { connect, type Database, type Schema } from '../src/platform/postgres/index.ts'
import { freePort } from '../src/platform/process/index.ts'
import { openSealingKey } from '../src/platform/sealed-secret.ts'
import { FeesOfTenants } from '../src/quotes/index.ts'
import { allQueues } from '../src/services/all-queues.ts'
import { clearanceAssignments } from '../src/services/clearance-assignments.ts'
import { clearancePorts } from '../src/services/clearance-ports.ts'
import { deliveryPorts } from '../src/services/delivery-ports.ts'
import { exchangePorts } from '../src/services/exchange-ports.ts'
import { inboxPorts } from '../src/services/inbox-ports.ts'
import { openChannels } from '../src/services/open-channels.ts'
import { repeat } from '../src/services/repeat.ts'
import { ukCdsConnection, ukCdsOauth } from '../src/services/uk-cds-connection.ts'
import { ukCdsSecrets } from '../src/services/uk-cds-secrets.ts'
import { openSession } from './signed-in.ts'
import { openDefermentAccount, registerApplication } from '../src/start/authority-desk.ts'
import { type JourneyClient, journeyClient } from '../src/start/journey-client.ts'
import { isReleasedAndPaid } from '../src/start/sample-journey.ts'
import { deliveryAssignment, forgetMails, forgetMailsQueue } from '../src/tracking/index.ts'
import { createEmptyTestDatabase, createTestDatabase } from './database.ts'
import { shippedBookOfTests } from './shipped-book.ts'
import { exampleProfile, type TenantKind } from './shipped-examples.ts'

/** Everything that `npm start` runs, within the test's own process and on databases of its own. */
export interface TestInstallation {
  readonly apiUrl: string
  /** Where people find the pages: the same server under the name that sign-in needs. */
  readonly publicUrl: string
  readonly authorityUrl: string
  readonly dataFolder: string
  /** The login that owns the application's tables, for looking at what is really stored. */
  readonly databaseOwnerUrl: string
  /** What our software shows to the authority. */
  readonly authorityToken: string
  /** What the authority shows when it pushes notifications. */
  readonly pushToken: string
  /** Adds a business, with the profile of the examples for its kind unless told otherwise. */
  addTenant(kind: TenantKind, profile?: TraderProfile): Promise<TestTrader>
  /** Lets a new person of a trader in, and gives the secret that their browser's cookie holds. */
  openSession(tenantId: string, person: { name: string; role: Role }): Promise<string>
  /** Takes in the editions that were imported into its database, as processes do from time to time. */
  takeInEditions(): Promise<void>
  /** Speaks to the officers' interface of the sandbox authority. */
  officer<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<T>
  close(): Promise<void>
}

export interface InstallationSettings {
  /** The authority's own law, such as a stale tariff edition. */
  readonly authorityTariffFolder?: string
  /** The whole of the authority's law, such as one that grants other claims than ours. */
  readonly authorityDataFolder?: string
  /** What we know of the law, where a test wants it to differ from the shipped data. */
  readonly ourReference?: (shipped: ReferenceData) => ReferenceData
  /** Stands between the worker and the authority, to break what passes. */
  readonly authorityUrlForWorker?: (authorityUrl: string) => string | Promise<string>
  /** Channels beside HMRC's interface. */
  readonly channels?: readonly ChannelSettings[]
}

export interface TestTrader {
  readonly tenantId: string
  readonly apiKey: string
  readonly client: JourneyClient
}

const OFFICER_TOKEN = 'officer-token-of-the-test-installation'
const PUSH_TOKEN = 'push-token-of-the-test-installation'
const CLIENT_SECRET = 'client-secret-of-the-test-installation-0123456789'
const CDS_TOKEN = 'cds-token-of-the-test-installation-0123456789'

export async function startTestInstallation(
  settings: InstallationSettings = {},
): Promise<TestInstallation> {
  const closers: (() => Promise<unknown>)[] = []
  const later = (close: () => Promise<unknown>): number => closers.push(close)
  const dataFolder = await mkdtemp(join(tmpdir(), 'tidewaiter-test-'))
  later(() => rm(dataFolder, { recursive: true, force: true }))
  const log = createLog({ name: 'test', level: 'silent' })
  const databases = await createTestDatabase({ queues: allQueues })
  later(() => databases.drop())
  const authorityDatabase = await createEmptyTestDatabase()
  later(() => authorityDatabase.drop())

  const authority = await startAuthority({
    databaseUrl: authorityDatabase.ownerUrl,
    port: 0,
    clock: systemClock,
    log,
    officerToken: OFFICER_TOKEN,
    restMs: 50,
    ...(settings.authorityTariffFolder === undefined
      ? {}
      : { tariffFolder: settings.authorityTariffFolder }),
    ...(settings.authorityDataFolder === undefined
      ? {}
      : { dataFolder: settings.authorityDataFolder }),
  })
  if (!authority.ok) throw new Error(authority.failures[0].message)
  const authorityUrl = authority.value.url
  later(() => authority.value.close())

  const port = await freePort()
  const publicUrl = `http://localhost:${port}`
  const config = readConfig({
    TIDEWAITER_DATA: dataFolder,
    TIDEWAITER_UK_CDS_URL: (await settings.authorityUrlForWorker?.(authorityUrl)) ?? authorityUrl,
    TIDEWAITER_UK_LETTERS_URL: authorityUrl,
    TIDEWAITER_UK_CDS_TOKEN: CDS_TOKEN,
    TIDEWAITER_UK_CDS_CLIENT_ID: 'test',
    TIDEWAITER_UK_CDS_CLIENT_SECRET: 'env:CLIENT_SECRET',
    TIDEWAITER_UK_CDS_AUTHORISATION_URL: `${authorityUrl}/oauth/authorize`,
    TIDEWAITER_PUBLIC_URL: publicUrl,
    TIDEWAITER_CHANNEL_LIMIT_PER_SECOND: 'off',
    TIDEWAITER_RENDER_DOCUMENTS: 'off',
    TIDEWAITER_WEBHOOK_REACH: 'development',
  })
  if (!config.ok) throw new Error(config.failures[0].message)
  const sealingKey = await openSealingKey(dataFolder)
  const secrets = await ukCdsSecrets(config.value, { CLIENT_SECRET })
  const quoting = { book: await shippedBookOfTests() }
  const portsOn = async (database: Database<Schema>) => {
    const channels = settings.channels ?? []
    const sources = { config: config.value, database, sealingKey, quoting, channels }
    const shipped = await clearancePorts(sources)
    const reference = settings.ourReference?.(shipped.reference) ?? shipped.reference
    return { ...shipped, reference }
  }
  const connectAs = (url: string) =>
    connect<Schema>({ url, applicationName: 'test', maxConnections: 6, log })

  const appDatabase = connectAs(databases.appUrl)
  later(() => appDatabase.close())
  const clearanceOfApi = await portsOn(appDatabase)
  const inbox = inboxPorts(clearanceOfApi)
  const http = createHttpClient()
  later(() => Promise.resolve(http.close()))
  const oauth = ukCdsOauth({ config: config.value, secrets, http })
  const server = await buildServer({
    database: appDatabase,
    clock: systemClock,
    log,
    authenticate: authentication(appDatabase, systemClock),
    ownFees: new FeesOfTenants(appDatabase, systemClock),
    clearance: clearanceOfApi,
    correspondence: correspondencePorts(config.value, clearanceOfApi),
    quoting,
    inbox: {
      ukCdsSecurityToken: PUSH_TOKEN,
      receive: (notification) => receiveNotification(inbox, notification),
    },
    intake: inbox,
    channelLimitPerSecond: 3,
    ukCds: {
      hasToken: true,
      ...(oauth !== undefined && { oauth }),
      connection: ukCdsConnection({
        ...{ config: config.value, clearance: clearanceOfApi, sealingKey, http, secrets },
      }),
    },
    tracking: { sealingKey, reach: 'development' },
    publicUrl,
    guaranteeDaysMax: 90,
    requestsPerMinute: 'unlimited',
    metricsFor: 'this-machine',
  })
  const apiUrl = await server.listen({ host: '127.0.0.1', port })
  later(() => server.close())

  const workerDatabase = connectAs(databases.workerUrl)
  later(() => workerDatabase.close())
  const clearance = await portsOn(workerDatabase)
  const ukCds = ukCdsConnection({
    ...{ config: config.value, clearance, sealingKey, http },
    secrets,
  })
  const channels = await openChannels(settings.channels ?? [], {
    database: workerDatabase,
    environment: {},
  })
  const ownLetters = letterChannels({
    ...{ config: config.value, database: workerDatabase, ukCds, http, everySeconds: 0.2 },
  })
  const letters = [...ownLetters, ...channels.filter(isLetterChannel)]
  const correspondence = correspondencePorts(config.value, clearance)
  const exchange = exchangePorts({
    ...{ config: config.value, clearance, ukCds, log, correspondence },
    channels: [...channels, ...ownLetters],
  })
  const collector = repeat(() => collectAnswers(exchange), { name: 'collect', everyMs: 200, log })
  later(() => collector.stop())
  const delivery = deliveryPorts({ config: config.value, clearance, sealingKey, log })
  const dispatcher = dispatchOutbox(exchange, { senders: 8 })
  later(() => dispatcher.stop())
  const workers = await startWorkers({
    database: workerDatabase,
    log,
    assignments: [
      ...clearanceAssignments(clearance, log),
      handle(sendMessageQueue, ({ payload }) => dispatcher.wake(payload.channel)),
      deliveryAssignment(delivery),
      handle(forgetMailsQueue, ({ payload }) => forgetMails(delivery, payload)),
    ],
  })
  later(() => workers.stop())

  const desk = { url: authorityUrl, officerToken: OFFICER_TOKEN }
  await registerApplication(
    desk,
    {
      ...{ clientId: 'test', clientSecret: CLIENT_SECRET },
      ...{ ukCdsToken: CDS_TOKEN, ukCdsPushToken: PUSH_TOKEN },
    },
    `${apiUrl}/exchange/uk-cds/notifications`,
    publicUrl,
  )
  const postman = repeat(() => collectLetters({ ...correspondence, log, channels: letters }), {
    name: 'letters',
    everyMs: 200,
    log,
  })
  later(() => postman.stop())
  return {
    apiUrl,
    publicUrl,
    authorityUrl,
    dataFolder,
    databaseOwnerUrl: databases.ownerUrl,
    authorityToken: CDS_TOKEN,
    pushToken: PUSH_TOKEN,
    addTenant: async (kind, given) => {
      const profile = given ?? (await exampleProfile(kind))
      const created = await createTenant(
        appDatabase,
        { name: `Test ${kind}`, kind, profile, declareWhenReady: false },
        { actor: { kind: 'operator', id: 'test' }, now: systemClock.now() },
      )
      const { deferment, declarant } = profile
      if (deferment !== undefined) {
        const { accountNumber: number, holderEori } = deferment
        const limitGbp = '100000.00'
        await openDefermentAccount(desk, { number, holderEori, name: declarant.name, limitGbp })
      }
      const apiKey = created.ownerKey.secret
      const client = journeyClient(apiUrl, apiKey)
      later(() => Promise.resolve(client.close()))
      return { tenantId: created.tenant.tenantId, apiKey, client }
    },
    openSession: (tenantId, person) =>
      openSession({ database: appDatabase, clock: systemClock }, { tenantId }, person),
    takeInEditions: async () => {
      const live = await LiveBook.open(appDatabase)
      quoting.book = live.book
    },
    officer: (method, path, body) => askOfficer(authorityUrl, method, { path, body }),
    close: async () => {
      for (const close of closers.toReversed()) await close()
    },
  }
}

async function askOfficer<T>(
  authorityUrl: string,
  method: string,
  { path, body }: { readonly path: string; readonly body: object | undefined },
): Promise<T> {
  const answer = await fetch(`${authorityUrl}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${OFFICER_TOKEN}`,
      'content-type': 'application/json',
      // Nobody else is at the desk of a test.
      ...(method === 'PUT' && { 'if-match': '*' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
  return JSON.parse(text) as T
}

/** Waits until a case is in one of some states; fails with what it says of itself instead. */
export function caseIn(
  { client }: Pick<TestTrader, 'client'>,
  caseId: string,
  ...states: readonly CaseView['state'][]
): Promise<CaseView> {
  return caseThat({ client }, caseId, states.join(' or '), ({ state }) => states.includes(state))
}

/**
 * Waits until goods are released and what was charged for them is known and paid: the notifications
 * of a release may come before that of the assessment.
 */
export function releasedCase(
  { client }: Pick<TestTrader, 'client'>,
  caseId: string,
): Promise<CaseView> {
  return caseThat({ client }, caseId, 'released, assessed and paid', isReleasedAndPaid)
}

/** Waits for the registration, reports the arrival as a carrier does, and follows it to the release. */
export async function arriveAndRelease(
  trader: Pick<TestTrader, 'client'>,
  caseId: string,
): Promise<CaseView> {
  await caseIn(trader, caseId, 'registered')
  await trader.client.post(`/v1/cases/${caseId}/transport-events`, {
    event: 'goods-arrived',
    occurredAt: new Date().toISOString(),
    source: 'test carrier',
  })
  return releasedCase(trader, caseId)
}

export async function caseThat(
  { client }: Pick<TestTrader, 'client'>,
  caseId: string,
  what: string,
  satisfied: (view: CaseView) => boolean,
): Promise<CaseView> {
  let last: CaseView | undefined
  try {
    return await client.until<CaseView>(`/v1/cases/${caseId}`, {
      what,
      satisfied: (view) => {
        last = view
        return satisfied(view)
      },
      timeLimitMs: 30_000,
    })
  } catch (error) {
    const { state, obstacles, findings, outcomeReason } = last ?? ({} as Partial<CaseView>)
    throw new Error(`${what}: ${JSON.stringify({ state, obstacles, findings, outcomeReason })}`, {
      cause: error,
    })
  }
}
