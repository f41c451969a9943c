import { join } from 'node:path'
import { newSecret } from '../platform/ids.ts'
import { readIfThere, writePrivateFile } from '../platform/private-file.ts'

/** What our side and the sandbox authority show to each other. */
export interface Credentials {
  readonly clientId: string
  /** With which our software gets tokens for what businesses permit. */
  readonly clientSecret: string
  readonly ukCdsToken: string
  readonly ukCdsPushToken: string
}

const FILE = 'credentials.json'
const SECRET_BYTES = 32

/** The credentials of this installation, made at its first start and kept for its owner only. */
export async function openCredentials(dataFolder: string): Promise<Credentials> {
  const path = join(dataFolder, FILE)
  const known = await readIfThere(path)
  const kept = known === undefined ? undefined : (JSON.parse(known) as Partial<Credentials>)
  if (isComplete(kept)) return kept
  const credentials: Credentials = {
    clientSecret: newSecret(SECRET_BYTES),
    clientId: `tidewaiter-${newSecret(6).replace(/[^A-Za-z0-9]/g, '0')}`,
    ukCdsToken: newSecret(SECRET_BYTES),
    ukCdsPushToken: newSecret(SECRET_BYTES),
    // Credentials of an earlier version lack some; those that they have stay.
    ...kept,
  }
  await writePrivateFile(path, JSON.stringify(credentials))
  return credentials
}

function isComplete(kept: Partial<Credentials> | undefined): kept is Credentials {
  const { clientId, clientSecret, ukCdsToken, ukCdsPushToken } = kept ?? {}
  return [clientId, clientSecret, ukCdsToken, ukCdsPushToken].every((one) => one !== undefined)
}
