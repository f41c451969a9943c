import type { Instant } from '../customs/calendar/local-date.ts'
import type { TraderProfile } from '../customs/parties/trader-profile.ts'
import { failure, success, type Failure, type Result } from '../customs/result.ts'
import { instantOf } from '../platform/clock.ts'
import type { Row, TenantTransaction } from '../platform/postgres/index.ts'
import { recordAccessChange, type AccessContext } from './audit.ts'

/** A business that clears goods with Tidewaiter, apart from every other. */
export interface Tenant {
  readonly tenantId: string
  readonly name: string
  readonly kind: 'purchasing-agent' | 'e-commerce-platform'
  readonly profile: TraderProfile
  /** Whether a case that is ready is declared at once or waits for a person. */
  readonly declareWhenReady: boolean
  /** Goes up by one with each change; an edit names the version that it was made on. */
  readonly version: number
  readonly createdAt: Instant
}

/** What of a tenant can be edited; what is absent stays as it is. */
export interface TenantChange {
  readonly name?: string
  readonly profile?: TraderProfile
  readonly declareWhenReady?: boolean
}

/** The tenant of the transaction: row-level security lets no other be read. */
export async function readTenant(
  transaction: TenantTransaction,
  tenantId: string,
): Promise<Tenant | undefined> {
  const row = await transaction
    .selectFrom('tenant')
    .selectAll()
    .where('id', '=', tenantId)
    .executeTakeFirst()
  return row === undefined ? undefined : tenantOf(row)
}

/**
 * Changes a tenant, if it still is as it was when the change was thought of.
 * Fails with `precondition-failed` when somebody else was faster.
 */
export async function changeTenant(
  transaction: TenantTransaction,
  { change, expectedVersion }: { readonly change: TenantChange; readonly expectedVersion: number },
  context: AccessContext,
): Promise<Result<Tenant>> {
  const row = await transaction
    .updateTable('tenant')
    .set(columnsOf(change))
    .set((column) => ({ version: column('version', '+', 1) }))
    .where('id', '=', context.tenantId)
    .where('version', '=', expectedVersion)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return failure(tenantHasChanged)
  await recordAccessChange(
    transaction,
    {
      action: 'tenant-changed',
      subject: context.tenantId,
      detail: { changed: Object.keys(change), version: row.version },
    },
    context,
  )
  return success(tenantOf(row))
}

const tenantHasChanged: Failure = {
  code: 'precondition-failed',
  path: '',
  message: 'The tenant was changed after you had read it.',
  mend: 'Read the tenant again and repeat the change with its present ETag.',
  zh: {
    message: '您读取之后，租户资料已被修改。',
    mend: '请重新读取租户资料，并以当前的 ETag 再次提交更改。',
  },
}

function columnsOf({ name, profile, declareWhenReady }: TenantChange) {
  return {
    ...(name !== undefined && { name }),
    ...(profile !== undefined && { profile: JSON.stringify(profile) }),
    ...(declareWhenReady !== undefined && { declare_when_ready: declareWhenReady }),
  }
}

/** The tenant in a stored row. The profile is taken as it was written and not checked again. */
export function tenantOf(row: Row<'tenant'>): Tenant {
  return {
    tenantId: row.id,
    name: row.name,
    kind: row.kind,
    profile: row.profile as TraderProfile,
    declareWhenReady: row.declare_when_ready,
    version: row.version,
    createdAt: instantOf(row.created_at),
  }
}
