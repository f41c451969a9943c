import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { readConfig } from '../src/platform/config.ts'
import { prepareDatabases } from '../src/platform/databases.ts'
import { acquireDataLock, removeEmbeddedPostgres } from '../src/platform/embedded-postgres/index.ts'
import { createLog } from '../src/platform/log.ts'
import { connect, type Database, type Schema } from '../src/platform/postgres/index.ts'
import { allQueues } from '../src/services/all-queues.ts'
import { valueOf } from '../test/gb-reference-data.ts'
import { progress } from './figures.ts'

/** Runs a measurement on an embedded database of its own, in the role of the owner. */
export async function onTariffDatabase<T>(
  work: (database: Database<Schema>, url: string) => Promise<T>,
): Promise<T> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'tidewaiter-bench-'))
  const config = valueOf(readConfig({ TIDEWAITER_DATA: dataFolder }))
  const lock = valueOf(await acquireDataLock(dataFolder))
  const databases = valueOf(await prepareDatabases({ config, queues: allQueues, tell: progress }))
  const log = createLog({ level: 'silent', name: 'bench' })
  const database = connect<Schema>({
    url: databases.ownerUrl,
    applicationName: 'bench',
    maxConnections: 1,
    log,
  })
  try {
    return await work(database, databases.ownerUrl)
  } finally {
    await database.close()
    await databases.stop()
    await lock.release()
    await removeEmbeddedPostgres(dataFolder)
    await rm(dataFolder, { recursive: true, force: true })
  }
}
