import { collectAnswers } from '../exchange/channels/collect-answers.ts'
import { watchCertificates } from '../exchange/channels/watch-certificates.ts'
import type { ExchangePorts } from '../exchange/send-message.ts'
import { turnsOn } from '../exchange/turns.ts'
import { UK_CDS, type UkCdsConnection } from '../exchange/uk-cds/channel.ts'
import { collectNotifications } from '../exchange/uk-cds/collect-notifications.ts'
import type { Config } from '../platform/config.ts'
import type { Shutdown } from '../platform/process/index.ts'
import { repeat } from './repeat.ts'

/** What is done on the channels beside sending, with what a worker has at hand for it. */
export interface ExchangeTasks {
  readonly config: Config
  readonly exchange: ExchangePorts
  readonly ukCds: UkCdsConnection
  readonly shutdown: Shutdown
}

/**
 * How often a node asks whether something is due on a channel; how often it then is stands in the
 * settings of each, and the turns themselves are kept in the database.
 */
const COLLECT_LOOK_MS = 5_000
const ANSWERS_LOOK_MS = 1_000
const CERTIFICATES_LOOK_MS = 60_000

/** Collects what lies ready for us on every channel, and watches the certificates of all. */
export function startExchangeTasks({ config, exchange, ukCds, shutdown }: ExchangeTasks): void {
  const { log } = exchange
  const again = (name: string, everyMs: number, work: () => Promise<unknown>): void => {
    const task = repeat(work, { name, everyMs, log })
    shutdown.add(name, () => task.stop())
  }
  again('collect answers', ANSWERS_LOOK_MS, () => collectAnswers(exchange))
  again('watch certificates', CERTIFICATES_LOOK_MS, () => watchCertificates(exchange))
  const everySeconds = config.ukCdsPullSeconds
  const { database, clock, receive } = exchange
  const limitPerSecond = config.channelLimitPerSecond
  const puller = { ...ukCds, turns: turnsOn({ database, channel: UK_CDS, limitPerSecond }) }
  const collecting = { database, clock, log, everySeconds, puller, receive }
  again('collect notifications', COLLECT_LOOK_MS, () => collectNotifications(collecting))
}
