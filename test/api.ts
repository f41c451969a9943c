import { createTestDatabase } from './database.ts'
import { shippedBookOfTests } from './shipped-book.ts'
import { authentication, createTenant, issueApiKey, roles, type Role } from '../src/access/index.ts'
import type { Instant } from '../src/customs/calendar/local-date.ts'
import {
  readReferenceData,
  referenceParts,
  type ReferenceData,
} from '../src/clearance/reference-data.ts'
import type { TraderProfile } from '../src/customs/parties/trader-profile.ts'
import { UK_LETTERS } from '../src/exchange/uk-letters/channel-name.ts'
import { receiveNotification } from '../src/exchange/inbox.ts'
import { settableClock, type SettableClock } from '../src/platform/clock.ts'
import { readDataFiles } from '../src/platform/data-files.ts'
import { createLog } from '../src/platform/log.ts'
import { connect, inTenant, type Database, type Schema } from '../src/platform/postgres/index.ts'
import { sealingKeyFrom } from '../src/platform/sealed-secret.ts'
import { allQueues } from '../src/services/all-queues.ts'
import { inboxPorts } from '../src/services/inbox-ports.ts'
import type { ApiPorts } from '../src/api/api-ports.ts'
import type { ApiServer } from '../src/api/http/route.ts'
import { FeesOfTenants } from '../src/quotes/index.ts'
import { buildServer } from '../src/api/server.ts'

/** A tenant with one key of each role. */
export interface TestTenant {
  readonly tenantId: string
  readonly keys: Readonly<Record<Role, string>>
}

/** The HTTP interface on a database of its own, asked in process. */
export interface TestApi {
  readonly server: ApiServer
  readonly ports: ApiPorts
  readonly clock: SettableClock
  readonly database: Database<Schema>
  /** The login of the application role. */
  readonly databaseUrl: string
  /** The login that owns the tables, for filling them. */
  readonly ownerDatabaseUrl: string
  /** The login of the worker role, for what the interface leaves to the workers. */
  readonly workerDatabaseUrl: string
  addTenant(kind?: 'purchasing-agent' | 'e-commerce-platform'): Promise<TestTenant>
  close(): Promise<void>
}

/** What the authority shows when it pushes notifications. */
export const testSecurityToken = 'Basic of-the-authority'

export const testProfile: TraderProfile = {
  declarant: {
    name: 'Harbour Brokers Ltd',
    address: { lines: ['1 Quay Street'], city: 'Felixstowe', postcode: 'IP11 3SY', country: 'GB' },
    eori: 'GB123456789000',
    establishedIn: 'GB',
  },
  standingAuthorities: [],
}

/** Starts the interface; what a test wants otherwise is given in `settings`. */
export async function startTestApi(settings: Partial<ApiPorts> = {}): Promise<TestApi> {
  const testDatabase = await createTestDatabase({ queues: allQueues })
  const log = createLog({ level: 'silent', name: 'test' })
  const database = connect<Schema>({
    url: testDatabase.appUrl,
    applicationName: 'api test',
    maxConnections: 5,
    log,
  })
  const clock = settableClock('2026-09-01T12:00:00.000Z' as Instant)
  const ports = { ...(await testPorts(database, clock)), log, ...settings }
  const server = await buildServer(ports)
  return {
    ...{ server, ports, clock, database },
    databaseUrl: testDatabase.appUrl,
    ownerDatabaseUrl: testDatabase.ownerUrl,
    workerDatabaseUrl: testDatabase.workerUrl,
    addTenant: (kind = 'e-commerce-platform') => addTenant(database, clock, kind),
    close: async () => {
      await server.close()
      await database.close()
      await testDatabase.drop()
    },
  }
}

async function testPorts(
  database: Database<Schema>,
  clock: SettableClock,
): Promise<Omit<ApiPorts, 'log'>> {
  const quoting = { book: await shippedBookOfTests() }
  const clearance = {
    database,
    clock,
    reference: await readReference(quoting),
    tell: () => Promise.resolve(),
    renderDocuments: 'off',
  } as const
  return {
    ...{ database, clock, clearance, quoting },
    correspondence: {
      clearance,
      letterChannels: [{ name: UK_LETTERS }],
      tellOfThread: () => Promise.resolve(),
    },
    authenticate: authentication(database, clock),
    ownFees: new FeesOfTenants(database, clock),
    inbox: {
      ukCdsSecurityToken: testSecurityToken,
      receive: (notification) => receiveNotification(inboxPorts(clearance), notification),
    },
    intake: inboxPorts(clearance),
    channelLimitPerSecond: 3,
    tracking: { sealingKey: sealingKeyFrom(Buffer.alloc(32, 1)), reach: 'development' },
    publicUrl: 'http://localhost:8080',
    guaranteeDaysMax: 90,
    requestsPerMinute: 'unlimited',
    metricsFor: 'this-machine',
  }
}

async function readReference(quoting: ReferenceData['quoting']): Promise<ReferenceData> {
  const reference = readReferenceData(await readDataFiles(referenceParts), quoting)
  if (!reference.ok) throw new Error(reference.failures[0].message)
  return reference.value
}

async function addTenant(
  database: Database<Schema>,
  clock: SettableClock,
  kind: 'purchasing-agent' | 'e-commerce-platform',
): Promise<TestTenant> {
  const by = { actor: { kind: 'operator', id: 'test' }, now: clock.now() } as const
  const profile = testProfile
  const { tenant, ownerKey } = await createTenant(
    database,
    { name: 'Test trader', kind, profile, declareWhenReady: false },
    by,
  )
  const { tenantId } = tenant
  const others = await inTenant(database, tenantId, async (transaction) => {
    const keys: [Role, string][] = []
    for (const role of roles.filter((name) => name !== 'owner')) {
      const key = await issueApiKey(transaction, { name: role, role }, { ...by, tenantId })
      keys.push([role, key.secret])
    }
    return keys
  })
  const keys = Object.fromEntries([['owner', ownerKey.secret], ...others]) as TestTenant['keys']
  return { tenantId, keys }
}

export function bearer(key: string): { readonly authorization: string } {
  return { authorization: `Bearer ${key}` }
}
