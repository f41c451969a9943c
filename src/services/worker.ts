import { env } from 'node:process'
import { removePastSignIns } from '../access/index.ts'
import { sweepListDrafts } from '../agents/index.ts'
import { sweepStoredAnswers } from '../api/http/sweep-stored-answers.ts'
import { dispatchOutbox } from '../exchange/dispatch-outbox.ts'
import { sendMessageQueue } from '../exchange/queues.ts'
import { turnsOn } from '../exchange/turns.ts'
import { UK_CDS } from '../exchange/uk-cds/channel.ts'
import { collectNotifications } from '../exchange/uk-cds/collect-notifications.ts'
import { systemClock } from '../platform/clock.ts'
import { createHttpClient } from '../platform/http/index.ts'
import { handle, startWorkers } from '../platform/jobs/index.ts'
import { connect, type Schema } from '../platform/postgres/index.ts'
import { runService } from '../platform/process/index.ts'
import { openSealingKey } from '../platform/sealed-secret.ts'
import {
  deliveryAssignment,
  forgetMails,
  forgetMailsQueue,
  sweepDeliveries,
} from '../tracking/index.ts'
import { clearanceAssignments } from './clearance-assignments.ts'
import { clearancePorts } from './clearance-ports.ts'
import { deliveryPorts } from './delivery-ports.ts'
import { exchangePorts } from './exchange-ports.ts'
import { keepBook } from './keep-book.ts'
import { repeat } from './repeat.ts'
import { required, serviceConfig } from './service-config.ts'
import { ukCdsConnection } from './uk-cds-connection.ts'
import { ukCdsSecrets } from './uk-cds-secrets.ts'

const CONNECTIONS = 12
const SENDERS = 16
const SWEEP_EVERY_MS = 2_000
const REMOVE_EVERY_MS = 10 * 60_000
/** How often a node asks whether it is its turn to collect; the turn itself is kept in the database. */
const COLLECT_LOOK_MS = 5_000

const config = serviceConfig()

/** Works on the jobs of all tenants. Any number of these processes may run side by side. */
await runService({
  name: 'worker',
  logLevel: config.logLevel,
  open: async ({ log, shutdown }) => {
    const database = connect<Schema>({
      url: required(config, 'databaseWorkerUrl', 'DATABASE_WORKER_URL'),
      applicationName: 'worker',
      maxConnections: CONNECTIONS,
      log,
    })
    shutdown.add('database', () => database.close())
    const http = createHttpClient()
    shutdown.add('http client', () => Promise.resolve(http.close()))
    const sealingKey = await openSealingKey(config.dataFolder)
    const quoting = await keepBook({ database, log, shutdown })
    const clearance = await clearancePorts({ config, database, sealingKey, quoting })
    const secrets = await ukCdsSecrets(config, env)
    const ukCds = ukCdsConnection({ config, secrets, clearance, sealingKey, http })
    const exchange = exchangePorts({ config, clearance, ukCds, log })
    const delivery = deliveryPorts({ config, clearance, sealingKey, log })

    const dispatcher = dispatchOutbox(exchange, { senders: SENDERS })
    shutdown.add('senders', () => dispatcher.stop())
    const workers = await startWorkers({
      database,
      log,
      assignments: [
        ...clearanceAssignments(clearance, log),
        handle(sendMessageQueue, ({ payload }) => dispatcher.wake(payload.channel)),
        deliveryAssignment(delivery),
        handle(forgetMailsQueue, ({ payload }) => forgetMails(delivery, payload)),
      ],
    })
    shutdown.add('workers', () => workers.stop())
    const sweeper = repeat(() => sweepDeliveries(delivery), {
      name: 'sweep',
      everyMs: SWEEP_EVERY_MS,
      log,
    })
    shutdown.add('sweeper', () => sweeper.stop())
    const everySeconds = config.ukCdsPullSeconds
    if (everySeconds !== 'off') {
      const limitPerSecond = config.channelLimitPerSecond
      const turns = turnsOn({ database, channel: UK_CDS, limitPerSecond })
      const collecting = {
        ...{ database, clock: systemClock, log, everySeconds },
        puller: { ...ukCds, turns },
        receive: exchange.receive,
      }
      const collector = repeat(() => collectNotifications(collecting), {
        ...{ name: 'collect notifications', everyMs: COLLECT_LOOK_MS, log },
      })
      shutdown.add('collector', () => collector.stop())
    }
    const remove = async (): Promise<void> => {
      await sweepStoredAnswers({ database, clock: systemClock })
      await removePastSignIns({ database, clock: systemClock })
      await sweepListDrafts({ database, clock: systemClock })
    }
    const remover = repeat(remove, { name: 'remove', everyMs: REMOVE_EVERY_MS, log })
    shutdown.add('remover', () => remover.stop())
    return {}
  },
})
