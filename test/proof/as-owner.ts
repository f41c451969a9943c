import type { Transaction } from 'kysely'
import { createLog } from '../../src/platform/log.ts'
import { connect, inTransaction } from '../../src/platform/postgres/index.ts'
import type { ProofDatabases } from './proof-databases.ts'

/** Looks at tables that the application may write and not read. */
export async function asOwner<T>(
  { ownerUrl }: ProofDatabases,
  work: (transaction: Transaction<never>) => Promise<T>,
): Promise<T> {
  const owner = connect<never>({
    ...{ url: ownerUrl, applicationName: 'proof', maxConnections: 1 },
    log: createLog({ name: 'proof', level: 'silent' }),
  })
  try {
    return await inTransaction(owner, work)
  } finally {
    await owner.close()
  }
}
