import { createWriteStream, type WriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from 'node:process'
import { failure, type Result, success } from '../customs/result.ts'
import type { ChannelSettings } from '../exchange/channels/channel-settings.ts'
import { readChannelSettings } from '../exchange/channels/read-channel-settings.ts'
import { secretReferences } from '../exchange/channels/secret-references.ts'
import { layWire, type LossyWire } from '../stage/wire/lossy-wire.ts'
import { checkoutFolder } from '../platform/checkout.ts'
import type { Config } from '../platform/config.ts'
import { type Databases, prepareDatabases } from '../platform/databases.ts'
import { acquireDataLock, type DataLock } from '../platform/embedded-postgres/index.ts'
import { leaveLogins } from '../platform/left-logins.ts'
import {
  type ChildServiceOptions,
  freePort,
  isPortFree,
  startServices,
  type Supervisor,
} from '../platform/process/index.ts'
import { allQueues } from '../services/all-queues.ts'
import type { AuthorityDesk } from './authority-desk.ts'
import { type Credentials, openCredentials } from './credentials.ts'
import { referredTo, ukCdsEnvironment } from './uk-cds-environment.ts'

/** Everything that runs: databases, authority, API and worker. */
export interface Installation {
  readonly databases: Databases
  readonly credentials: Credentials
  readonly supervisor: Supervisor
  /** Where the API is reached from this machine. */
  readonly apiUrl: string
  /** Where people's browsers reach it; passkeys are good for this host name only. */
  readonly publicUrl: string
  readonly authority: AuthorityDesk
  /** Where the authority pushes its notifications. */
  readonly callbackUrl: string
  /** Present where the live stage may be opened. */
  readonly stage?: StageGround
  /** Stops the services, then the database server, then gives the data folder back. */
  close(): Promise<void>
}

/** What the live stage stands on: lines that can be damaged, and a port for its director. */
export interface StageGround {
  readonly port: number
  readonly toOffice: LossyWire
  readonly fromOffice: LossyWire
}

/** What differs between a run that stays up and one that only shows the sample order. */
export interface InstallationOptions {
  readonly config: Config
  /** `free`: any free ports, so that several checkouts run side by side. */
  readonly ports: 'configured' | 'free'
  /** `lossy`: worker and sandbox authority speak over lines that the live stage can cut. */
  readonly line: 'direct' | 'lossy'
  /** Takes each line that a person at the terminal should see. */
  readonly tell: (line: string) => void
}

/** Opens an installation, or says in one line what keeps it from opening. */
export async function openInstallation(
  options: InstallationOptions,
): Promise<Result<Installation>> {
  const lock = await acquireDataLock(options.config.dataFolder)
  if (!lock.ok) return lock
  const undo: Undo[] = [() => lock.value.release()]
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step()
  }
  try {
    const parts = await openParts(options, lock.value, undo)
    if (parts.ok) return success({ ...parts.value, close })
    await close()
    return parts
  } catch (error) {
    await close()
    throw error
  }
}

/** Takes back one step of the opening; the last step is taken back first. */
type Undo = () => Promise<void>

async function openParts(
  options: InstallationOptions,
  lock: DataLock,
  undo: Undo[],
): Promise<Result<Omit<Installation, 'close'>>> {
  const { config, tell } = options
  const channels = await readChannelSettings(config.channelsFile)
  if (!channels.ok) return channels
  const ports = await choosePorts(options)
  if (!ports.ok) return ports
  const databases = await prepareDatabases({ config, queues: allQueues, tell })
  if (!databases.ok) return databases
  undo.push(() => databases.value.stop())
  const credentials = configured(config, await openCredentials(config.dataFolder))
  const { embedded, appUrl, ownerUrl } = databases.value
  await leaveLogins(config.dataFolder, { appUrl, ...(embedded !== undefined && { ownerUrl }) })
  await lock.note({
    apiPort: ports.value.api,
    ...(embedded === undefined ? {} : { postgresPort: embedded.port, postgresPid: embedded.pid }),
  })
  const stage = options.line === 'lossy' ? await layLines(ports.value, undo) : undefined
  const log = createWriteStream(join(config.dataFolder, LOG_FILE), { flags: 'a', mode: 0o600 })
  undo.push(() => new Promise((resolve) => log.end(resolve)))
  const services = await startServices(
    servicePlans({
      ...{ ...options, log, ports: ports.value, databases: databases.value, credentials },
      channels: channels.value,
      ...(stage !== undefined && { stage }),
    }),
  )
  if (!services.ok) return services
  undo.push(() => services.value.stop())
  const apiUrl = `http://127.0.0.1:${ports.value.api}`
  return success({
    databases: databases.value,
    credentials,
    supervisor: services.value,
    apiUrl,
    publicUrl: publicUrl({ config, ports: ports.value }),
    callbackUrl: `${stage?.fromOffice.url ?? apiUrl}/exchange/uk-cds/notifications`,
    ...(stage !== undefined && { stage }),
    authority: {
      url: `http://127.0.0.1:${ports.value.authority}`,
      officerToken: await readOfficerToken(config),
    },
  })
}

/** One line each way: what the authority pushes goes by another road than what it is sent. */
async function layLines(ports: Ports, undo: Undo[]): Promise<StageGround> {
  const toOffice = await layWire(`http://127.0.0.1:${ports.authority}`)
  undo.push(() => toOffice.close())
  const fromOffice = await layWire(`http://127.0.0.1:${ports.api}`)
  undo.push(() => fromOffice.close())
  return { port: ports.stage, toOffice, fromOffice }
}

/** Tokens that were configured take the place of those that were made for the sandbox. */
function configured({ ukCdsToken, ukCdsPushToken }: Config, made: Credentials): Credentials {
  return {
    ...made,
    ...(ukCdsToken === undefined ? {} : { ukCdsToken }),
    ...(ukCdsPushToken === undefined ? {} : { ukCdsPushToken }),
  }
}

interface Ports {
  readonly api: number
  readonly authority: number
  readonly stage: number
}

async function choosePorts({ config, ports, line }: InstallationOptions): Promise<Result<Ports>> {
  const stage = config.stagePort ?? (await freePort())
  if (ports === 'free') {
    return success({ api: await freePort(), authority: await freePort(), stage: await freePort() })
  }
  const wanted = {
    TIDEWAITER_PORT: config.port,
    TIDEWAITER_AUTHORITY_PORT: config.authorityPort,
    ...(line === 'lossy' && { TIDEWAITER_STAGE_PORT: stage }),
  }
  for (const [variable, port] of Object.entries(wanted)) {
    if (!(await isPortFree(port))) {
      return failure({
        code: 'port-busy',
        path: variable,
        message: `Port ${port} is in use by another program.`,
        mend: `End that program, or set ${variable} to another port.`,
      })
    }
  }
  return success({ api: config.port, authority: config.authorityPort, stage })
}

interface PlanFacts {
  readonly config: Config
  /** Takes every line of every service; the lines name their process. */
  readonly log: WriteStream
  readonly ports: Ports
  readonly databases: Databases
  readonly credentials: Credentials
  /** The channels beside HMRC's interface, whose secrets the worker has to be able to read. */
  readonly channels: readonly ChannelSettings[]
  readonly stage?: StageGround
  readonly tell: (line: string) => void
}

/** Each service gets the settings and secrets that it needs, and no others. */
function servicePlans(facts: PlanFacts): readonly (() => ChildServiceOptions)[] {
  const { config, log, ports, databases, credentials, channels, stage, tell } = facts
  const sandboxUrl = stage?.toOffice.url ?? `http://127.0.0.1:${ports.authority}`
  const addresses = { sandboxUrl, sandboxPublicUrl: deskUrl(facts) }
  const ukCds = ukCdsEnvironment(config, credentials, addresses, env)
  const onLine = (name: string, line: string): void => {
    log.write(`${line}\n`)
    if (isWorthShowing(line)) tell(`[${name}] ${line}`)
  }
  const shared = {
    TIDEWAITER_LOG_LEVEL: config.logLevel,
    TIDEWAITER_PUBLIC_URL: publicUrl(facts),
  }
  const entry = (name: string): string => join(checkoutFolder, 'src', name)
  return [
    () => ({
      name: 'authority',
      entry: entry('authority/main.ts'),
      onLine,
      environment: authorityEnvironment(facts),
    }),
    () => ({
      name: 'api',
      entry: entry('services/api.ts'),
      onLine,
      environment: {
        ...shared,
        TIDEWAITER_DATA: config.dataFolder,
        TIDEWAITER_CHANNELS: config.channelsFile ?? '',
        TIDEWAITER_PORT: String(ports.api),
        DATABASE_APP_URL: databases.appUrl,
        ...ukCds,
        TIDEWAITER_UK_CDS_PUSH_TOKEN: credentials.ukCdsPushToken,
        ...referredTo([credentials.ukCdsPushToken], env),
        TIDEWAITER_WEBHOOK_REACH: config.webhookReach,
        TIDEWAITER_GUARANTEE_DAYS_MAX: String(config.guaranteeDaysMax),
        TIDEWAITER_FRAMED_PAGES: framedPages(facts).join(' '),
        TIDEWAITER_TRUSTED_PROXIES: config.trustedProxies.join(' '),
      },
    }),
    () => ({
      name: 'worker',
      entry: entry('services/worker.ts'),
      onLine,
      environment: {
        ...shared,
        TIDEWAITER_DATA: config.dataFolder,
        TIDEWAITER_CHANNELS: config.channelsFile ?? '',
        ...referredTo(secretReferences(channels), env),
        DATABASE_WORKER_URL: databases.workerUrl,
        ...ukCds,
        TIDEWAITER_RENDER_DOCUMENTS: config.renderDocuments,
        TIDEWAITER_WEBHOOK_REACH: config.webhookReach,
        TIDEWAITER_MAIL_FROM: config.mailFrom,
        ...(config.smtpUrl === undefined ? {} : { SMTP_URL: config.smtpUrl }),
      },
    }),
  ]
}

function authorityEnvironment(facts: PlanFacts): Readonly<Record<string, string>> {
  const { config, ports, databases } = facts
  return {
    TIDEWAITER_LOG_LEVEL: config.logLevel,
    TIDEWAITER_DATA: authorityFolder(config),
    AUTHORITY_DATABASE_URL: databases.authorityUrl,
    TIDEWAITER_AUTHORITY_PORT: String(ports.authority),
    TIDEWAITER_AUTHORITY_PUBLIC_URL: deskUrl(facts),
    TIDEWAITER_TRUSTED_PROXIES: config.trustedProxies.join(' '),
    // The live stage is a page of the API and shows the desk beside the other pages.
    TIDEWAITER_DESK_FRAMED_BY: config.deskFramedBy ?? new URL(publicUrl(facts)).origin,
  }
}

/** The stage asks its director and shows the officers' desk. */
function framedPages(facts: PlanFacts): readonly string[] {
  const { config, stage } = facts
  if (stage === undefined) return config.framedPages
  const desk = new URL(deskUrl(facts)).origin
  return [...config.framedPages, desk, `http://localhost:${stage.port}`]
}

/** Without a configured address, links lead to the port that was chosen for this run. */
function publicUrl({ config, ports }: Pick<PlanFacts, 'config' | 'ports'>): string {
  const isDefault = config.publicUrl === `http://localhost:${config.port}`
  return isDefault ? `http://localhost:${ports.api}` : config.publicUrl
}

/** The same for the officers' desk. */
function deskUrl({ config, ports }: PlanFacts): string {
  const isDefault = config.authorityPublicUrl === `http://localhost:${config.authorityPort}`
  return isDefault ? `http://localhost:${ports.authority}` : config.authorityPublicUrl
}

/** Where the logs of all services go, whole; its size is the operator's to watch. */
const LOG_FILE = 'services.log'

/** The services log JSON; at the terminal only what needs attention is shown. */
function isWorthShowing(line: string): boolean {
  return !line.startsWith('{') || /"level":(50|60)/.test(line)
}

function authorityFolder({ dataFolder }: Config): string {
  return join(dataFolder, 'authority')
}

async function readOfficerToken(config: Config): Promise<string> {
  const path = join(authorityFolder(config), 'authority-officer-token')
  return (await readFile(path, 'utf8')).trim()
}
