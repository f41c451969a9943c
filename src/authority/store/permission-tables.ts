import type { ColumnType } from 'kysely'

type Time = ColumnType<Date, string, string>

/** What businesses permit, and the tokens that follow from it, as `../migrations/0005-permissions.sql` has it. */
export interface PermissionTables {
  readonly permission: PermissionTable
  readonly permission_code: PermissionCodeTable
  readonly access_token: AccessTokenTable
}

/** A permission; its refresh token changes with each use. */
export interface PermissionTable {
  id: string
  application_id: string
  /** Separated by spaces. */
  scopes: string
  refresh_sha256: string
  granted_at: Time
  ends_at: Time
}

/** What a browser is sent back with. */
export interface PermissionCodeTable {
  code_sha256: string
  application_id: string
  scopes: string
  redirect_url: string
  expires_at: Time
}

/** A token that requests carry; without a permission it is the application's own. */
export interface AccessTokenTable {
  token_sha256: string
  application_id: string
  permission_id: string | null
  scopes: string
  expires_at: Time
}
