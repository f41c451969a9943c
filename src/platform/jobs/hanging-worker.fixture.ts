// A worker that takes a job and never finishes it, to be killed by a test.
import { createLog } from '../log.ts'
import { connect } from '../postgres/index.ts'
import { defineQueue, handle, startWorkers } from './index.ts'

const [url = '', queueName = '', timeLimitSeconds = ''] = process.argv.slice(2)
const log = createLog({ level: 'silent', name: 'fixture' })
const database = connect({ url, applicationName: 'fixture', maxConnections: 2, log })
const queue = defineQueue(queueName, { timeLimitSeconds: Number(timeLimitSeconds) })

await startWorkers({
  database,
  log,
  assignments: [
    handle(queue, () => {
      process.stdout.write('taken\n')
      return new Promise(() => undefined)
    }),
  ],
})
