import { hostname } from 'node:os'
import { messageObserver } from '../clearance/commands/record-message-outcome.ts'
import type { ClearancePorts } from '../clearance/ports.ts'
import type { CorrespondencePorts } from '../correspondence/correspondence-ports.ts'
import { letterObserver, observerOf } from '../correspondence/letter-outcome.ts'
import type { Channel } from '../exchange/channel.ts'
import { certificatesOf, httpsDoor } from '../exchange/channels/server-certificates.ts'
import { receiveNotification } from '../exchange/inbox.ts'
import type { ExchangePorts } from '../exchange/send-message.ts'
import { ukCdsChannel, type UkCdsConnection } from '../exchange/uk-cds/channel.ts'
import type { Config } from '../platform/config.ts'
import type { Log } from '../platform/log.ts'
import { inboxPorts } from './inbox-ports.ts'

/** What the worker has at hand when it puts the exchange together. */
export interface ExchangeSources {
  readonly config: Config
  readonly clearance: ClearancePorts
  readonly ukCds: UkCdsConnection
  readonly log: Log
  /** The channels beside HMRC's own interface; none unless stated. */
  readonly channels?: readonly Channel[]
  /** What letters are written with, beside the rest. */
  readonly correspondence: CorrespondencePorts
}

/** The channels to the authorities and those who are told what becomes of messages. */
export function exchangePorts({
  config,
  clearance,
  ukCds,
  log,
  channels = [],
  correspondence,
}: ExchangeSources): ExchangePorts {
  const door = httpsDoor(ukCds.baseUrl)
  const channel = {
    ...ukCdsChannel(ukCds),
    ...(door !== undefined && { certificates: certificatesOf(door) }),
  }
  const inbox = inboxPorts(clearance)
  return {
    database: clearance.database,
    clock: clearance.clock,
    log,
    node: `${hostname()}:${process.pid}`,
    channels: new Map([channel, ...channels].map((one) => [one.name, one])),
    observer: observerOf(letterObserver(correspondence), messageObserver(clearance)),
    limitPerSecond: config.channelLimitPerSecond,
    receive: (notification) => receiveNotification(inbox, notification),
  }
}
