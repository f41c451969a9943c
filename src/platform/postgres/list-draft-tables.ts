import type { Json, Time } from './columns.ts'

/** Tables of orders on their way in, and how each sender's tables are read. */
export interface ListDraftTables {
  readonly list_draft: ListDraftTable
  readonly list_draft_row: ListDraftRowTable
  readonly list_mapping: ListMappingTable
}

/** A table of orders that is mapped and mended before its orders are taken. */
export interface ListDraftTable {
  id: string
  tenant_id: string
  name: string
  encoding: string
  delimiter: string
  /** `DraftColumn[]`. */
  columns: Json
  /** Text by the name of our column. */
  defaults: Json
  /** Number of rows by how far they are, counted whenever rows are written. */
  rows_flawed: number
  rows_ready: number
  rows_taken: number
  version: number
  created_at: Time
  updated_at: Time
}

/** One row of such a table; of a row that was taken only what others need is kept. */
export interface ListDraftRowTable {
  tenant_id: string
  draft_id: string
  /** As a spreadsheet counts: the headings are row 1. */
  row_number: number
  cells: Json
  /** `ListFinding[]`. */
  findings: Json
  state: 'flawed' | 'ready' | 'taken'
  order_id: string | null
}

/** How a tenant reads the tables that have certain headings. */
export interface ListMappingTable {
  tenant_id: string
  headings_sha256: string
  /** The name of our column for each of the headings, null for none. */
  columns: Json
  defaults: Json
  updated_at: Time
}
