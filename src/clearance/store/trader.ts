import type { TraderProfile } from '../../customs/parties/trader-profile.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'

/** What the clearance of a case has to know of its tenant. */
export interface Trader {
  readonly name: string
  readonly kind: 'purchasing-agent' | 'e-commerce-platform'
  readonly profile: TraderProfile
  /** Whether a case is declared as soon as it is ready, without a person asking for it. */
  readonly declareWhenReady: boolean
}

/** The tenant of the transaction, as its owner has described it. */
export async function readTrader(transaction: TenantTransaction): Promise<Trader> {
  const row = await transaction
    .selectFrom('tenant')
    .select(['name', 'kind', 'profile', 'declare_when_ready'])
    .executeTakeFirstOrThrow()
  return {
    name: row.name,
    kind: row.kind,
    // Checked against its schema when it was stored.
    profile: row.profile as TraderProfile,
    declareWhenReady: row.declare_when_ready,
  }
}
