import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTenant } from '../access/index.ts'
import { readTraderProfile } from '../customs/parties/read-trader-profile.ts'
import type { TraderProfile } from '../customs/parties/trader-profile.ts'
import { checkoutFolder } from '../platform/checkout.ts'
import { systemClock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import { connect, type Schema } from '../platform/postgres/index.ts'
import { readIfThere, writePrivateFile } from '../platform/private-file.ts'

/** The tenant in whose name the sample order travels, with its owner's key. */
export interface SampleTenant {
  readonly tenantId: string
  readonly apiKey: string
  readonly profile: TraderProfile
}

const FILE = 'sample-tenant.json'

/**
 * The sample tenant of this installation, created at the first start. Its key is kept in a file that
 * only its owner may read; were that lost, a new sample tenant takes its place.
 */
export async function openSampleTenant(
  dataFolder: string,
  appUrl: string,
  log: Log,
): Promise<SampleTenant> {
  const path = join(dataFolder, FILE)
  const known = await readIfThere(path)
  if (known !== undefined) return JSON.parse(known) as SampleTenant
  const profile = await readSampleProfile()
  const database = connect<Schema>({
    url: appUrl,
    applicationName: 'start',
    maxConnections: 1,
    log,
  })
  try {
    const created = await createTenant(
      database,
      { name: 'Parcelbay (sample)', kind: 'e-commerce-platform', profile, declareWhenReady: false },
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

async function readSampleProfile(): Promise<TraderProfile> {
  const path = join(checkoutFolder, 'examples', 'trader-profile-platform.json')
  const profile = readTraderProfile(JSON.parse(await readFile(path, 'utf8')))
  if (!profile.ok) throw new Error(`${path}: ${profile.failures[0].message}`)
  return profile.value
}
