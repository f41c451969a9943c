import type { Authenticate } from '../access/index.ts'
import type { ClearancePorts } from '../clearance/ports.ts'
import type { CorrespondencePorts } from '../correspondence/correspondence-ports.ts'
import type { LandedCostBook } from '../customs/landed-cost/landed-cost-book.ts'
import type { InboxPorts, IncomingNotification, Receipt } from '../exchange/inbox.ts'
import type { UkCdsConnection } from '../exchange/uk-cds/channel.ts'
import type { OauthClient } from '../exchange/uk-cds/oauth-client.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import type { Database, Schema } from '../platform/postgres/index.ts'
import type { FeesOfTenants } from '../quotes/index.ts'
import type { WebhookSettings } from '../tracking/index.ts'

/** Where authorities push their notifications to. */
export interface NotificationInbox {
  /** What the UK authority shows as `Authorization` to be let in. */
  readonly ukCdsSecurityToken: string
  readonly receive: (notification: IncomingNotification) => Promise<Receipt>
}

/** All that the HTTP interface works with; built once when the process starts. */
export interface ApiPorts {
  readonly database: Database<Schema>
  readonly clock: Clock
  readonly log: Log
  readonly authenticate: Authenticate
  readonly clearance: ClearancePorts
  /** What letters with authorities are written with. */
  readonly correspondence: CorrespondencePorts
  /** What sales are quoted from; to be asked for anew with each question, for editions come in. */
  readonly quoting: { readonly book: LandedCostBook }
  /** What carriers and brokers of tenants ask for their own work, which their quotes contain. */
  readonly ownFees: FeesOfTenants
  readonly inbox: NotificationInbox
  /** Requests a second to an authority, of all nodes together. */
  readonly channelLimitPerSecond: number | 'off'
  /** How a notification is read and stored whose case a person has found. */
  readonly intake: InboxPorts
  /** The way to HMRC; absent where nothing is asked of it from here. */
  readonly ukCds?: {
    /** Present where businesses can permit us to act for them. */
    readonly oauth?: OauthClient
    /** By which it is asked for the state of declarations; absent where its address is not set. */
    readonly connection?: UkCdsConnection
    /** Whether the installation has a token of its own for businesses that have not. */
    readonly hasToken: boolean
  }
  /** With which key secrets are sealed, and how far webhooks may go. */
  readonly tracking: WebhookSettings
  /** Where the outside world reaches this API, without a trailing slash. */
  readonly publicUrl: string
  /** Origins of other servers' pages that the live stage shows beside ours; none unless given. */
  readonly framedPages?: readonly string[]
  /** Addresses and networks of proxies before this server; none unless given. */
  readonly trustedProxies?: readonly string[]
  /** For how many days ahead a quote may be guaranteed. */
  readonly guaranteeDaysMax: number
  /** Requests that one key may make in a minute. */
  readonly requestsPerMinute: number | 'unlimited'
  /** Who may read the figures of all tenants together at `/metrics`. */
  readonly metricsFor: 'this-machine' | 'everyone'
}
