import type { ColumnType, JSONColumnType } from 'kysely'
import type { ItemCorrection } from '../officers/finding.ts'
import type { SecurityLine, SecurityState } from '../security/security.ts'

/** The tables of securities, as `../migrations/0009-securities.sql` creates them. */
export interface SecurityTables {
  readonly security: SecurityTable
}

/** A security with its amounts by goods item and tax; once decided it stays for the dossier. */
export interface SecurityTable {
  id: string
  lodgement_id: string
  /** The version of the declaration with which it was required. */
  version: number
  type_code: string
  state: SecurityState
  reason: string
  /** What the items are doubted to be. */
  doubted: JSONColumnType<readonly ItemCorrection[]>
  lines: JSONColumnType<readonly SecurityLine[]>
  required_at: ColumnType<Date, string, never>
  required_by: string
  decided_at: ColumnType<Date | null, undefined, string>
  decided_by: string | null
  decision_reason: string | null
  /** What of it has become duty, in pounds. */
  taken_gbp: ColumnType<string | null, undefined, string>
}
