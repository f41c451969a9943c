import { CompiledQuery, type Transaction } from 'kysely'

import { openDatabase, type Database } from './connect.ts'

type AfterCommit = (database: Database<unknown>) => void

const afterCommit = new WeakMap<object, AfterCommit[]>()

/**
 * Runs work in one transaction of a database without tenants, such as the sandbox authority's own.
 * In the application's database no tenant is set, so only tables without tenants show rows. When
 * the work throws, everything that it wrote is rolled back, jobs included.
 *
 * @param begin the statement that opens it, with others that are to hold from its first one on
 */
export async function inTransaction<Tables, T>(
  database: Database<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<T>,
  begin = 'begin',
): Promise<T> {
  const actions: AfterCommit[] = []
  const result = await openDatabase(database)
    .kysely.transaction()
    .execute(async (transaction) => {
      await transaction.executeQuery(CompiledQuery.raw(begin))
      afterCommit.set(transaction, actions)
      return work(transaction)
    })
  for (const action of actions) action(database)
  return result
}

/** Runs an action once the transaction has been committed, and never when it was rolled back. */
export function onCommit<Tables>(transaction: Transaction<Tables>, action: AfterCommit): void {
  const actions = afterCommit.get(transaction)
  if (actions === undefined) {
    throw new TypeError('this transaction was not opened by inTransaction()')
  }
  actions.push(action)
}
