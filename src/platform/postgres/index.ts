export { connect, type ConnectOptions, type Database } from './connect.ts'
export {
  acrossTenants,
  inTenant,
  inTransaction,
  type CrossTenantPick,
  type TenantTransaction,
} from './transaction.ts'
export { migrate, type AppliedMigration, type MigrateOptions } from './migrate.ts'
export type { Json, NewRow, Row, RowChange, Schema } from './schema.ts'
