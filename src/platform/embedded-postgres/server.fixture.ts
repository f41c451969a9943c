// Starts a server as its own process would, for tests that kill it or run it as another user.
import { startEmbeddedPostgres } from './index.ts'

const [dataFolder = ''] = process.argv.slice(2)
process.stdout.write('starting\n')
const started = await startEmbeddedPostgres({ dataFolder, tell: () => undefined })
process.stdout.write(`${JSON.stringify(started)}\n`)
if (!started.ok) process.exit(1)
process.on('SIGTERM', () => {
  void started.value.stop().then(() => process.exit(0))
})
setInterval(() => undefined, 60_000)
