import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createTenant } from '../src/access/index.ts'
import type { Order } from '../src/customs/order/order.ts'
import type { TraderProfile } from '../src/customs/parties/trader-profile.ts'
import { checkoutFolder } from '../src/platform/checkout.ts'
import { systemClock } from '../src/platform/clock.ts'
import { readConfig } from '../src/platform/config.ts'
import { removeEmbeddedPostgres } from '../src/platform/embedded-postgres/index.ts'
import { createLog } from '../src/platform/log.ts'
import { connect, type Schema } from '../src/platform/postgres/index.ts'
import { openDefermentAccount, registerApplication } from '../src/start/authority-desk.ts'
import { type Installation, openInstallation } from '../src/start/installation.ts'
import { exampleProfile, readExample } from '../test/shipped-examples.ts'

/** What `npm start` runs, on data of its own, with tenants to make load in the name of. */
export interface BenchInstallation extends Installation {
  /** One key of each tenant: a key may only make so many requests in a minute. */
  readonly apiKeys: readonly string[]
}

export interface BenchSettings {
  readonly tenants: number
  readonly renderDocuments: 'on' | 'off'
}

/** Opens an installation with real processes, the embedded database and no limit on the channel. */
export async function openBenchInstallation(settings: BenchSettings): Promise<BenchInstallation> {
  const dataFolder = join(checkoutFolder, 'var', `bench-${process.pid}`)
  await mkdir(dataFolder, { recursive: true })
  const config = readConfig({
    TIDEWAITER_DATA: dataFolder,
    TIDEWAITER_LOG_LEVEL: 'warn',
    TIDEWAITER_CHANNEL_LIMIT_PER_SECOND: 'off',
    TIDEWAITER_RENDER_DOCUMENTS: settings.renderDocuments,
  })
  if (!config.ok) throw new Error(config.failures[0].message)
  const tell = (line: string): void => void process.stderr.write(`${line}\n`)
  const opened = await openInstallation({
    config: config.value,
    ports: 'free',
    line: 'direct',
    tell,
  })
  if (!opened.ok) throw new Error(opened.failures[0].message)
  const installation = opened.value
  const { apiUrl, authority, credentials } = installation
  const profile = await exampleProfile('e-commerce-platform')
  await registerApplication(authority, credentials, `${apiUrl}/exchange/uk-cds/notifications`)
  const { accountNumber: number, holderEori } = profile.deferment!
  const { name } = profile.declarant
  await openDefermentAccount(authority, { number, holderEori, name, limitGbp: '100000000.00' })
  const apiKeys = await createTenants(installation, profile, settings.tenants)
  return {
    ...installation,
    apiKeys,
    close: async () => {
      await installation.close()
      await removeEmbeddedPostgres(dataFolder)
    },
  }
}

/** Platforms that want a case declared as soon as it is ready. */
async function createTenants(
  { databases }: Installation,
  profile: TraderProfile,
  count: number,
): Promise<readonly string[]> {
  const database = connect<Schema>({
    ...{ url: databases.appUrl, applicationName: 'bench', maxConnections: 1 },
    log: createLog({ name: 'bench', level: 'silent' }),
  })
  const keys: string[] = []
  for (let index = 1; index <= count; index += 1) {
    const created = await createTenant(
      database,
      { name: `Bench ${index}`, kind: 'e-commerce-platform', profile, declareWhenReady: true },
      { actor: { kind: 'operator', id: 'bench' }, now: systemClock.now() },
    )
    keys.push(created.ownerKey.secret)
  }
  await database.close()
  return keys
}

export function threeLineOrder(): Promise<Order> {
  return readExample('marketplace-cn-gb')
}
