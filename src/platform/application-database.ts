import { join } from 'node:path'

import { success, type Result } from '../customs/result.ts'
import { checkoutFolder } from './checkout.ts'
import { installJobs, type AnyQueue } from './jobs/index.ts'
import { migrate, type AppliedMigration } from './postgres/migrate.ts'
import { prepareRoles, roleNames, type RoleOptions, type RoleUrls } from './postgres/roles.ts'

/** The application's database after its preparation: its three logins and what was changed. */
export interface ApplicationDatabase extends RoleUrls {
  /** What the migration has done, nothing when the database was up to date. */
  readonly applied: readonly AppliedMigration[]
}

/** What an application database is made from. */
export interface ApplicationDatabaseOptions extends RoleOptions {
  /** The folder of migrations: {@link applicationMigrations}, or a test's own. */
  readonly migrations: string
  /** Every queue that anybody enqueues into; see `src/services/all-queues.ts`. */
  readonly queues: readonly AnyQueue[]
}

/** The folder of the application's own migrations. */
export const applicationMigrations = join(
  checkoutFolder,
  ...['src', 'platform', 'postgres', 'migrations'],
)

/** Brings an existing database up to date: its roles, its tables, its queues. */
export async function prepareApplicationDatabase(
  options: ApplicationDatabaseOptions,
): Promise<Result<ApplicationDatabase>> {
  const { ownerUrl, migrations, queues } = options
  const urls = await prepareRoles(options)
  if (!urls.ok) return urls
  const roles = roleNames(urls.value)
  const applied = await migrate({ url: ownerUrl, folder: migrations, roles })
  if (!applied.ok) return applied
  const installed = await installJobs({ ownerUrl, queues, roles: Object.values(roles) })
  return installed.ok ? success({ ...urls.value, applied: applied.value }) : installed
}
