// A service for tests: what it does is said in its parameters.
import { runService } from './service.ts'

const [behaviour = 'runs'] = process.argv.slice(2)

await runService({
  name: 'echo',
  logLevel: 'info',
  open: ({ log, shutdown }) => {
    if (behaviour === 'fails') throw new Error('the harbour is closed')
    if (behaviour === 'hangs') return new Promise(() => undefined)
    shutdown.add('greeting', () => {
      log.info('goodbye')
      return Promise.resolve()
    })
    if (behaviour === 'ends') setTimeout(() => process.exit(3), 50)
    // Something that keeps the process alive, as a server does.
    setInterval(() => undefined, 60_000)
    return Promise.resolve({
      port: 4711,
      secret: process.env.ECHO_SECRET ?? '',
      leaked: process.env.LEAK ?? '',
    })
  },
})
