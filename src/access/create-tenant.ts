import type { TraderProfile } from '../customs/parties/trader-profile.ts'
import { newId } from '../platform/ids.ts'
import { inTenant, type Database, type Schema } from '../platform/postgres/index.ts'
import { issueApiKey, type IssuedApiKey } from './api-keys.ts'
import { recordAccessChange, type AccessContext } from './audit.ts'
import { tenantOf, type Tenant } from './tenant.ts'

/**
 * What must be known of a business before it can clear anything. Everything but `kind` can be
 * changed later.
 */
export interface NewTenant {
  readonly name: string
  readonly kind: Tenant['kind']
  /**
   * The standing facts, such as EORI and deferment account, that its declarations are filled from.
   */
  readonly profile: TraderProfile
  /** `true`: a case that is ready is declared at once; `false`: it waits for a person. */
  readonly declareWhenReady: boolean
}

/** A tenant with its first key, whose secret can be seen only here. */
export interface CreatedTenant {
  readonly tenant: Tenant
  readonly ownerKey: IssuedApiKey
}

/**
 * Creates a tenant and the owner's key in one transaction: a tenant that nobody can enter does not
 * come to be. There is no tenant yet to act in, so this is for the command line and the first start.
 */
export function createTenant(
  database: Database<Schema>,
  { name, kind, profile, declareWhenReady }: NewTenant,
  { actor, now }: Omit<AccessContext, 'tenantId'>,
): Promise<CreatedTenant> {
  const tenantId = newId('tenant')
  const context = { tenantId, actor, now }
  return inTenant(database, tenantId, async (transaction) => {
    const row = await transaction
      .insertInto('tenant')
      .values({
        id: tenantId,
        name,
        kind,
        profile: JSON.stringify(profile),
        declare_when_ready: declareWhenReady,
        created_at: now,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await recordAccessChange(
      transaction,
      { action: 'tenant-created', subject: tenantId, detail: { kind } },
      context,
    )
    const ownerKey = await issueApiKey(transaction, { name: 'first owner', role: 'owner' }, context)
    return { tenant: tenantOf(row), ownerKey }
  })
}
