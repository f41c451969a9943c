import type { Tell } from '../../clearance/ports.ts'
import { readConfig } from '../../platform/config.ts'
import { openSealingKey } from '../../platform/sealed-secret.ts'
import { createTell } from '../../tracking/index.ts'
import { badInput } from '../bad-input.ts'
import type { Terminal } from '../terminal.ts'

/** Tells people and systems of a change, as the services of the installation do. */
export async function installationsTell({ environment }: Terminal): Promise<Tell> {
  const config = readConfig(environment)
  if (!config.ok) throw badInput('environment', config.failures)
  const { dataFolder, publicUrl } = config.value
  return createTell({ sealingKey: await openSealingKey(dataFolder), publicUrl, mail: 'on' })
}
