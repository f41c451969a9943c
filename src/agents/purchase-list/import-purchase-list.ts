import { sql } from 'kysely'

import type { ChangeContext } from '../../clearance/store/record-events.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import { newId, sha256Hex } from '../../platform/ids.ts'
import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'
import type { OrderComposition } from './compose-order.ts'
import type { ListFinding } from './list-finding.ts'
import { type PurchaseList, readPurchaseList } from './read-purchase-list.ts'
import { findingOfOrder, receiveOnce } from './receive-once.ts'

/** A purchase list as it was taken: which orders it made, and what kept the others out. */
export interface ImportedList extends ImportOutcome {
  readonly listId: string
  readonly name: string
  readonly rowsTotal: number
  /** Rows whose orders are on file now. */
  readonly rowsAccepted: number
  readonly createdAt: Instant
}

interface ImportOutcome {
  readonly orders: readonly ImportedOrder[]
  readonly findings: readonly ListFinding[]
  readonly unknownHeadings: readonly string[]
}

/** An order on file, with the rows of the list that state it. */
export interface ImportedOrder {
  readonly orderId: string
  readonly reference: string
  readonly rows: readonly number[]
}

/**
 * Reads a list and stores its good orders. The same file is taken once: handed in again it answers
 * what it answered before. A mended file may repeat orders that are on file; those it leaves alone.
 *
 * Fails only for a file that is no list at all; what is wrong with single orders is a finding.
 */
export async function importPurchaseList(
  transaction: TenantTransaction,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  composition: OrderComposition,
  context: ChangeContext,
): Promise<Result<ImportedList>> {
  const sha256 = sha256Hex(bytes)
  const known = await findBySha256(transaction, sha256, context.tenantId)
  if (known !== undefined) return success(known)
  const list = readPurchaseList(bytes, composition)
  if (!list.ok) return list
  const outcome = await storeOrders(transaction, list.value, context)
  const row = await transaction
    .insertInto('purchase_list')
    .values({
      ...{ id: newId('list'), tenant_id: context.tenantId, name, sha256 },
      findings: JSON.stringify(outcome),
      rows_total: list.value.rowsTotal,
      rows_accepted: outcome.orders.reduce((sum, { rows }) => sum + rows.length, 0),
      created_at: context.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return success(importedListOf(row))
}

/** What became of a list, as it was answered when the list came. Fails with `not-found`. */
export async function readImportedList(
  transaction: TenantTransaction,
  listId: string,
): Promise<Result<ImportedList>> {
  const row = await transaction
    .selectFrom('purchase_list')
    .selectAll()
    .where('id', '=', listId)
    .executeTakeFirst()
  return row === undefined ? failure(noSuchList(listId)) : success(importedListOf(row))
}

/** Lists, the newest first, one more than the limit so that the caller sees whether there are more. */
export async function listImportedLists(
  transaction: TenantTransaction,
  { before, limit }: { readonly before?: string; readonly limit: number },
): Promise<readonly ImportedList[]> {
  let query = transaction.selectFrom('purchase_list').selectAll()
  if (before !== undefined) query = query.where('id', '<', before)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  return rows.map(importedListOf)
}

/** The list of the same content, if there is one; two uploads of it at once take turns. */
async function findBySha256(
  transaction: TenantTransaction,
  sha256: string,
  tenantId: string,
): Promise<ImportedList | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${tenantId + sha256}, 0))`.execute(
    transaction,
  )
  const row = await transaction
    .selectFrom('purchase_list')
    .selectAll()
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row && importedListOf(row)
}

async function storeOrders(
  transaction: TenantTransaction,
  { orders, findings, unknownHeadings }: PurchaseList,
  context: ChangeContext,
): Promise<ImportOutcome> {
  const stored: ImportedOrder[] = []
  const refused: ListFinding[] = []
  for (const { order, rows } of orders) {
    const received = await receiveOnce(transaction, order, context)
    const { reference } = order
    if (received.ok) stored.push({ orderId: received.value.orderId, reference, rows })
    else refused.push(...received.failures.map((fault) => findingOfOrder(fault, reference, rows)))
  }
  const all = [...findings, ...refused].toSorted((left, right) => left.row - right.row)
  return { orders: stored, findings: all, unknownHeadings }
}

function importedListOf(row: Row<'purchase_list'>): ImportedList {
  return {
    listId: row.id,
    name: row.name,
    rowsTotal: row.rows_total,
    rowsAccepted: row.rows_accepted,
    createdAt: instantOf(row.created_at),
    ...(row.findings as ImportOutcome),
  }
}

function noSuchList(listId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no purchase list ${listId}.`,
    mend: 'Check the id; it was in the answer to the upload.',
    zh: { message: `没有采购清单 ${listId}。`, mend: '请核对编号；上传结果中有该编号。' },
  }
}
