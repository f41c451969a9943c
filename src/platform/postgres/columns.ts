import type { ColumnType, JSONColumnType } from 'kysely'

/** JSON that goes in as text and comes out parsed. */
export type Json = JSONColumnType<object>

/** A moment: goes in as text or `Date`, comes out as `Date`. */
export type Time = ColumnType<Date, Date | string, Date | string>

/** The same, where there may be none. */
export type OptionalTime = ColumnType<
  Date | null,
  Date | string | null | undefined,
  Date | string | null
>
