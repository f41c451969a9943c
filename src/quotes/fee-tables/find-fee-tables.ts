import type { OwnFee } from '../../customs/landed-cost/own-fees.ts'
import { failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { type FeeTable, feeTableOf, noSuchFeeTable } from './fee-table.ts'

/** The tables of fees in use, the oldest first. */
export async function listFeeTables(transaction: TenantTransaction): Promise<readonly FeeTable[]> {
  const rows = await transaction
    .selectFrom('fee_table_version')
    .selectAll()
    .distinctOn('table_id')
    .orderBy('table_id')
    .orderBy('version', 'desc')
    .execute()
  return rows.flatMap((row) => feeTableOf(row) ?? [])
}

/** One table of fees in use. Fails with `not-found`. */
export async function readFeeTable(
  transaction: TenantTransaction,
  tableId: string,
): Promise<Result<FeeTable>> {
  const row = await transaction
    .selectFrom('fee_table_version')
    .selectAll()
    .where('table_id', '=', tableId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const table = row === undefined ? undefined : feeTableOf(row)
  return table === undefined ? failure(noSuchFeeTable(tableId)) : success(table)
}

/** The fees of all tables in use, in the order in which they are worked out. */
export async function readOwnFeesOf(transaction: TenantTransaction): Promise<readonly OwnFee[]> {
  return (await listFeeTables(transaction)).flatMap(({ fees }) => fees)
}
