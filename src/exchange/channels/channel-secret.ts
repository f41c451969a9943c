import { type Result, success } from '../../customs/result.ts'
import type { Environment } from '../../platform/config.ts'
import { parseSecretReference, readSecret } from '../../platform/secret-reference.ts'

/**
 * Fetches a secret that the settings of a channel refer to; undefined where they refer to none.
 *
 * @param setting where it stands, for the failure
 */
export async function channelSecret(
  reference: string | undefined,
  setting: string,
  environment: Environment,
): Promise<Result<string | undefined>> {
  if (reference === undefined) return success(undefined)
  const parsed = parseSecretReference(reference, setting)
  return parsed.ok ? readSecret(parsed.value, setting, environment) : parsed
}
