import { isId } from '../../platform/ids.ts'
import { type Database, inTransaction, type Schema } from '../../platform/postgres/index.ts'
import { BadInput } from '../bad-input.ts'

/**
 * Whose a case is.
 *
 * @param database opened as the owner, who alone sees the cases of all tenants
 * @throws BadInput where there is no such case
 */
export async function tenantOfCase(database: Database<Schema>, caseId: string): Promise<string> {
  const row = isId(caseId)
    ? await inTransaction(database, (transaction) =>
        transaction
          .selectFrom('clearance_case')
          .select('tenant_id')
          .where('id', '=', caseId)
          .executeTakeFirst(),
      )
    : undefined
  if (row !== undefined) return row.tenant_id
  throw new BadInput(`--case: There is no case ${caseId}. Take its id from the console or the API.`)
}
