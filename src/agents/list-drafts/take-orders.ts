import { sql } from 'kysely'

import { openCase } from '../../clearance/commands/open-case.ts'
import type { ClearancePorts } from '../../clearance/ports.ts'
import type { ChangeContext } from '../../clearance/store/record-events.ts'
import { consignmentFromOrder } from '../../customs/consignment/consignment-from-order.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { OrderComposition } from '../purchase-list/compose-order.ts'
import type { ListedOrder } from '../purchase-list/read-purchase-list.ts'
import { findingOfOrder, receiveOnce } from '../purchase-list/receive-once.ts'
import { byRow } from './by-row.ts'
import { type ListDraft, type ListDraftRow, noSuchDraft, readListDraft } from './list-draft.ts'
import { readRowPlaces, readRowsOfOrders, type RowPlace } from './rows-of-orders.ts'
import { touchDraft } from './touch-draft.ts'
import { type StoredRow, storeCheckedRows, updateRows } from './store-draft-rows.ts'

/** What becomes of the orders: goods of a shop travel as they were ordered, an agent's are awaited. */
export type Fulfilment = 'direct' | 'warehouse'

/** How much of which draft is taken at a time. */
export interface OrdersToTake {
  readonly draftId: string
  readonly limit: number
  readonly fulfilment: Fulfilment
}

/** An order that a draft has become. */
export interface TakenOrder {
  readonly orderId: string
  readonly reference: string
  readonly rows: readonly number[]
  /** The case that clears it, where its goods travel as they were ordered. */
  readonly caseId?: string
}

/** What was taken, and the draft as it is then. */
export interface TakenOrders {
  readonly orders: readonly TakenOrder[]
  /** Orders with a taken reference, of a day to come, or with a new fault: findings say which. */
  readonly refused: number
  readonly draft: ListDraft
}

/**
 * Takes orders of a draft that are without fault, each whole or not at all, from the top. What was
 * taken is marked and emptied of names and addresses, the rest stays to be mended. An order that is
 * on file with the same facts counts as taken. Fails with `not-found`.
 */
export async function takeOrders(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  wanted: OrdersToTake,
  {
    composition,
    context,
  }: { readonly composition: OrderComposition; readonly context: ChangeContext },
): Promise<Result<TakenOrders>> {
  const { draftId, fulfilment } = wanted
  const locked = await transaction
    .selectFrom('list_draft')
    .select('id')
    .where('id', '=', draftId)
    .forUpdate()
    .executeTakeFirst()
  const draft = await readListDraft(transaction, draftId)
  if (locked === undefined || !draft.ok) return failure(noSuchDraft(draftId))
  const places = await readRowPlaces(transaction, draft.value)
  const only = readyReferences(places, wanted.limit)
  const rows = await readRowsOfOrders(transaction, { draftId, places, only })
  const checked = await storeCheckedRows(
    transaction,
    { ...draft.value, rows, only },
    rows,
    composition,
  )
  const orders: TakenOrder[] = []
  const refused: RefusedOrder[] = []
  for (const listed of checked.ready) {
    const taken = await takeOrder(ports, transaction, { listed, fulfilment }, context)
    if (taken.ok) orders.push(taken.value)
    else refused.push({ listed, failures: taken.failures })
  }
  await markTaken(transaction, draft.value, { orders, rows, composition })
  await markRefused(transaction, { draftId, rows, refused })
  await touchDraft(transaction, { draftId }, context)
  const after = await readListDraft(transaction, draftId)
  if (!after.ok) return after
  return success({ orders, refused: only.size - orders.length, draft: after.value })
}

/** References of the first orders that were found to be without fault. */
function readyReferences(places: readonly RowPlace[], limit: number): ReadonlySet<string> {
  const ready = places.flatMap(({ state, reference }) =>
    state === 'ready' && reference !== undefined ? [reference] : [],
  )
  return new Set([...new Set(ready)].slice(0, limit))
}

async function takeOrder(
  ports: ClearancePorts,
  transaction: TenantTransaction,
  { listed, fulfilment }: { readonly listed: ListedOrder; readonly fulfilment: Fulfilment },
  context: ChangeContext,
): Promise<Result<TakenOrder>> {
  const { order, rows } = listed
  const received = await receiveOnce(transaction, order, context)
  if (!received.ok) return received
  const { orderId, came } = received.value
  const taken = { orderId, reference: order.reference, rows }
  if (fulfilment === 'warehouse') return success(taken)
  if (came === 'before') return success({ ...taken, ...(await caseOf(transaction, orderId)) })
  const newCase = { orderIds: [orderId], consignment: consignmentFromOrder(order) }
  const opened = await openCase(ports, transaction, newCase, context)
  // The order was received a moment ago in this transaction, so nothing can stand in its way.
  if (!opened.ok) throw new RangeError(opened.failures[0].message)
  return success({ ...taken, caseId: opened.value.caseId })
}

async function caseOf(
  transaction: TenantTransaction,
  orderId: string,
): Promise<{ readonly caseId?: string }> {
  const row = await transaction
    .selectFrom('case_order')
    .select('case_id')
    .where('order_id', '=', orderId)
    .executeTakeFirst()
  return row === undefined ? {} : { caseId: row.case_id }
}

interface Taken {
  readonly orders: readonly TakenOrder[]
  readonly rows: readonly ListDraftRow[]
  readonly composition: OrderComposition
}

/** Of a row that was taken stay its reference, and what the first row states for the whole list. */
async function markTaken(
  transaction: TenantTransaction,
  { draftId, columns }: ListDraft,
  { orders, rows, composition }: Taken,
): Promise<void> {
  if (orders.length === 0) return
  const ofList = composition.format.columns.filter(({ scope }) => scope === 'list')
  const kept = new Set(['order_reference', ...ofList.map(({ name }) => name)])
  const orderOf = new Map(
    orders.flatMap(({ orderId, rows: own }) => own.map((row) => [row, orderId] as const)),
  )
  const stored = rows.flatMap(({ row, cells }) => {
    const orderId = orderOf.get(row)
    if (orderId === undefined) return []
    const rest = cells.map((text, index) => (kept.has(columns[index]?.column ?? '') ? text : ''))
    return [{ row, cells: rest, order_id: orderId }]
  })
  await sql`
    update list_draft_row
    set cells = given.cells, findings = '[]', state = 'taken', order_id = given.order_id
    from jsonb_to_recordset(${JSON.stringify(stored)}::jsonb)
      as given (row integer, cells jsonb, order_id text)
    where draft_id = ${draftId} and row_number = given.row
  `.execute(transaction)
}

interface RefusedOrder {
  readonly listed: ListedOrder
  readonly failures: readonly Failure[]
}

/** Every row of a refused order waits from then on; the first one says why. */
async function markRefused(
  transaction: TenantTransaction,
  {
    draftId,
    rows,
    refused,
  }: {
    readonly draftId: string
    readonly rows: readonly ListDraftRow[]
    readonly refused: readonly RefusedOrder[]
  },
): Promise<void> {
  const cellsOf = new Map(rows.map(({ row, cells }) => [row, cells]))
  const stored = refused.flatMap(({ listed, failures }) => {
    const findings = byRow(
      failures.map((fault) => findingOfOrder(fault, listed.order.reference, listed.rows)),
    )
    return listed.rows.map((row): StoredRow => {
      const cells = cellsOf.get(row) ?? []
      return { row, cells, findings: findings.get(row) ?? [], state: 'flawed' }
    })
  })
  await updateRows(transaction, draftId, stored)
}
