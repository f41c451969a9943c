import { createLog } from '../src/platform/log.ts'
import { connect, type Schema } from '../src/platform/postgres/index.ts'
import { EditionsInMemory } from '../src/tariffs/index.ts'

// Loads the editions of a database and tells what that has cost; `tariff-start.ts` runs it.

const database = connect<Schema>({
  url: process.argv[2] ?? '',
  applicationName: 'bench',
  maxConnections: 1,
  log: createLog({ level: 'silent', name: 'bench' }),
})
const startedAt = performance.now()
const tariffs = new EditionsInMemory(database)
await tariffs.refresh()
const milliseconds = performance.now() - startedAt
const { rss } = process.memoryUsage()
globalThis.gc?.()
const { heapUsed } = process.memoryUsage()
await database.close()
process.stdout.write(
  JSON.stringify({
    editions: tariffs.loaded.editions.length,
    milliseconds,
    residentMegabytes: rss / 1e6,
    heapMegabytes: heapUsed / 1e6,
  }),
)
