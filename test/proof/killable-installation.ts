import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTenant } from '../../src/access/index.ts'
import type { TraderProfile } from '../../src/customs/parties/trader-profile.ts'
import { checkoutFolder } from '../../src/platform/checkout.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { createLog } from '../../src/platform/log.ts'
import { connect, type Database, type Schema } from '../../src/platform/postgres/index.ts'
import { freePort } from '../../src/platform/process/index.ts'
import {
  type AuthorityDesk,
  openDefermentAccount,
  registerApplication,
} from '../../src/start/authority-desk.ts'
import { type Credentials, openCredentials } from '../../src/start/credentials.ts'
import type { Sighting } from './gates/sighting.ts'
import { OfficerDesk } from './officer-desk.ts'
import { ProcessHouse } from './process-house.ts'
import { openGates, processPlans } from './process-plans.ts'
import type { ProofDatabases } from './proof-databases.ts'
import { Trap } from './trap.ts'

/** API, worker and authority as processes of their own, with a gate on every way between them. */
export interface KillableInstallation {
  readonly apiUrl: string
  readonly databases: ProofDatabases
  /** For looking at what is stored; the processes have connections of their own. */
  readonly database: Database<Schema>
  readonly officers: OfficerDesk
  readonly trap: Trap
  /** How many processes were killed until now. */
  kills(): number
  /** The last lines that the processes wrote. */
  lastLines(): readonly string[]
  /** A new tenant, whose one order can then be told from all others. */
  addTenant(declaredBy: 'worker' | 'client'): Promise<ProofTenant>
  close(): Promise<void>
}

export interface ProofTenant {
  readonly tenantId: string
  readonly apiKey: string
}

export async function startKillableInstallation(
  databases: ProofDatabases,
  dataFolder: string,
): Promise<KillableInstallation> {
  const folders = { ours: join(dataFolder, 'ours'), authority: join(dataFolder, 'authority') }
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true })
  const secrets = await openCredentials(folders.ours)
  const ports = { api: await freePort(), authority: await freePort() }
  // The gates are there before the processes behind them, and those before the trap for them.
  const watch = (sighting: Sighting): ReturnType<Trap['watch']> => trap.watch(sighting)
  const gates = await openGates(watch, databases, ports)
  const processes = new ProcessHouse(processPlans({ databases, ports, gates, folders, secrets }))
  const trap = new Trap(processes)
  await processes.startAll()

  const token = await readFile(join(folders.authority, 'authority-officer-token'), 'utf8')
  const desk = { url: `http://127.0.0.1:${ports.authority}`, officerToken: token.trim() }
  const profile = await readProfile()
  await introduce(desk, secrets, { profile, pushPort: gates.pushes.port })
  const database = connect<Schema>({
    ...{ url: databases.appUrl, applicationName: 'proof', maxConnections: 4 },
    log: createLog({ name: 'proof', level: 'silent' }),
  })
  return {
    apiUrl: `http://127.0.0.1:${ports.api}`,
    ...{ databases, database, trap },
    officers: new OfficerDesk(desk),
    kills: () => processes.kills,
    lastLines: () => processes.lastLines,
    addTenant: async (declaredBy) => {
      const declareWhenReady = declaredBy === 'worker'
      const created = await createTenant(
        database,
        { name: 'Proof', kind: 'e-commerce-platform', profile, declareWhenReady },
        { actor: { kind: 'operator', id: 'proof' }, now: systemClock.now() },
      )
      return { tenantId: created.tenant.tenantId, apiKey: created.ownerKey.secret }
    },
    close: async () => {
      await processes.stopAll()
      for (const gate of Object.values(gates)) await gate.close()
      await database.close()
    },
  }
}

async function readProfile(): Promise<TraderProfile> {
  const path = join(checkoutFolder, 'examples', 'trader-profile-platform.json')
  return JSON.parse(await readFile(path, 'utf8')) as TraderProfile
}

/** Makes us known to the authority and opens the account that the duties are charged to. */
async function introduce(
  desk: AuthorityDesk,
  secrets: Credentials,
  ours: { readonly profile: TraderProfile; readonly pushPort: number },
): Promise<void> {
  const { profile, pushPort } = ours
  const callback = `http://127.0.0.1:${pushPort}/exchange/uk-cds/notifications`
  await registerApplication(desk, secrets, callback)
  const { deferment, declarant } = profile
  if (deferment === undefined) throw new Error('the profile of the proof has no deferment account')
  const { accountNumber: number, holderEori } = deferment
  const account = { number, holderEori, name: declarant.name, limitGbp: '1000000.00' }
  await openDefermentAccount(desk, account)
}
