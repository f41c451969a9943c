import type { Json, Time } from './columns.ts'

/** The fees of businesses, in all that they were. */
export interface FeeTableTables {
  readonly fee_table_version: FeeTableVersionTable
}

/** A table of fees as it was stated; never changed. */
export interface FeeTableVersionTable {
  table_id: string
  version: number
  tenant_id: string
  name: string
  /** `OwnFee` in the order in which they are worked out; null where the table was removed. */
  fees: Json | null
  actor: Json
  cause: Json
  at: Time
}
