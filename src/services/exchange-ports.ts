import { hostname } from 'node:os'
import { messageObserver } from '../clearance/commands/record-message-outcome.ts'
import type { ClearancePorts } from '../clearance/ports.ts'
import { receiveNotification } from '../exchange/inbox.ts'
import type { ExchangePorts } from '../exchange/send-message.ts'
import { UK_CDS, ukCdsChannel } from '../exchange/uk-cds/channel.ts'
import type { Config } from '../platform/config.ts'
import type { HttpClient } from '../platform/http/index.ts'
import type { Log } from '../platform/log.ts'
import { inboxPorts } from './inbox-ports.ts'
import { required } from './service-config.ts'

/**
 * What the worker has at hand when it puts the exchange together. The configuration must name the
 * authority's address and token, else the worker does not start.
 */
export interface ExchangeSources {
  readonly config: Config
  readonly clearance: ClearancePorts
  readonly http: HttpClient
  readonly log: Log
}

/** The channels to the authorities and those who are told what becomes of messages. */
export function exchangePorts({ config, clearance, http, log }: ExchangeSources): ExchangePorts {
  const channel = ukCdsChannel(http, {
    baseUrl: required(config, 'ukCdsUrl', 'TIDEWAITER_UK_CDS_URL'),
    bearerToken: required(config, 'ukCdsToken', 'TIDEWAITER_UK_CDS_TOKEN'),
  })
  const inbox = inboxPorts(clearance)
  return {
    database: clearance.database,
    clock: clearance.clock,
    log,
    node: `${hostname()}:${process.pid}`,
    channels: new Map([[UK_CDS, channel]]),
    observer: messageObserver(clearance),
    limitPerSecond: config.channelLimitPerSecond,
    receive: (notification) => receiveNotification(inbox, notification),
  }
}
