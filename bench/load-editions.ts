import { createLog } from '../src/platform/log.ts'
import { connect, type Schema } from '../src/platform/postgres/index.ts'
import { LiveBook } from '../src/tariffs/index.ts'

// Opens what a process quotes from and tells what that has cost; `tariff-start.ts` runs it.

const database = connect<Schema>({
  url: process.argv[2] ?? '',
  applicationName: 'bench',
  maxConnections: 1,
  log: createLog({ level: 'silent', name: 'bench' }),
})
const startedAt = performance.now()
const cpuBefore = process.cpuUsage()
const live = await LiveBook.open(database)
const milliseconds = performance.now() - startedAt
const cpu = process.cpuUsage(cpuBefore)
const { rss } = process.memoryUsage()
globalThis.gc?.()
const { heapUsed } = process.memoryUsage()
await database.close()
process.stdout.write(
  JSON.stringify({
    tariffs: live.book.tariffs.size,
    milliseconds,
    processorMilliseconds: (cpu.user + cpu.system) / 1000,
    residentMegabytes: rss / 1e6,
    heapMegabytes: heapUsed / 1e6,
  }),
)
