import type { ColumnType, JSONColumnType } from 'kysely'
import type { KeptItem, KeptState } from '../kept/kept-goods.ts'

/** The tables of goods that are kept back, as `../migrations/0014-kept-goods.sql` creates them. */
export interface KeptGoodsTables {
  readonly kept_goods: KeptGoodsTable
}

/** Goods of a declaration that are kept back while the rest goes. */
export interface KeptGoodsTable {
  lodgement_id: string
  number: number
  state: KeptState
  items: JSONColumnType<readonly KeptItem[]>
  reason: string
  version: number
  kept_at: ColumnType<Date, string, never>
  kept_by: string
  moved_at: ColumnType<Date | null, undefined, string>
  moved_by: string | null
  moved_because: string | null
}
