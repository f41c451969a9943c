import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTenant, type NewTenant } from '../access/index.ts'
import { readTraderProfile } from '../customs/parties/read-trader-profile.ts'
import type { TraderProfile } from '../customs/parties/trader-profile.ts'
import { checkoutFolder } from '../platform/checkout.ts'
import { systemClock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import { connect, type Schema } from '../platform/postgres/index.ts'
import { readIfThere, writePrivateFile } from '../platform/private-file.ts'

/** A tenant that this installation has made for trying, with its owner's key. */
export interface SampleTenant {
  readonly tenantId: string
  readonly apiKey: string
  readonly profile: TraderProfile
}

/** What a sample tenant is made from. */
export interface SampleTrader extends Pick<NewTenant, 'name' | 'kind'> {
  /** Its profile in `examples/`. */
  readonly example: string
  /** Where its key is kept in the data folder. */
  readonly file: string
}

/** The shop in whose name the sample order travels. */
export const sampleShop: SampleTrader = {
  name: 'Parcelbay (sample)',
  kind: 'e-commerce-platform',
  example: 'trader-profile-platform.json',
  file: 'sample-tenant.json',
}

/** The purchasing agent whose warehouse and shipments can be tried. */
export const sampleAgent: SampleTrader = {
  name: 'Kobe Agent (sample)',
  kind: 'purchasing-agent',
  example: 'trader-profile-agent.json',
  file: 'sample-agent.json',
}

/** Where the sample tenants of an installation are kept. */
export interface SamplePlace {
  readonly dataFolder: string
  readonly appUrl: string
  readonly log: Log
}

/**
 * A sample tenant of this installation, created at the first start. Its key is kept in a file that
 * only its owner may read; were that lost, a new sample tenant takes its place.
 */
export async function openSampleTenant(
  { name, kind, example, file }: SampleTrader,
  { dataFolder, appUrl, log }: SamplePlace,
): Promise<SampleTenant> {
  const path = join(dataFolder, file)
  const known = await readIfThere(path)
  if (known !== undefined) return JSON.parse(known) as SampleTenant
  const profile = await readExampleProfile(example)
  const database = connect<Schema>({
    url: appUrl,
    applicationName: 'start',
    maxConnections: 1,
    log,
  })
  try {
    const created = await createTenant(
      database,
      { name, kind, profile, declareWhenReady: false },
      { actor: { kind: 'operator', id: 'start' }, now: systemClock.now() },
    )
    const { tenantId } = created.tenant
    const tenant = { tenantId, apiKey: created.ownerKey.secret, profile }
    await writePrivateFile(path, JSON.stringify(tenant))
    return tenant
  } finally {
    await database.close()
  }
}

async function readExampleProfile(example: string): Promise<TraderProfile> {
  const path = join(checkoutFolder, 'examples', example)
  const profile = readTraderProfile(JSON.parse(await readFile(path, 'utf8')))
  if (!profile.ok) throw new Error(`${path}: ${profile.failures[0].message}`)
  return profile.value
}
