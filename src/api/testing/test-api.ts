import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { createTestDatabase } from '../../../test/database.ts'
import {
  createTenant,
  issueApiKey,
  keyAuthentication,
  roles,
  type Role,
} from '../../access/index.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { clearanceQueues } from '../../clearance/queues.ts'
import { readKnownCodes } from '../../customs/order/known-codes.ts'
import type { TraderProfile } from '../../customs/parties/trader-profile.ts'
import { exchangeQueues } from '../../exchange/queues.ts'
import { checkoutFolder } from '../../platform/checkout.ts'
import { settableClock, type SettableClock } from '../../platform/clock.ts'
import { createLog } from '../../platform/log.ts'
import { connect, inTenant, type Database, type Schema } from '../../platform/postgres/index.ts'
import type { ApiPorts } from '../api-ports.ts'
import type { ApiServer } from '../http/route.ts'
import { buildServer } from '../server.ts'

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
  addTenant(kind?: 'purchasing-agent' | 'e-commerce-platform'): Promise<TestTenant>
  close(): Promise<void>
}

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
  const queues = [...clearanceQueues, ...exchangeQueues]
  const testDatabase = await createTestDatabase({ queues })
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
  const clearance = {
    database,
    clock,
    reference: { laws: new Map() },
    tell: () => Promise.resolve(),
    renderDocuments: 'off',
  } as const
  return {
    ...{ database, clock, clearance },
    authenticate: keyAuthentication(database, clock),
    knownCodes: await knownCodes(),
    publicUrl: 'http://localhost:8080',
    requestsPerMinute: 'unlimited',
    metricsFor: 'this-machine',
  }
}

async function knownCodes() {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(checkoutFolder, 'data', 'reference', name), 'utf8'))
  const codes = readKnownCodes({
    countries: await read('countries.json'),
    currencies: await read('currencies.json'),
  })
  if (!codes.ok) throw new Error(codes.failures[0].message)
  return codes.value
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
