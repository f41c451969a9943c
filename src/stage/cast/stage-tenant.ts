import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { createTenant, type Role } from '../../access/index.ts'
import { readTraderProfile } from '../../customs/parties/read-trader-profile.ts'
import type { TraderProfile } from '../../customs/parties/trader-profile.ts'
import { checkoutFolder } from '../../platform/checkout.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Log } from '../../platform/log.ts'
import { connect, type Schema } from '../../platform/postgres/index.ts'
import { readIfThere, writePrivateFile } from '../../platform/private-file.ts'
import { journeyClient } from '../../start/journey-client.ts'

/** The business on the stage, and with what each of its people comes in. */
export interface StageTenant {
  readonly ownerKey: string
  readonly shopKey: string
  readonly carrierKey: string
  /** The person as whom the viewer and the director work at the console. */
  readonly brokerId: string
  readonly profile: TraderProfile
}

/** Where the stage's tenant is kept and made. */
export interface StageTenantPlace {
  readonly dataFolder: string
  /** Login of the application role, for the one thing that no interface offers: a new tenant. */
  readonly appUrl: string
  readonly apiUrl: string
  readonly log: Log
}

const FILE = 'stage-tenant.json'

/**
 * The tenant of the stage, created at the first start; its keys are kept in a file that only its
 * owner may read. Everything but the tenant itself is made through the interface.
 */
export async function openStageTenant(place: StageTenantPlace): Promise<StageTenant> {
  const path = join(place.dataFolder, FILE)
  const known = await readIfThere(path)
  if (known !== undefined) return JSON.parse(known) as StageTenant
  const profile = await readStageProfile()
  const ownerKey = await createStageTenant(place, profile)
  const owner = journeyClient(place.apiUrl, ownerKey)
  try {
    const keyOf = async (name: string, role: Role): Promise<string> =>
      (await owner.post<{ secret: string }>('/v1/api-keys', { name, role })).secret
    const broker = await owner.post<{ id: string }>('/v1/people', {
      name: 'Stage broker',
      role: 'operator',
    })
    const tenant = {
      ...{ ownerKey, profile, brokerId: broker.id },
      shopKey: await keyOf('Shop', 'operator'),
      carrierKey: await keyOf('Carrier', 'operator'),
    }
    await writePrivateFile(path, JSON.stringify(tenant))
    return tenant
  } finally {
    owner.close()
  }
}

async function createStageTenant(
  { appUrl, log }: StageTenantPlace,
  profile: TraderProfile,
): Promise<string> {
  const database = connect<Schema>({
    url: appUrl,
    applicationName: 'start',
    maxConnections: 1,
    log,
  })
  try {
    const { ownerKey } = await createTenant(
      database,
      {
        name: 'Lantern Lane (live stage)',
        kind: 'e-commerce-platform',
        profile,
        declareWhenReady: false,
      },
      { actor: { kind: 'operator', id: 'start' }, now: systemClock.now() },
    )
    return ownerKey.secret
  } finally {
    await database.close()
  }
}

async function readStageProfile(): Promise<TraderProfile> {
  const path = join(checkoutFolder, 'examples', 'trader-profile-platform.json')
  const profile = readTraderProfile(JSON.parse(await readFile(path, 'utf8')))
  if (!profile.ok) throw new Error(`${path}: ${profile.failures[0].message}`)
  return profile.value
}
