import { isIP } from 'node:net'
import { join, resolve } from 'node:path'

import { resultOf, type Failure, type Result } from '../customs/result.ts'
import { checkoutFolder } from './checkout.ts'
import { logLevels, type LogLevel } from './log.ts'
import { parseSecretReference } from './secret-reference.ts'

/** Everything that the environment decides, read once at the start of a process. */
export interface Config {
  /** The owner's database; absent means the embedded server. */
  readonly databaseUrl?: string
  /** The application role's login; absent means that the owner creates the role. */
  readonly databaseAppUrl?: string
  /** The worker role's login; absent means that the owner creates the role. */
  readonly databaseWorkerUrl?: string
  /** The sandbox authority's own database; absent means one beside the owner's. */
  readonly authorityDatabaseUrl?: string
  /** Absolute. Holds the embedded database, generated passwords and files; `var` by default. */
  readonly dataFolder: string
  /** Where the API listens on this machine. */
  readonly port: number
  /** Where the sandbox authority listens on this machine. */
  readonly authorityPort: number
  /** Whether the start opens the live stage: on this machine unless told otherwise. */
  readonly stage: 'on' | 'off'
  /** Where the director of the live stage listens; absent means any free port. */
  readonly stagePort?: number
  /** Origins of other servers' pages that the live stage shows beside the API's. */
  readonly framedPages: readonly string[]
  /** Addresses and networks whose word about who asks is taken; none unless given. */
  readonly trustedProxies: readonly string[]
  /** Where the outside world reaches the API, without a trailing slash. */
  readonly publicUrl: string
  /** Where officers reach the sandbox authority's desk, without a trailing slash. */
  readonly authorityPublicUrl: string
  /** The page that may frame the desk besides the desk itself; absent lets no other. */
  readonly deskFramedBy?: string
  /** Lines below this level are not written. */
  readonly logLevel: LogLevel
  /** Absent means that mail is written to files under the data folder. */
  readonly smtpUrl?: string
  /** The sender of mail, such as `Tidewaiter <parcels@example.com>`. */
  readonly mailFrom: string
  /** Whether PDFs are rendered ahead of a request; their facts and hashes are recorded anyway. */
  readonly renderDocuments: 'on' | 'off'
  /** For how many days ahead a business may guarantee a quote. */
  readonly guaranteeDaysMax: number
  /** After how many days a paper goes that was uploaded for a letter about no case and went with none. */
  readonly unsentPapersDays: number
  /** Messages per second to one authority, as its terms of use allow. */
  readonly channelLimitPerSecond: number | 'off'
  /** Absolute. The file that describes the channels to authorities beside HMRC's interface. */
  readonly channelsFile?: string
  /** The Customs Declaration Service; absent means the sandbox authority that `npm start` runs. */
  readonly ukCdsUrl?: string
  /** One token for all businesses, as the sandbox gives; the secret or a reference to it. */
  readonly ukCdsToken?: string
  /**
   * What the Customs Declaration Service shows to us when it pushes notifications; the secret or a
   * reference to it.
   */
  readonly ukCdsPushToken?: string
  /** Our application in HMRC's developer hub; present where businesses permit us by OAuth 2.0. */
  readonly ukCdsClient?: {
    /** The client id or a reference to it. */
    readonly id: string
    /** A reference, `env:NAME` or `file:/path`. */
    readonly secret: string
  }
  /** The page on which people permit; absent means HMRC's own beside the address of its APIs. */
  readonly ukCdsAuthorisationUrl?: string
  /** For community system providers: the badge of who uses the application. */
  readonly ukCdsBadge?: string
  /** For community system providers: EORI of the owner of the declarations. */
  readonly ukCdsSubmitterEori?: string
  /** How often notifications are collected that were not pushed, of all nodes together. */
  readonly ukCdsPullSeconds: number | 'off'
  /** The sandbox office's correspondence interface; HMRC has none. */
  readonly ukLettersUrl?: string
  /** Which addresses a tenant's webhook may name. */
  readonly webhookReach: (typeof WEBHOOK_REACHES)[number]
}

/** How far webhooks may go; `src/tracking/webhooks/webhook-reach.ts` says what each means. */
const WEBHOOK_REACHES = ['public', 'development', 'private-network'] as const

/** The variables of a process, `process.env` in practice. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * A guarantee is a risk that the business takes: law and rates of exchange change, and it does not make
 * them. A quarter outlasts an order and its delivery; whoever bears more sets more.
 */
const GUARANTEE_DAYS_MAX = 90
const UNSENT_PAPERS_DAYS = 30

/**
 * Pushes come within seconds; collecting is the net under them. One request a minute is a hundred and
 * eightieth of what HMRC allows.
 */
const UK_CDS_PULL_SECONDS = 60

const POSTGRES_SCHEMES = ['postgres:', 'postgresql:']
const SMTP_SCHEMES = ['smtp:', 'smtps:']
const HTTP_SCHEMES = ['http:', 'https:']

/**
 * Reads and checks the environment. All that is wrong is reported at once: each failure names the
 * variable in `path`, says what is wrong with its value and how to mend it.
 */
export function readConfig(environment: Environment): Result<Config> {
  const reader = new EnvironmentReader(environment)
  const port = reader.port('TIDEWAITER_PORT', 8080)
  const authorityPort = reader.port('TIDEWAITER_AUTHORITY_PORT', 8090)
  const publicUrl = withoutTrailingSlash(
    reader.url('TIDEWAITER_PUBLIC_URL', HTTP_SCHEMES) ?? `http://localhost:${port}`,
  )
  const config: Config = {
    ...optional('databaseUrl', reader.url('DATABASE_URL', POSTGRES_SCHEMES)),
    ...optional('databaseAppUrl', reader.url('DATABASE_APP_URL', POSTGRES_SCHEMES)),
    ...optional('databaseWorkerUrl', reader.url('DATABASE_WORKER_URL', POSTGRES_SCHEMES)),
    ...optional('authorityDatabaseUrl', reader.url('AUTHORITY_DATABASE_URL', POSTGRES_SCHEMES)),
    dataFolder: resolve(reader.text('TIDEWAITER_DATA') ?? join(checkoutFolder, 'var')),
    port,
    authorityPort,
    stage: reader.choice(
      'TIDEWAITER_STAGE',
      ['on', 'off'],
      isOfThisMachine(publicUrl) ? 'on' : 'off',
    ),
    ...(reader.text('TIDEWAITER_STAGE_PORT') === undefined
      ? {}
      : { stagePort: reader.port('TIDEWAITER_STAGE_PORT', 0) }),
    framedPages: reader.text('TIDEWAITER_FRAMED_PAGES')?.split(/\s+/) ?? [],
    trustedProxies: reader.networks('TIDEWAITER_TRUSTED_PROXIES'),
    publicUrl,
    authorityPublicUrl: withoutTrailingSlash(
      reader.url('TIDEWAITER_AUTHORITY_PUBLIC_URL', HTTP_SCHEMES) ??
        `http://localhost:${authorityPort}`,
    ),
    ...optional('deskFramedBy', reader.url('TIDEWAITER_DESK_FRAMED_BY', HTTP_SCHEMES)),
    logLevel: reader.choice('TIDEWAITER_LOG_LEVEL', logLevels, 'info'),
    ...optional('smtpUrl', reader.url('SMTP_URL', SMTP_SCHEMES)),
    mailFrom: reader.text('TIDEWAITER_MAIL_FROM') ?? 'Tidewaiter <no-reply@localhost>',
    renderDocuments: reader.choice('TIDEWAITER_RENDER_DOCUMENTS', ['on', 'off'], 'on'),
    guaranteeDaysMax: reader.days('TIDEWAITER_GUARANTEE_DAYS_MAX', GUARANTEE_DAYS_MAX),
    unsentPapersDays: reader.days('TIDEWAITER_UNSENT_PAPERS_DAYS', UNSENT_PAPERS_DAYS),
    channelLimitPerSecond: reader.rate('TIDEWAITER_CHANNEL_LIMIT_PER_SECOND', 3),
    ...optional('channelsFile', reader.file('TIDEWAITER_CHANNELS')),
    ...readUkCds(reader),
    webhookReach: reader.choice('TIDEWAITER_WEBHOOK_REACH', WEBHOOK_REACHES, 'public'),
  }
  return resultOf(reader.failures, () => config)
}

/** What is said of the Customs Declaration Service, and how it is reached. */
function readUkCds(reader: EnvironmentReader) {
  return {
    ...optional('ukCdsUrl', reader.url('TIDEWAITER_UK_CDS_URL', HTTP_SCHEMES)),
    ...optional('ukCdsToken', reader.text('TIDEWAITER_UK_CDS_TOKEN')),
    ...optional('ukCdsPushToken', reader.text('TIDEWAITER_UK_CDS_PUSH_TOKEN')),
    ...reader.ukCdsClient(),
    ...optional(
      'ukCdsAuthorisationUrl',
      reader.url('TIDEWAITER_UK_CDS_AUTHORISATION_URL', HTTP_SCHEMES),
    ),
    ...optional(
      'ukCdsBadge',
      reader.form('TIDEWAITER_UK_CDS_BADGE', /^[0-9A-Z]{6,12}$/, '6 to 12 digits or capitals'),
    ),
    ...optional(
      'ukCdsSubmitterEori',
      reader.form(
        'TIDEWAITER_UK_CDS_SUBMITTER_EORI',
        /^[0-9A-Za-z]{1,17}$/,
        'an EORI of at most 17 letters and digits',
      ),
    ),
    ...optional('ukLettersUrl', reader.url('TIDEWAITER_UK_LETTERS_URL', HTTP_SCHEMES)),
    ukCdsPullSeconds: reader.rate('TIDEWAITER_UK_CDS_PULL_SECONDS', UK_CDS_PULL_SECONDS),
  }
}

/** Collects what is wrong while it reads, so that one run shows every mistake. */
class EnvironmentReader {
  readonly failures: Failure[] = []
  readonly #environment: Environment

  constructor(environment: Environment) {
    this.#environment = environment
  }

  /** An empty variable counts as absent: that is how shells and compose files unset one. */
  text(name: string): string | undefined {
    const value = this.#environment[name]?.trim()
    return value === undefined || value === '' ? undefined : value
  }

  /** An absolute path, from where the process was started. */
  file(name: string): string | undefined {
    const value = this.text(name)
    return value === undefined ? undefined : resolve(value)
  }

  url(name: string, schemes: readonly string[]): string | undefined {
    const value = this.text(name)
    if (value === undefined) return undefined
    const scheme = URL.canParse(value) ? new URL(value).protocol : undefined
    if (scheme === undefined || !schemes.includes(scheme)) {
      // The value is not repeated: it may hold a password.
      this.#refuse(name, 'is no URL of the expected kind', `write ${schemes.join(' or ')}//...`)
    }
    return value
  }

  port(name: string, fallback: number): number {
    const value = this.text(name)
    if (value === undefined) return fallback
    const port = /^\d{1,5}$/.test(value) ? Number(value) : 0
    if (port < 1 || port > 65_535) {
      this.#refuse(name, `is ${JSON.stringify(value)}`, 'write a port from 1 to 65535')
    }
    return port
  }

  days(name: string, fallback: number): number {
    const value = this.text(name)
    if (value === undefined) return fallback
    const days = /^\d{1,4}$/.test(value) ? Number(value) : 0
    if (days === 0) this.#refuse(name, `is ${JSON.stringify(value)}`, 'write days from 1 to 9999')
    return days
  }

  networks(name: string): readonly string[] {
    const networks = this.text(name)?.split(/[\s,]+/) ?? []
    const strange = networks.find((network) => !isNetwork(network))
    if (strange !== undefined) {
      this.#refuse(
        name,
        `names ${JSON.stringify(strange)}`,
        'write addresses or networks, such as 10.0.0.5 192.168.0.0/16',
      )
    }
    return networks
  }

  rate(name: string, fallback: number): number | 'off' {
    const value = this.text(name)
    if (value === undefined) return fallback
    if (value === 'off') return 'off'
    const rate = /^\d{1,6}(\.\d{1,3})?$/.test(value) ? Number(value) : 0
    if (rate <= 0) {
      this.#refuse(name, `is ${JSON.stringify(value)}`, "write a number above zero, or 'off'")
    }
    return rate
  }

  form(name: string, form: RegExp, expected: string): string | undefined {
    const value = this.text(name)
    if (value !== undefined && !form.test(value)) {
      this.#refuse(name, `is ${JSON.stringify(value)}`, `write ${expected}`)
    }
    return value
  }

  /** The id and the secret of the application go together, and the secret does not stand here itself. */
  ukCdsClient(): Pick<Config, 'ukCdsClient'> {
    const idName = 'TIDEWAITER_UK_CDS_CLIENT_ID'
    const secretName = 'TIDEWAITER_UK_CDS_CLIENT_SECRET'
    const id = this.text(idName)
    const secret = this.text(secretName)
    if (secret !== undefined && !parseSecretReference(secret, secretName).ok) {
      const problem = 'does not say where the secret is kept'
      this.#refuse(secretName, problem, 'write env:NAME or file:/absolute/path')
    }
    if ((id === undefined) !== (secret === undefined)) {
      const [missing, there] = id === undefined ? [idName, secretName] : [secretName, idName]
      this.#refuse(missing, `is missing beside ${there}`, 'set both or neither')
    }
    return id === undefined || secret === undefined ? {} : { ukCdsClient: { id, secret } }
  }

  choice<Choice extends string>(
    name: string,
    choices: readonly Choice[],
    fallback: Choice,
  ): Choice {
    const value = this.text(name)
    if (value === undefined) return fallback
    const chosen = choices.find((choice) => choice === value)
    if (chosen === undefined) {
      this.#refuse(name, `is ${JSON.stringify(value)}`, `write one of: ${choices.join(', ')}`)
    }
    return chosen ?? fallback
  }

  #refuse(name: string, problem: string, mend: string): void {
    this.failures.push({
      code: 'configuration-invalid',
      path: name,
      message: `The environment variable ${name} ${problem}.`,
      mend,
    })
  }
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  if (prefix === undefined) return true
  return (
    /^\d{1,3}$/.test(prefix) && Number(prefix) > 0 && Number(prefix) <= (family === 4 ? 32 : 128)
  )
}

/** A property that is absent rather than `undefined`, as exact optional types want it. */
function optional<Name extends string>(
  name: Name,
  value: string | undefined,
): { readonly [key in Name]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [key in Name]: string })
}

/** Whether an address leads nowhere but to the machine that it is opened on. */
function isOfThisMachine(url: string): boolean {
  return /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(url)
}

function withoutTrailingSlash(url: string): string {
  return url.replace(/\/+$/, '')
}
