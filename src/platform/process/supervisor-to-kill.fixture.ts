// A supervisor that a test kills, to see that its service does not outlive it.
import { join } from 'node:path'

import { startChildService } from './child-service.ts'

const service = await startChildService({
  name: 'echo',
  entry: join(import.meta.dirname, 'echo-service.fixture.ts'),
  environment: {},
  onLine: () => undefined,
})
process.stdout.write(`${service.ok ? service.value.pid : 0}\n`)
