import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { agentOrder } from '../../test/agent-orders.ts'
import { valueOf } from '../../test/gb-reference-data.ts'
import { trackedCases, type TrackedCases } from '../../test/tracked-cases.ts'
import { receiveOrder } from '../clearance/commands/receive-order.ts'
import type { ClearancePorts } from '../clearance/ports.ts'
import type { ChangeContext } from '../clearance/store/record-events.ts'
import { decimal } from '../customs/money/decimal.ts'
import { money } from '../customs/money/money.ts'
import type { Order } from '../customs/order/order.ts'
import { inTenant, type TenantTransaction } from '../platform/postgres/index.ts'
import { readBuyersBill } from './bill/read-buyers-bill.ts'
import { addToShipment, openShipment, removeFromShipment } from './shipments/fill-shipment.ts'
import { readShipment } from './shipments/shipment.ts'
import { splitOpenShipment } from './shipments/split-open-shipment.ts'
import { keepGoodsPhoto } from './warehouse/goods-photo.ts'
import { type NewReceipt, readReceipt, receiveGoods } from './warehouse/receive-goods.ts'

const ofTwoCups = [{ lineNumber: 1, quantity: 2, grossWeightKg: decimal('0.8') }]

describe('goods on their way through the warehouse', () => {
  let cases: TrackedCases
  let ports: ClearancePorts
  let context: ChangeContext

  beforeAll(async () => {
    cases = await trackedCases()
    const { api: database, clock } = cases
    const tell = () => Promise.resolve()
    ports = { database, clock, tell, renderDocuments: 'off', reference: undefined as never }
    context = {
      tenantId: cases.tenantId,
      actor: { kind: 'api-key', id: 'key_1', name: 'warehouse' },
      cause: { kind: 'request', id: 'test' },
      now: clock.now(),
    }
  })
  afterAll(() => cases.close())

  const within = <T>(work: (transaction: TenantTransaction) => Promise<T>) =>
    inTenant(cases.api, cases.tenantId, work)
  const order = (reference: string, buyer: 'rowan' | 'imogen', changes: Partial<Order> = {}) =>
    within(async (transaction) => {
      const received = agentOrder(reference, buyer, changes)
      return valueOf(await receiveOrder(transaction, received, context)).orderId
    })
  const receive = (orderId: string, changes: Partial<NewReceipt> = {}) =>
    within((transaction) => {
      const packages = [{ type: 'CT', count: 1 }]
      const receipt = { orderId, lines: ofTwoCups, packages, photoIds: [], ...changes }
      return receiveGoods(transaction, receipt, context)
    })
  const stateOf = (orderId: string) =>
    within(async (transaction) => {
      const row = await transaction
        .selectFrom('customer_order')
        .select('state')
        .where('id', '=', orderId)
        .executeTakeFirst()
      return row?.state
    })
  const ship = (reference: string, orderIds: readonly string[]) =>
    within((transaction) =>
      openShipment(transaction, { reference, orderIds, freight: money('1000', 'JPY') }, context),
    )
  const split = (shipmentId: string) =>
    within((transaction) => splitOpenShipment(ports, transaction, shipmentId, context))
  const codeOf = (result: { ok: boolean; failures?: readonly { code: string }[] }) =>
    result.ok ? undefined : result.failures?.[0]?.code

  it('are received with photographs, and what differs is said', async () => {
    const orderId = await order('W-1', 'rowan')
    const { photoId } = await within((transaction) =>
      keepGoodsPhoto(
        transaction,
        { fileName: 'cups.jpg', mediaType: 'image/jpeg', content: Buffer.from('jpeg') },
        context,
      ),
    )
    const recorded = valueOf(await receive(orderId, { photoIds: [photoId] }))
    expect(recorded.differences).toMatchObject([{ fact: 'grossWeightKg', received: '0.8' }])
    expect(await stateOf(orderId)).toBe('in-warehouse')
    const read = await within((transaction) => readReceipt(transaction, recorded.receipt.receiptId))
    expect(valueOf(read)).toEqual(recorded.receipt)
    expect(recorded.receipt).toMatchObject({
      orderId,
      photoIds: [photoId],
      receivedBy: context.actor,
    })
  })

  it('are received once, complete, and with photographs that exist', async () => {
    const orderId = await order('W-2', 'rowan')
    const short = [{ lineNumber: 1, quantity: 1, grossWeightKg: decimal('0.4') }]
    expect(codeOf(await receive(orderId, { lines: short }))).toBe('goods-not-received')
    expect(codeOf(await receive(orderId, { photoIds: ['attachment_1'] }))).toBe('not-found')
    expect(await stateOf(orderId)).toBe('received')
    expect((await receive(orderId)).ok).toBe(true)
    expect(codeOf(await receive(orderId))).toBe('illegal-transition')
    expect(codeOf(await receive('order_unknown'))).toBe('not-found')
  })

  it('are shipped together and split again, a case for each buyer', async () => {
    const orderIds = [
      await order('S-1', 'rowan'),
      await order('S-2', 'imogen'),
      await order('S-3', 'rowan'),
    ]
    for (const orderId of orderIds) await receive(orderId)
    const { shipmentId } = valueOf(await ship('NRT-1', orderIds))
    const { shipment, cases: opened } = valueOf(await split(shipmentId))
    expect(shipment.state).toBe('split')
    expect(opened.map(({ reference, orderIds: own }) => [reference, own.length])).toEqual([
      ['NRT-1-1', 2],
      ['NRT-1-2', 1],
    ])
    for (const orderId of orderIds) expect(await stateOf(orderId)).toBe('consigned')
    expect(codeOf(await split(shipmentId))).toBe('illegal-transition')
    const bill = valueOf(
      await within((transaction) => readBuyersBill(transaction, opened[0]!.caseId)),
    )
    expect(bill.total).toEqual([money('13667', 'JPY')])
    expect(bill.importCharges).toBe('not-known-yet')
  })

  it('leave no personal data in the record of a case', async () => {
    const rows = await within((transaction) =>
      transaction
        .selectFrom('case_fact')
        .select('data')
        .where('kind', '=', 'consignment')
        .execute(),
    )
    expect(rows.length).toBeGreaterThan(1)
    expect(JSON.stringify(rows)).not.toMatch(/Rowan|Imogen|Quarry|Harbour|mail\.example/)
  })

  it('stay in the warehouse when the orders of one buyer cannot travel together', async () => {
    const orderIds = [await order('T-1', 'rowan'), await order('T-2', 'imogen')]
    orderIds.push(await order('T-3', 'rowan', { dutiesBilledTo: 'seller' }))
    for (const orderId of orderIds) await receive(orderId)
    const { shipmentId } = valueOf(await ship('NRT-2', orderIds))
    expect(codeOf(await split(shipmentId))).toBe('orders-not-joinable')
    for (const orderId of orderIds) expect(await stateOf(orderId)).toBe('in-warehouse')
    const mended = await within((transaction) =>
      removeFromShipment(transaction, { shipmentId, orderId: orderIds[2]! }),
    )
    expect(valueOf(mended).orderIds).toEqual(orderIds.slice(0, 2))
    expect((await split(shipmentId)).ok).toBe(true)
  })

  it('are in one shipment at most, and only once they have arrived', async () => {
    const [here, expected] = [await order('U-1', 'rowan'), await order('U-2', 'rowan')]
    await receive(here)
    expect(codeOf(await ship('NRT-3', [here, expected]))).toBe('goods-not-received')
    expect(await stateOf(expected)).toBe('received')
    const { shipmentId } = valueOf(await ship('NRT-4', [here]))
    expect(codeOf(await ship('NRT-4', [here]))).toBe('conflict')
    expect(codeOf(await ship('NRT-5', [here]))).toBe('conflict')
    const add = (orderId: string) =>
      within((transaction) => addToShipment(transaction, { shipmentId, orderId }, context))
    expect(codeOf(await add(expected))).toBe('goods-not-received')
    await receive(expected)
    expect(valueOf(await add(expected)).orderIds).toEqual([here, expected])
    expect(valueOf(await add(expected)).orderIds).toEqual([here, expected])
  })

  it('cannot be split from a shipment without orders', async () => {
    const orderId = await order('V-1', 'rowan')
    await receive(orderId)
    const { shipmentId } = valueOf(await ship('NRT-6', [orderId]))
    await within((transaction) => removeFromShipment(transaction, { shipmentId, orderId }))
    expect(codeOf(await split(shipmentId))).toBe('conflict')
    expect(codeOf(await split('shipment_unknown'))).toBe('not-found')
    const read = await within((transaction) => readShipment(transaction, shipmentId))
    expect(valueOf(read).freight).toEqual(money('1000', 'JPY'))
  })
})
