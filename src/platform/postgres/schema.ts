import type { Insertable, Selectable, Updateable } from 'kysely'

import type { AccessTables } from './access-tables.ts'
import type { AuthorityGrantTables } from './authority-grant-tables.ts'
import type { CaseListTables } from './case-list-tables.ts'
import type { CaseTables } from './case-tables.ts'
import type { ChannelTables } from './channel-tables.ts'
import type { CorrespondenceTables } from './correspondence-tables.ts'
import type { ExchangeTables } from './exchange-tables.ts'
import type { FeeTableTables } from './fee-table-tables.ts'
import type { GuaranteedQuoteTables } from './guaranteed-quote-tables.ts'
import type { ListDraftTables } from './list-draft-tables.ts'
import type { OrderTables } from './order-tables.ts'
import type { RelationshipTables } from './relationship-tables.ts'
import type { TariffTables } from './tariff-tables.ts'

export type { Json } from './columns.ts'

/**
 * The tables of the application's database, as the migrations in `migrations/` create them.
 * `jsonb` columns take and give plain values; times come back as `Date`.
 */
export interface Schema
  extends
    AccessTables,
    AuthorityGrantTables,
    OrderTables,
    ListDraftTables,
    CaseTables,
    CaseListTables,
    ExchangeTables,
    CorrespondenceTables,
    ChannelTables,
    GuaranteedQuoteTables,
    FeeTableTables,
    RelationshipTables,
    TariffTables {}

/** A row as a query gives it: times are `Date`, JSON is parsed. */
export type Row<Table extends keyof Schema> = Selectable<Schema[Table]>

/** What an insert takes: generated columns may be left out, JSON goes in as text. */
export type NewRow<Table extends keyof Schema> = Insertable<Schema[Table]>

/** What an update takes, every column optional. */
export type RowChange<Table extends keyof Schema> = Updateable<Schema[Table]>
