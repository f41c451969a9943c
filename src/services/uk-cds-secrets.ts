import type { Config, Environment } from '../platform/config.ts'
import { parseSecretReference, readSecret } from '../platform/secret-reference.ts'

/** What is shown to the Customs Declaration Service and what it shows to us, as it is. */
export interface UkCdsSecrets {
  readonly token?: string
  readonly pushToken?: string
  readonly client?: { readonly id: string; readonly secret: string }
}

/**
 * Fetches the secrets from where the configuration says that they are.
 *
 * @throws Error naming the setting that leads to nothing; the process cannot start without it
 */
export async function ukCdsSecrets(
  { ukCdsToken, ukCdsPushToken, ukCdsClient }: Config,
  environment: Environment,
): Promise<UkCdsSecrets> {
  const fetch = (text: string, setting: string): Promise<string> =>
    secretOf(text, setting, environment)
  return {
    ...(ukCdsToken !== undefined && {
      token: await fetch(ukCdsToken, 'TIDEWAITER_UK_CDS_TOKEN'),
    }),
    ...(ukCdsPushToken !== undefined && {
      pushToken: await fetch(ukCdsPushToken, 'TIDEWAITER_UK_CDS_PUSH_TOKEN'),
    }),
    ...(ukCdsClient !== undefined && {
      client: {
        id: await fetch(ukCdsClient.id, 'TIDEWAITER_UK_CDS_CLIENT_ID'),
        secret: await fetch(ukCdsClient.secret, 'TIDEWAITER_UK_CDS_CLIENT_SECRET'),
      },
    }),
  }
}

const REFERENCE = /^(env|file):/

/** What is no reference is the secret itself, as the sandbox of `npm start` hands it to its processes. */
async function secretOf(text: string, setting: string, environment: Environment): Promise<string> {
  if (!REFERENCE.test(text)) return text
  const reference = parseSecretReference(text, setting)
  const secret = reference.ok ? await readSecret(reference.value, setting, environment) : reference
  if (!secret.ok) throw new Error(`${secret.failures[0].message} ${secret.failures[0].mend ?? ''}`)
  return secret.value
}
