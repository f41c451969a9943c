import type { Actor } from '../../clearance/events/actor.ts'
import type { LifeCycle } from '../../clearance/life-cycle/life-cycle.ts'
import { nextState } from '../../clearance/life-cycle/life-cycle.ts'
import { pseudonymise } from '../../clearance/personal/personal-fields.ts'
import {
  readPersonalFieldsOfOrders,
  withPersonalFields,
} from '../../clearance/personal/personal-record.ts'
import type { ChangeContext } from '../../clearance/store/record-events.ts'
import type { Instant } from '../../customs/calendar/local-date.ts'
import { type Failure, failure, type Result, success } from '../../customs/result.ts'
import { instantOf } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import type { Row, TenantTransaction } from '../../platform/postgres/index.ts'

/** Why pieces that came are not sent on. */
export const setApartKinds = ['surplus', 'late', 'damaged', 'wrong-goods'] as const

/**
 * `surplus` is more than was ordered, `late` came in good order when the order was not awaited any
 * more, `damaged` came broken, `wrong-goods` came in the place of what was ordered.
 */
export type SetApartKind = (typeof setApartKinds)[number]

/**
 * Where such pieces are: in the warehouse until somebody settles what becomes of them, then gone.
 */
export const setApartStates = ['kept-apart', 'sent-back', 'disposed-of'] as const

/** The states in Chinese. */
const setApartStateZh: Readonly<Record<SetApartState, string>> = {
  'kept-apart': '单独存放',
  'sent-back': '退回',
  'disposed-of': '处置',
}

/** `sent-back` and `disposed-of` are final, and both want a reason. */
export type SetApartState = (typeof setApartStates)[number]

/** How pieces that were kept apart leave the warehouse. */
export const setApartOutcomes = ['sent-back', 'disposed-of'] as const

/** The two ways out of the warehouse for what nobody ordered; to be shipped is not one of them. */
export type SetApartOutcome = (typeof setApartOutcomes)[number]

/**
 * The life of pieces that are kept apart. No edge leads into a shipment: what nobody ordered has no
 * price that was paid, and would travel undeclared.
 */
export const setApartLifeCycle: LifeCycle<SetApartState, 'set-apart' | SetApartOutcome> = {
  name: 'goods kept apart',
  transitions: [
    { from: null, event: 'set-apart', to: 'kept-apart' },
    { from: 'kept-apart', event: 'sent-back', to: 'sent-back', needs: 'a reason' },
    { from: 'kept-apart', event: 'disposed-of', to: 'disposed-of', needs: 'a reason' },
  ],
}

/** Pieces that came with an order and are not sent on, as the warehouse states them. */
export interface NewSetApartGoods {
  readonly kind: SetApartKind
  /** The line that they belong to, or that wrong goods came in the place of. */
  readonly lineNumber?: number
  /** Number of pieces. */
  readonly quantity: number
  /** What they are or what is wrong with them. */
  readonly description: string
}

/** Pieces that are or were kept apart. */
export interface SetApartGoods extends NewSetApartGoods {
  readonly setApartId: string
  readonly receiptId: string
  readonly orderId: string
  /** The order's own number, by which people know it. */
  readonly orderReference: string
  readonly receivedAt: Instant
  readonly state: SetApartState
  /** By whom, when and why they left, once they have. */
  readonly settled?: { readonly by: Actor; readonly at: Instant; readonly reason: string }
}

/**
 * Keeps apart what a receipt found, in the transaction of the receipt. Personal values in the
 * descriptions are replaced by their references, so that they can be erased later.
 */
export async function insertSetApartGoods(
  transaction: TenantTransaction,
  receipt: { readonly receiptId: string; readonly orderId: string },
  goods: readonly NewSetApartGoods[],
  { tenantId }: ChangeContext,
): Promise<void> {
  if (goods.length === 0) return
  // A name on a parcel may have found its way into the words.
  const personal = await readPersonalFieldsOfOrders(transaction, [receipt.orderId])
  await transaction
    .insertInto('set_apart_goods')
    .values(
      pseudonymise(goods, personal).map(({ kind, lineNumber = null, quantity, description }) => ({
        ...{ id: newId('apart'), tenant_id: tenantId, kind, quantity, description },
        ...{ receipt_id: receipt.receiptId, order_id: receipt.orderId, line_number: lineNumber },
        state: 'kept-apart' as const,
      })),
    )
    .execute()
}

/** The pieces that were set apart from some receipts, in the order in which they were recorded. */
export async function readSetApartGoods(
  transaction: TenantTransaction,
  receiptIds: readonly string[],
): Promise<readonly SetApartGoods[]> {
  if (receiptIds.length === 0) return []
  const rows = await selectSetApart(transaction)
    .where('receipt_id', 'in', receiptIds)
    .orderBy('apart.id')
    .execute()
  return withPersonalFields(transaction, rows.map(setApartGoodsOf))
}

/** Pieces that were set apart, the newest first, one more than the limit so that it shows whether there are more. */
export async function listSetApartGoods(
  transaction: TenantTransaction,
  page: { readonly before?: string; readonly limit: number },
  state?: SetApartState,
): Promise<readonly SetApartGoods[]> {
  let query = selectSetApart(transaction)
  if (page.before !== undefined) query = query.where('apart.id', '<', page.before)
  if (state !== undefined) query = query.where('apart.state', '=', state)
  const rows = await query
    .orderBy('apart.id', 'desc')
    .limit(page.limit + 1)
    .execute()
  return withPersonalFields(transaction, rows.map(setApartGoodsOf))
}

/**
 * Records how pieces that were kept apart left the warehouse. Fails with `not-found`, or with
 * `illegal-transition` where they have left before.
 */
export async function settleSetApartGoods(
  transaction: TenantTransaction,
  settlement: {
    readonly setApartId: string
    readonly outcome: SetApartOutcome
    readonly reason: string
  },
  { actor, now }: ChangeContext,
): Promise<Result<SetApartGoods>> {
  const { setApartId, outcome, reason } = settlement
  const row = await transaction
    .selectFrom('set_apart_goods')
    .select(['state', 'order_id'])
    .where('id', '=', setApartId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) return failure(noSuchGoods(setApartId))
  const state = nextState(setApartLifeCycle, row.state, outcome)
  if (state === undefined) return failure(alreadyGone(row.state))
  const personal = await readPersonalFieldsOfOrders(transaction, [row.order_id])
  const settled_reason = pseudonymise(reason, personal)
  const settled = { settled_reason, settled_by: JSON.stringify(actor), settled_at: now }
  await transaction
    .updateTable('set_apart_goods')
    .set({ state, ...settled })
    .where('id', '=', setApartId)
    .execute()
  const changed = await selectSetApart(transaction)
    .where('apart.id', '=', setApartId)
    .executeTakeFirstOrThrow()
  return success(await withPersonalFields(transaction, setApartGoodsOf(changed)))
}

function selectSetApart(transaction: TenantTransaction) {
  return transaction
    .selectFrom('set_apart_goods as apart')
    .innerJoin('customer_order', 'customer_order.id', 'apart.order_id')
    .innerJoin('warehouse_receipt', 'warehouse_receipt.id', 'apart.receipt_id')
    .selectAll('apart')
    .select(['customer_order.reference as order_reference', 'warehouse_receipt.received_at'])
}

interface SetApartRow extends Row<'set_apart_goods'> {
  readonly order_reference: string
  readonly received_at: Date
}

function setApartGoodsOf(row: SetApartRow): SetApartGoods {
  const { settled_at: at, settled_by: by, settled_reason: reason } = row
  return {
    ...{ setApartId: row.id, receiptId: row.receipt_id, orderId: row.order_id },
    ...{ orderReference: row.order_reference, receivedAt: instantOf(row.received_at) },
    ...{ kind: row.kind, quantity: row.quantity, description: row.description, state: row.state },
    ...(row.line_number !== null && { lineNumber: row.line_number }),
    ...(at && { settled: { by: by as Actor, at: instantOf(at), reason: reason ?? '' } }),
  }
}

function noSuchGoods(setApartId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There are no goods kept apart as ${setApartId}.`,
    mend: 'Their id may be cut short or misspelt; look for them among the goods set apart.',
    zh: {
      message: `没有单独存放货物 ${setApartId}。`,
      mend: '编号可能不完整或有误，请在“异常货物”中查找。',
    },
  }
}

function alreadyGone(state: SetApartState): Failure {
  return {
    code: 'illegal-transition',
    path: '',
    message: `These goods are ${state} already.`,
    mend: 'Read them for when and why.',
    zh: { message: `这些货物已${setApartStateZh[state]}。`, mend: '请查看其时间和原因。' },
  }
}
