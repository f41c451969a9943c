export { connect, type ConnectOptions, type Database } from './connect.ts'
export {
  acrossTenants,
  figuresAcrossTenants,
  type CrossTenantFigure,
  type CrossTenantPick,
} from './across-tenants.ts'
export { enterPicked } from './enter-picked.ts'
export { inTenant, type TenantTransaction } from './in-tenant.ts'
export { inTransaction } from './in-transaction.ts'
export { migrate, type AppliedMigration, type MigrateOptions } from './migrate.ts'
export { removeInBatches, type CrossTenantRemoval, type PastRows } from './remove-in-batches.ts'
export type { Json, NewRow, Row, RowChange, Schema } from './schema.ts'
