import type { ColumnType } from 'kysely'
import type { PenaltyState } from '../penalties/penalty.ts'

/** The tables of penalties, as `../migrations/0010-penalties.sql` creates them. */
export interface PenaltyTables {
  readonly penalty: PenaltyTable
}

/** A warning letter or a civil penalty, in pounds; the receipt or the reason stands in `moved_because`. */
export interface PenaltyTable {
  lodgement_id: string
  number: number
  contravention: string
  state: PenaltyState
  /** Absent from a warning. */
  amount_gbp: string | null
  reason: string
  imposed_at: ColumnType<Date, string, never>
  imposed_by: string
  moved_at: ColumnType<Date | null, undefined, string>
  moved_by: string | null
  moved_because: string | null
}
