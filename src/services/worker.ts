import { env } from 'node:process'
import { removePastSignIns } from '../access/index.ts'
import { sweepListDrafts } from '../agents/index.ts'
import { sweepStoredAnswers } from '../api/http/sweep-stored-answers.ts'
import { remindOfSupplementary } from '../clearance/commands/remind-of-supplementary.ts'
import { collectLetters } from '../correspondence/collect-letters.ts'
import { forgetUnsentPapers } from '../correspondence/forget-unsent-papers.ts'
import { remindOfAnswers } from '../correspondence/remind-of-answers.ts'
import { dispatchOutbox } from '../exchange/dispatch-outbox.ts'
import { forgetAttempts } from '../exchange/forget-attempts.ts'
import { isLetterChannel } from '../exchange/letters/letter-box.ts'
import { sendMessageQueue } from '../exchange/queues.ts'
import { forgetCollected } from '../exchange/uk-cds/collect-notifications.ts'
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
import { correspondencePorts } from './correspondence-ports.ts'
import { deliveryPorts } from './delivery-ports.ts'
import { exchangePorts } from './exchange-ports.ts'
import { startExchangeTasks } from './exchange-tasks.ts'
import { keepBook } from './keep-book.ts'
import { repeat } from './repeat.ts'
import { openLetters } from './letters-channel.ts'
import { openChannels } from './open-channels.ts'
import { required, serviceChannels, serviceConfig } from './service-config.ts'
import { ukCdsConnection } from './uk-cds-connection.ts'
import { ukCdsSecrets } from './uk-cds-secrets.ts'

const CONNECTIONS = 12
const SENDERS = 16
const LETTERS_LOOK_MS = 1_000
const SWEEP_EVERY_MS = 2_000
const REMIND_EVERY_MS = 60_000
const REMOVE_EVERY_MS = 10 * 60_000

const config = serviceConfig()
const channelSettings = await serviceChannels(config)

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
    const clearance = await clearancePorts({
      ...{ config, database, sealingKey, quoting },
      channels: channelSettings,
    })
    const secrets = await ukCdsSecrets(config, env)
    const ukCds = ukCdsConnection({ config, secrets, clearance, sealingKey, http })
    const channels = await openChannels(channelSettings, { database, environment: env })
    const own = openLetters({ config, database, ukCds }, shutdown)
    const letters = [...own, ...channels.filter(isLetterChannel)]
    const correspondence = correspondencePorts(config, clearance)
    const wired = { config, clearance, ukCds, log, correspondence }
    const exchange = exchangePorts({ ...wired, channels: [...channels, ...own] })
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
    const again = (name: string, everyMs: number, work: () => Promise<unknown>): void => {
      const task = repeat(work, { name, everyMs, log })
      shutdown.add(name, () => task.stop())
    }
    again('sweep', SWEEP_EVERY_MS, () => sweepDeliveries(delivery))
    const postman = { ...correspondence, log, channels: letters }
    again('collect letters', LETTERS_LOOK_MS, () => collectLetters(postman))
    again('remind of answers', REMIND_EVERY_MS, () => remindOfAnswers(correspondence))
    again('remind of what is due', REMIND_EVERY_MS, () => remindOfSupplementary(clearance))
    startExchangeTasks({ config, exchange, ukCds, shutdown })
    const past = { database, clock: systemClock }
    // Each by itself, so that one which fails does not keep the others from running.
    const removals = {
      'remove stored answers': () => sweepStoredAnswers(past),
      'remove past sign-ins': () => removePastSignIns(past),
      'remove drafts of lists': () => sweepListDrafts(past),
      'forget collected notifications': () => forgetCollected(past),
      'forget attempts': () => forgetAttempts(past),
      'forget papers': () => forgetUnsentPapers({ ...past, afterDays: config.unsentPapersDays }),
    }
    for (const [name, work] of Object.entries(removals)) again(name, REMOVE_EVERY_MS, work)
    return {}
  },
})
