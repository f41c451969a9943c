import { env, argv } from 'node:process'
import type { Failures } from '../customs/result.ts'
import { type Config, readConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { createShutdown, type Shutdown, shutDownOnSignals } from '../platform/process/index.ts'
import { openDefermentAccount, registerApplication, type AuthorityDesk } from './authority-desk.ts'
import { consoleLinks } from './console-links.ts'
import { deskSignInLink } from './desk-link.ts'
import { type Installation, openInstallation } from './installation.ts'
import { journeyClient, JourneyFailed } from './journey-client.ts'
import { narrator } from './narrator.ts'
import { sampleJourney } from './sample-journey.ts'
import { openLiveStage } from './live-stage.ts'
import {
  openSampleTenant,
  sampleAgent,
  sampleShop,
  type SamplePlace,
  type SampleTenant,
} from './sample-tenant.ts'

const HELP = `Usage: npm start [-- --once]

Starts the database, the API, the workers and the sandbox customs authority, then takes a sample
order to release before your eyes. It stays up until Ctrl-C.

  --once   stop after the sample order, exit 0 when it was released; takes free ports
  --help   show this

Settings are read from the environment; README.md lists them.
`

const tell = narrator((text) => process.stdout.write(text))

async function main(): Promise<number> {
  const options = argv.slice(2)
  if (options.includes('--help')) {
    process.stdout.write(HELP)
    return 0
  }
  const unknown = options.filter((option) => option !== '--once')
  if (unknown.length > 0) {
    return complain(`There is no option ${unknown.join(', ')}; --help shows what there is.`, 2)
  }
  const config = readConfig(env)
  if (!config.ok) return complain(sentences(config.failures), 2)
  return run(config.value, options.includes('--once') ? 'once' : 'stay')
}

async function run(config: Config, mode: 'once' | 'stay'): Promise<number> {
  const log = createLog({ name: 'start', level: 'silent' })
  const shutdown = createShutdown({ log })
  shutDownOnSignals(shutdown, ['SIGTERM', 'SIGINT'])
  const opened = await openInstallation({
    config,
    ports: mode === 'once' ? 'free' : 'configured',
    line: mode === 'stay' && mayShowStage(config) ? 'lossy' : 'direct',
    tell: tell.line,
  })
  if (!opened.ok) return complain(sentences(opened.failures), 1)
  const installation = opened.value
  shutdown.add('installation', () => installation.close())
  try {
    if (config.ukCdsUrl === undefined) await letOurSoftwareIn(installation)
    await showStage(config, installation, shutdown)
    await showSample(config, installation)
    if (mode === 'stay') {
      await showWaysIn(config, installation)
      await stayUp(installation)
    }
    return 0
  } catch (error) {
    if (!(error instanceof JourneyFailed)) throw error
    return complain(`What is shown at the start did not come through: ${error.message}`, 1)
  } finally {
    await shutdown.run('the end')
  }
}

async function letOurSoftwareIn(installation: Installation): Promise<void> {
  const { authority, credentials, callbackUrl, publicUrl } = installation
  await registerApplication(authority, credentials, callbackUrl, publicUrl)
}

/** The link to the live stage is the first thing to be seen, since it shows all the others. */
async function showStage(
  config: Config,
  installation: Installation,
  shutdown: Shutdown,
): Promise<void> {
  if (installation.stage === undefined) return
  const stage = await openLiveStage(config, installation, installation.stage)
  shutdown.add('stage', () => stage.close())
  tell.line(`Live stage, one case from three sides: ${stage.link}\n`)
}

/** Its people are made up and its faults are real: it is for our own sandbox, and for trying. */
function mayShowStage({ ukCdsUrl, stage }: Config): boolean {
  return ukCdsUrl === undefined && stage === 'on'
}

/** The sample order is made up, so it goes to our own sandbox and to no other authority. */
async function showSample(config: Config, installation: Installation): Promise<void> {
  const { apiUrl, authority } = installation
  tell.line(`Tidewaiter is up: API ${apiUrl}, documentation ${apiUrl}/docs`)
  tell.line(`Quotes and the time machine, for anybody: ${installation.publicUrl}/estimate/`)
  if (config.ukCdsUrl !== undefined) {
    return tell.line(`Declarations go to ${config.ukCdsUrl}, so no sample order is sent.`)
  }
  tell.line(`Sandbox customs authority: ${authority.url}`)
  const tenant = await openSampleTenant(sampleShop, samplePlace(config, installation))
  await openAccountOf(tenant, authority)
  const client = journeyClient(apiUrl, tenant.apiKey)
  try {
    await sampleJourney(client, tell, apiUrl)
  } finally {
    client.close()
  }
}

/** How people get into the console. The sample tenants exist beside our own sandbox only. */
async function showWaysIn(config: Config, installation: Installation): Promise<void> {
  const { databases, publicUrl, authority } = installation
  if (config.ukCdsUrl !== undefined) {
    return tell.line(
      `The console: ${publicUrl}/console/. Make a tenant with bin/tidewaiter tenant create, and a ` +
        'link for its owner with bin/tidewaiter person link.',
    )
  }
  const place = samplePlace(config, installation)
  const shop = await openSampleTenant(sampleShop, place)
  const agent = await openSampleTenant(sampleAgent, place)
  await openAccountOf(agent, authority)
  const tenants = [
    { name: sampleShop.name, tenantId: shop.tenantId },
    { name: sampleAgent.name, tenantId: agent.tenantId },
  ]
  const { appUrl } = databases
  tell.line('\nThe console, for each of two sample businesses (a link lets in once):')
  for (const [name, way] of await consoleLinks(tenants, { ...place, appUrl, publicUrl })) {
    tell.line(`    ${name.padEnd(20)} ${way}`)
  }
}

function samplePlace(config: Config, { databases }: Installation): SamplePlace {
  const log = createLog({ name: 'start', level: 'silent' })
  return { dataFolder: config.dataFolder, appUrl: databases.appUrl, log }
}

/** Opens the account at the sandbox from which a tenant's charges are paid. */
async function openAccountOf({ profile }: SampleTenant, authority: AuthorityDesk): Promise<void> {
  const { deferment, declarant } = profile
  if (deferment === undefined) return
  const { accountNumber: number, holderEori } = deferment
  const account = { number, holderEori, name: declarant.name, limitGbp: '1000000.00' }
  await openDefermentAccount(authority, account)
}

async function stayUp({ apiUrl, supervisor, authority }: Installation): Promise<void> {
  tell.line(
    `\nSit at the customs officers' desk (one-time link): ${await deskSignInLink(authority)}`,
  )
  tell.line(`\nEverything stays up; ${apiUrl}/docs shows the interface. Ctrl-C ends it.`)
  const end = await supervisor.failed
  throw new JourneyFailed(`the ${end.name} process ended with ${end.how}`)
}

function sentences(failures: Failures): string {
  return failures.map(({ message, mend }) => `${message} ${mend ?? ''}`.trim()).join(' ')
}

function complain(message: string, code: number): number {
  process.stderr.write(`${message}\n`)
  return code
}

process.exit(await main())
