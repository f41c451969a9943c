import type { ColumnType, Generated, JSONColumnType } from 'kysely'

import type { Json, OptionalTime, Time } from './columns.ts'

/** Who may come in, and what they changed. */
export interface AccessTables {
  readonly tenant: TenantTable
  readonly api_key: ApiKeyTable
  readonly person: PersonTable
  readonly sign_in_link: SignInLinkTable
  readonly passkey: PasskeyTable
  readonly person_session: PersonSessionTable
  readonly passkey_challenge: PasskeyChallengeTable
  readonly audit_entry: AuditEntryTable
  readonly idempotency_record: IdempotencyRecordTable
  readonly personal_record: PersonalRecordTable
}

/** The only table whose policy goes by `id` itself rather than by `tenant_id`. */
export interface TenantTable {
  id: string
  name: string
  kind: 'purchasing-agent' | 'e-commerce-platform'
  /** `TraderProfile`. */
  profile: Json
  declare_when_ready: Generated<boolean>
  version: Generated<number>
  created_at: Time
}

/** A key by the hash of its secret; 256 random bits need no slow hash. */
export interface ApiKeyTable {
  id: string
  tenant_id: string
  name: string
  role: 'owner' | 'operator' | 'broker' | 'viewer'
  key_sha256: string
  /** The first characters of the secret, by which people tell keys apart. */
  key_hint: string
  created_at: Time
  expires_at: OptionalTime
  revoked_at: OptionalTime
}

/** Who signs in. Invited until `joined_at` is set; name and e-mail are in the personal record. */
export interface PersonTable {
  id: string
  tenant_id: string
  personal_record_id: string
  role: 'owner' | 'operator' | 'broker' | 'viewer'
  version: Generated<number>
  created_at: Time
  joined_at: OptionalTime
  disabled_at: OptionalTime
  erased_at: OptionalTime
}

/** A link that lets a person in once, by the hash of its secret. */
export interface SignInLinkTable {
  id: string
  tenant_id: string
  person_id: string
  secret_sha256: string
  created_at: Time
  expires_at: Time
  used_at: OptionalTime
}

/** The public half of a passkey; the other half never leaves the person's device. */
export interface PasskeyTable {
  id: string
  tenant_id: string
  person_id: string
  /** As the authenticator names it, base64url. */
  credential_id: string
  public_key: Buffer
  /** How often the authenticator says it was used; 0 for those that do not count. */
  use_count: ColumnType<string, number, number>
  transports: Json
  name: string
  created_at: Time
  last_used_at: OptionalTime
}

/** Where a person is signed in, by the hash of the cookie's secret. */
export interface PersonSessionTable {
  id: string
  tenant_id: string
  person_id: string
  secret_sha256: string
  signed_in_with: 'link' | 'passkey'
  /** Browser and system in a few words; null where the browser did not say. */
  device: string | null
  created_at: Time
  last_seen_at: Time
  ended_at: OptionalTime
}

/** What a passkey has to sign, hashed together with what it is for; it belongs to no tenant. */
export interface PasskeyChallengeTable {
  challenge_sha256: string
  expires_at: Time
}

/** Who changed what can be entered or read; insert-only by grant. */
export interface AuditEntryTable {
  id: Generated<string>
  tenant_id: string
  actor: Json
  action: string
  subject: string
  detail: Json
  at: Time
}

/** The answer to a change, for its repetition, stored in the transaction of the change. */
export interface IdempotencyRecordTable {
  tenant_id: string
  key: string
  /** Hash of method, address and content: the same key with another request is refused. */
  request_sha256: string
  status: number | null
  response: JSONColumnType<object | null, string | null, string | null>
  created_at: Time
}

/** Personal values apart from the record that refers to them, so that they can be erased. */
export interface PersonalRecordTable {
  id: string
  tenant_id: string
  /** Value by reference. */
  fields: Json
  created_at: Time
  erased_at: OptionalTime
}
