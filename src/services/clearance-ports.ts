import type { ClearancePorts } from '../clearance/ports.ts'
import {
  type ReferenceData,
  readReferenceData,
  referenceParts,
} from '../clearance/reference-data.ts'
import type { ConfiguredChannel } from '../exchange/channels.ts'
import { systemClock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { readDataFiles } from '../platform/data-files.ts'
import type { Database, Schema } from '../platform/postgres/index.ts'
import type { SealingKey } from '../platform/sealed-secret.ts'
import { createTell } from '../tracking/index.ts'

/** What a service process has at hand when it puts the clearance together. */
export interface ClearanceSources {
  readonly config: Config
  readonly database: Database<Schema>
  readonly sealingKey: SealingKey
  readonly quoting: ReferenceData['quoting']
  /** The channels beside HMRC's own interface; none unless stated. */
  readonly channels?: readonly ConfiguredChannel[]
}

/** What the commands of the clearance work with in a service process. */
export async function clearancePorts({
  config,
  database,
  sealingKey,
  quoting,
  channels = [],
}: ClearanceSources): Promise<ClearancePorts> {
  const reference = readReferenceData(await readDataFiles(referenceParts), quoting)
  if (!reference.ok) {
    const faults = reference.failures.map(({ path, message }) => `${path}: ${message}`)
    throw new Error(`the reference data is broken: ${faults.join('; ')}`)
  }
  const { publicUrl, renderDocuments } = config
  return {
    database,
    clock: systemClock,
    reference: reference.value,
    tell: createTell({ sealingKey, publicUrl, mail: 'on' }),
    renderDocuments,
    channels,
  }
}
