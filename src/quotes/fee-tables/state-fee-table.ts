import { sql } from 'kysely'

import { checkOwnFees } from '../../customs/landed-cost/check-own-fees.ts'
import type { LandedCostBook } from '../../customs/landed-cost/landed-cost-book.ts'
import { checked, type Failure, failure, type Result, success } from '../../customs/result.ts'
import { newId } from '../../platform/ids.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { RecordContext } from '../record-context.ts'
import { type FeeTable, type FeeTableFacts, feeTableOf } from './fee-table.ts'
import { listFeeTables, readFeeTable } from './find-fee-tables.ts'

/** So many tables a business may keep: each quote works all of them out. */
const TABLES_MAX = 20

/** What is to be stated, and what it is checked against. */
export interface StatedFeeTable {
  readonly facts: FeeTableFacts
  readonly book: LandedCostBook
}

/** A table as somebody has read it. */
export interface ReadVersion {
  readonly tableId: string
  readonly version: number
}

/**
 * Puts a new table of fees in use. Fails with `conflict` where there are too many, and with what
 * `checkOwnFees` finds.
 */
export async function addFeeTable(
  transaction: TenantTransaction,
  { facts, book }: StatedFeeTable,
  context: RecordContext,
): Promise<Result<FeeTable>> {
  const others = await lockedTables(transaction, context)
  if (others.length >= TABLES_MAX) return failure(tooMany)
  const sound = checked(checkOwnFees(facts.fees, book, idsOf(others)))
  if (!sound.ok) return sound
  const first = { tableId: newId('fee_table'), version: 1 }
  return success((await stated(transaction, { ...first, facts }, context))!)
}

/**
 * States a table of fees anew, if it still is as it was when that was thought of. Fails with `not-found`,
 * with `precondition-failed`, and with what `checkOwnFees` finds.
 */
export async function replaceFeeTable(
  transaction: TenantTransaction,
  { read, facts, book }: StatedFeeTable & { readonly read: ReadVersion },
  context: RecordContext,
): Promise<Result<FeeTable>> {
  const tables = await lockedTables(transaction, context)
  const before = await readFeeTable(transaction, read.tableId)
  if (!before.ok) return before
  if (before.value.version !== read.version) return failure(changedMeanwhile)
  const others = tables.filter(({ tableId }) => tableId !== read.tableId)
  const sound = checked(checkOwnFees(facts.fees, book, idsOf(others)))
  if (!sound.ok) return sound
  const next = { tableId: read.tableId, version: read.version + 1, facts }
  return success((await stated(transaction, next, context))!)
}

/** Takes a table of fees out of use; what it was stays on record. Fails with `not-found`. */
export async function removeFeeTable(
  transaction: TenantTransaction,
  tableId: string,
  context: RecordContext,
): Promise<Result<undefined>> {
  await lockedTables(transaction, context)
  const before = await readFeeTable(transaction, tableId)
  if (!before.ok) return before
  const { name, version } = before.value
  await stated(transaction, { tableId, version: version + 1, facts: { name } }, context)
  return success(undefined)
}

/** Changes of one tenant's tables wait for one another, so that no id is given twice. */
async function lockedTables(
  transaction: TenantTransaction,
  { tenantId }: RecordContext,
): Promise<readonly FeeTable[]> {
  const lock = `fee tables of ${tenantId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(transaction)
  return listFeeTables(transaction)
}

function idsOf(tables: readonly FeeTable[]): ReadonlySet<string> {
  return new Set(tables.flatMap(({ fees }) => fees.map(({ id }) => id)))
}

async function stated(
  transaction: TenantTransaction,
  {
    tableId,
    version,
    facts: { name, fees },
  }: ReadVersion & { readonly facts: Pick<FeeTableFacts, 'name'> & Partial<FeeTableFacts> },
  { tenantId, actor, cause, now }: RecordContext,
): Promise<FeeTable | undefined> {
  const row = await transaction
    .insertInto('fee_table_version')
    .values({
      ...{ table_id: tableId, version, tenant_id: tenantId, name, at: now },
      fees: fees === undefined ? null : JSON.stringify(fees),
      ...{ actor: JSON.stringify(actor), cause: JSON.stringify(cause) },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return feeTableOf(row)
}

const changedMeanwhile: Failure = {
  code: 'precondition-failed',
  path: '',
  message: 'The table of fees was changed after you had read it.',
  mend: 'Read it again and repeat the change with its present ETag.',
  zh: {
    message: '您读取之后，费用表已被修改。',
    mend: '请重新读取，并以当前的 ETag 再次提交更改。',
  },
}

const tooMany: Failure = {
  code: 'conflict',
  path: '',
  message: `There are ${TABLES_MAX} tables of fees already.`,
  mend: 'Put the fees into one of them, or remove a table that is not in use any more.',
  zh: {
    message: `已有 ${TABLES_MAX} 个费用表。`,
    mend: '请将费用并入现有的表，或移除不再使用的表。',
  },
}
