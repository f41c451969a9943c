import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { checkoutFolder } from '../../src/platform/checkout.ts'
import { readConfig } from '../../src/platform/config.ts'
import { prepareDatabases } from '../../src/platform/databases.ts'
import { removeEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'
import { allQueues } from '../../src/services/all-queues.ts'
import type { ProofDatabases } from './proof-databases.ts'

export interface OwnDatabases extends ProofDatabases {
  readonly dataFolder: string
  /** Stops the server and removes everything. */
  remove(): Promise<void>
}

/** Fresh databases on an embedded server of their own, beside those of the installation. */
export async function startOwnDatabases(name: string): Promise<OwnDatabases> {
  const dataFolder = join(checkoutFolder, 'var', `${name}-${process.pid}`)
  await mkdir(dataFolder, { recursive: true })
  const config = readConfig({ TIDEWAITER_DATA: dataFolder })
  if (!config.ok) throw new Error(config.failures[0].message)
  const tell = (): undefined => undefined
  const prepared = await prepareDatabases({ config: config.value, queues: allQueues, tell })
  if (!prepared.ok) throw new Error(prepared.failures[0].message)
  const { ownerUrl, appUrl, workerUrl, authorityUrl, stop } = prepared.value
  return {
    ...{ ownerUrl, appUrl, workerUrl, authorityUrl, dataFolder },
    remove: async () => {
      await stop()
      await removeEmbeddedPostgres(dataFolder)
    },
  }
}
