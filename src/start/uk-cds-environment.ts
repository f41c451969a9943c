import type { Config, Environment } from '../platform/config.ts'
import type { Credentials } from './credentials.ts'

/** Where the Customs Declaration Service is, seen from our processes and from people's browsers. */
export interface UkCdsAddresses {
  readonly sandboxUrl: string
  readonly sandboxPublicUrl: string
}

/** The variable under which the sandbox's client secret is handed to our processes. */
const SANDBOX_SECRET = 'TIDEWAITER_SANDBOX_CLIENT_SECRET'

/**
 * What API and worker are told of the Customs Declaration Service: the one that was configured, or the
 * sandbox authority with the secrets that were made for it.
 */
export function ukCdsEnvironment(
  config: Config,
  credentials: Credentials,
  addresses: UkCdsAddresses,
  environment: Environment,
): Readonly<Record<string, string>> {
  const { ukCdsBadge, ukCdsSubmitterEori, ukCdsPullSeconds } = config
  return {
    ...(config.ukCdsUrl === undefined
      ? sandboxEnvironment(config, credentials, addresses)
      : configuredEnvironment(config, config.ukCdsUrl, environment)),
    TIDEWAITER_CHANNEL_LIMIT_PER_SECOND: String(config.channelLimitPerSecond),
    TIDEWAITER_UK_CDS_PULL_SECONDS: String(ukCdsPullSeconds),
    ...given('TIDEWAITER_UK_CDS_BADGE', ukCdsBadge),
    ...given('TIDEWAITER_UK_CDS_SUBMITTER_EORI', ukCdsSubmitterEori),
  }
}

function sandboxEnvironment(
  { ukCdsAuthorisationUrl }: Config,
  { clientId, clientSecret, ukCdsToken }: Credentials,
  { sandboxUrl, sandboxPublicUrl }: UkCdsAddresses,
): Readonly<Record<string, string>> {
  return {
    TIDEWAITER_UK_CDS_URL: sandboxUrl,
    TIDEWAITER_UK_LETTERS_URL: sandboxUrl,
    TIDEWAITER_UK_CDS_TOKEN: ukCdsToken,
    TIDEWAITER_UK_CDS_CLIENT_ID: clientId,
    TIDEWAITER_UK_CDS_CLIENT_SECRET: `env:${SANDBOX_SECRET}`,
    [SANDBOX_SECRET]: clientSecret,
    TIDEWAITER_UK_CDS_AUTHORISATION_URL:
      ukCdsAuthorisationUrl ?? `${sandboxPublicUrl}/oauth/authorize`,
  }
}

function configuredEnvironment(
  { ukCdsToken, ukCdsClient, ukCdsAuthorisationUrl, ukLettersUrl }: Config,
  url: string,
  environment: Environment,
): Readonly<Record<string, string>> {
  return {
    TIDEWAITER_UK_CDS_URL: url,
    ...given('TIDEWAITER_UK_LETTERS_URL', ukLettersUrl),
    ...given('TIDEWAITER_UK_CDS_TOKEN', ukCdsToken),
    ...given('TIDEWAITER_UK_CDS_CLIENT_ID', ukCdsClient?.id),
    ...given('TIDEWAITER_UK_CDS_CLIENT_SECRET', ukCdsClient?.secret),
    ...given('TIDEWAITER_UK_CDS_AUTHORISATION_URL', ukCdsAuthorisationUrl),
    ...referredTo([ukCdsToken, ukCdsClient?.id, ukCdsClient?.secret], environment),
  }
}

/** The variables that settings refer to, which a process does not get otherwise. */
export function referredTo(
  settings: readonly (string | undefined)[],
  environment: Environment,
): Readonly<Record<string, string>> {
  const names = settings.flatMap((text) => /^env:(.+)$/.exec(text ?? '')?.[1] ?? [])
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[name]
      return value === undefined ? [] : [[name, value] as const]
    }),
  )
}

function given(name: string, value: string | undefined): Readonly<Record<string, string>> {
  return value === undefined ? {} : { [name]: value }
}
