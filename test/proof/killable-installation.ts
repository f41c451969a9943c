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

/** API, workers and authority as processes of their own. */
export interface ProofInstallation {
  readonly apiUrl: string
  readonly databases: ProofDatabases
  /** For looking at what is stored; the processes have connections of their own. */
  readonly database: Database<Schema>
  readonly officers: OfficerDesk
  /** The last lines that the processes wrote. */
  lastLines(): readonly string[]
  /** A new tenant, whose one order can then be told from all others. */
  addTenant(declaredBy: DeclaredBy): Promise<ProofTenant>
  close(): Promise<void>
}

/** An installation with a gate on every way between its processes. */
export interface KillableInstallation extends ProofInstallation {
  readonly trap: Trap
  /** How many processes were killed until now. */
  kills(): number
}

/** Declared by a job as soon as it is ready, or by a request of the client. */
type DeclaredBy = 'worker' | 'client'

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

  const officerToken = await readOfficerToken(folders.authority)
  const desk = { url: `http://127.0.0.1:${ports.authority}`, officerToken }
  const profile = await readProofProfile()
  await introduceToAuthority(desk, secrets, { profile, pushPort: gates.pushes.port })
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
    addTenant: (declaredBy) => addProofTenant(database, { declaredBy, profile }),
    close: async () => {
      await processes.stopAll()
      for (const gate of Object.values(gates)) await gate.close()
      await database.close()
    },
  }
}

/** A business with nothing in it but its profile. */
export async function addProofTenant(
  database: Database<Schema>,
  { declaredBy, profile }: { readonly declaredBy: DeclaredBy; readonly profile: TraderProfile },
): Promise<ProofTenant> {
  const declareWhenReady = declaredBy === 'worker'
  const created = await createTenant(
    database,
    { name: 'Proof', kind: 'e-commerce-platform', profile, declareWhenReady },
    { actor: { kind: 'operator', id: 'proof' }, now: systemClock.now() },
  )
  return { tenantId: created.tenant.tenantId, apiKey: created.ownerKey.secret }
}

/** The token that the sandbox authority has made for its officers when it was started. */
export async function readOfficerToken(authorityFolder: string): Promise<string> {
  return (await readFile(join(authorityFolder, 'authority-officer-token'), 'utf8')).trim()
}

export async function readProofProfile(): Promise<TraderProfile> {
  const path = join(checkoutFolder, 'examples', 'trader-profile-platform.json')
  return JSON.parse(await readFile(path, 'utf8')) as TraderProfile
}

/** Makes us known to the authority and opens the account that the duties are charged to. */
export async function introduceToAuthority(
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
