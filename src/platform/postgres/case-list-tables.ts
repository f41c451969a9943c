import type { ColumnType, Generated } from 'kysely'

import type { Json, OptionalTime, Time } from './columns.ts'

/** The tables behind lists of cases: search, saved views, actions on many cases. */
export interface CaseListTables {
  readonly case_search_term: CaseSearchTermTable
  readonly saved_view: SavedViewTable
  readonly bulk_run: BulkRunTable
  readonly bulk_run_case: BulkRunCaseTable
}

/** The words by which a case is found; those about its buyer are removed by an erasure. */
export interface CaseSearchTermTable {
  tenant_id: string
  case_id: string
  about: 'reference' | 'goods' | 'buyer'
  term: string
}

/** A list of cases as somebody wants to see it again. */
export interface SavedViewTable {
  id: string
  tenant_id: string
  /** The key or person who saved it. */
  owner_id: string
  name: string
  filter: Json
  sort: string
  shared: boolean
  version: Generated<number>
  created_at: Time
  removed_at: OptionalTime
}

/** One action on many cases, as it was asked for. */
export interface BulkRunTable {
  id: string
  tenant_id: string
  action: 'prepare' | 'declare' | 'stop' | 'reopen'
  input: Json
  actor: Json
  cause: Json
  created_at: Time
}

/** What became of one case of a bulk run. */
export interface BulkRunCaseTable {
  tenant_id: string
  run_id: string
  case_id: string
  position: number
  state: 'waiting' | 'done' | 'failed'
  failures: ColumnType<object[], string | undefined, string>
}
