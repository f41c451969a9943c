import type { Json, OptionalTime, Time } from './columns.ts'

/** What businesses have permitted us with authorities, and what is collected there. */
export interface AuthorityGrantTables {
  readonly authority_grant: AuthorityGrantTable
  readonly authority_authorisation: AuthorityAuthorisationTable
  readonly channel_collection: ChannelCollectionTable
  readonly collected_notification: CollectedNotificationTable
}

/** A permission that a business gave at the authority's own page; what has ended stays. */
export interface AuthorityGrantTable {
  id: string
  tenant_id: string
  channel: string
  /** Access and refresh token, sealed with the row's id; null once the grant has ended. */
  sealed_tokens: string | null
  /** Separated by spaces, as the authority has granted them. */
  scopes: string
  access_expires_at: Time
  granted_at: Time
  refreshed_at: OptionalTime
  /** Until then it can be refreshed. */
  expires_at: Time
  /** Who of the business has given it. */
  actor: Json
  ended_at: OptionalTime
  ended_why: 'disconnected' | 'replaced' | 'expired' | 'refused' | null
}

/** Somebody was sent to the authority's page and has not come back. */
export interface AuthorityAuthorisationTable {
  state_sha256: string
  tenant_id: string
  channel: string
  actor: Json
  created_at: Time
  expires_at: Time
}

/** When what an authority holds for us is collected next, of all nodes together. */
export interface ChannelCollectionTable {
  channel: string
  next_at: Time
}

/** A notification that was fetched, or was about to be; `stored_at` once it is safe. */
export interface CollectedNotificationTable {
  channel: string
  notification_id: string
  begun_at: Time
  stored_at: OptionalTime
}
