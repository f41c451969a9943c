import { join } from 'node:path'
import { newSecret } from '../platform/ids.ts'
import { readIfThere, writePrivateFile } from '../platform/private-file.ts'

/** What our side and the sandbox authority show to each other. */
export interface Credentials {
  readonly clientId: string
  readonly ukCdsToken: string
  readonly ukCdsPushToken: string
}

const FILE = 'credentials.json'
const SECRET_BYTES = 32

/** The credentials of this installation, made at its first start and kept for its owner only. */
export async function openCredentials(dataFolder: string): Promise<Credentials> {
  const path = join(dataFolder, FILE)
  const known = await readIfThere(path)
  if (known !== undefined) return JSON.parse(known) as Credentials
  const credentials: Credentials = {
    clientId: `tidewaiter-${newSecret(6).replace(/[^A-Za-z0-9]/g, '0')}`,
    ukCdsToken: newSecret(SECRET_BYTES),
    ukCdsPushToken: newSecret(SECRET_BYTES),
  }
  await writePrivateFile(path, JSON.stringify(credentials))
  return credentials
}
