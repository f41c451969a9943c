import type { Instant } from '../../customs/calendar/local-date.ts'
import { sha256Hex } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { type Column, comparable } from '../purchase-list/purchase-list-columns.ts'
import type { DraftDefaults } from './check-draft.ts'
import type { DraftColumn } from './draft-column.ts'

/** What a tenant has said of the headings of a table, for the next table that has the same. */
export interface RememberedMapping {
  readonly columns: readonly (string | null)[]
  readonly defaults: DraftDefaults
}

/** What is remembered of some headings; nothing where a table with them never came. */
export async function recallMapping(
  transaction: TenantTransaction,
  headings: readonly string[],
): Promise<RememberedMapping | undefined> {
  const row = await transaction
    .selectFrom('list_mapping')
    .select(['columns', 'defaults'])
    .where('headings_sha256', '=', fingerprint(headings))
    .executeTakeFirst()
  return (
    row && {
      columns: row.columns as readonly (string | null)[],
      defaults: row.defaults as DraftDefaults,
    }
  )
}

/**
 * Remembers how a table was read. Of the defaults only those of the list as a whole are kept, which
 * are the tenant's own facts: what was filled in for a buyer or seller is of that one table.
 */
export async function rememberMapping(
  transaction: TenantTransaction,
  draft: { readonly columns: readonly DraftColumn[]; readonly defaults: DraftDefaults },
  known: readonly Column[],
  { tenantId, now }: { readonly tenantId: string; readonly now: Instant },
): Promise<void> {
  const ofFile = draft.columns.filter(({ source }) => source === 'file')
  const ofList = new Set(known.filter(({ scope }) => scope === 'list').map(({ name }) => name))
  const defaults = Object.entries(draft.defaults).filter(([name]) => ofList.has(name))
  const facts = {
    columns: JSON.stringify(ofFile.map(({ column }) => column ?? null)),
    defaults: JSON.stringify(Object.fromEntries(defaults)),
    updated_at: now,
  }
  await transaction
    .insertInto('list_mapping')
    .values({
      tenant_id: tenantId,
      headings_sha256: fingerprint(ofFile.map(({ heading }) => heading)),
      ...facts,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'headings_sha256']).doUpdateSet(facts))
    .execute()
}

/** The same for headings that differ in nothing that matters. */
function fingerprint(headings: readonly string[]): string {
  return sha256Hex(JSON.stringify(headings.map(comparable)))
}
