import type { Generated } from 'kysely'

import type { OptionalTime, Time } from './columns.ts'

/** What is kept of channels beside the messages that went by them. */
export interface ChannelTables {
  readonly exchange_dispatch: ExchangeDispatchTable
  readonly channel_turn: ChannelTurnTable
  readonly channel_certificate: ChannelCertificateTable
}

/** A message whose file lay complete and was about to be renamed for the other side to see. */
export interface ExchangeDispatchTable {
  message_id: string
  tenant_id: string
  renaming_at: Time
}

/** What one node at a time does on a channel: looking for answers, reading certificates. */
export interface ChannelTurnTable {
  channel: string
  task: 'collect' | 'certificates'
  /** The process that is at it; absent between turns. */
  holder: string | null
  /** The next turn; while a node is at it, the end of its lease. */
  due_at: Time
  /** Turns in a row that went wrong. */
  failures: Generated<number>
  last_error: string | null
  /** The last turn in which nothing went wrong. */
  done_at: OptionalTime
}

/** What a door of a channel's other side showed when it was last looked at. */
export interface ChannelCertificateTable {
  channel: string
  door: 'https' | 'smtp' | 'imap' | 'ssh'
  subject: string
  issuer: string
  /** SHA-256, in hexadecimal of a certificate, as `SHA256:...` of a host key. */
  fingerprint: string
  /** Absent where it does not end, as with a host key. */
  not_after: OptionalTime
  first_seen_at: Time
  seen_at: Time
}
