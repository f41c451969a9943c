import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { valueOf } from '../../test/gb-reference-data.ts'
import { trackedCases, type TrackedCases } from '../../test/tracked-cases.ts'
import { codeOf, warehouseSteps, type WarehouseSteps } from '../../test/warehouse-steps.ts'
import { money } from '../customs/money/money.ts'
import { readBuyersBill } from './bill/read-buyers-bill.ts'
import { addToShipment, openShipment, removeFromShipment } from './shipments/fill-shipment.ts'
import { readShipment } from './shipments/shipment.ts'
import { keepGoodsPhoto } from './warehouse/goods-photo.ts'
import { readReceipt } from './warehouse/warehouse-receipt.ts'

describe('goods on their way through the warehouse', () => {
  let cases: TrackedCases
  let steps: WarehouseSteps
  let within: WarehouseSteps['within']

  beforeAll(async () => {
    cases = await trackedCases()
    steps = warehouseSteps(cases)
    within = steps.within
  })
  afterAll(() => cases.close())

  it('are received with photographs, and what differs is said', async () => {
    const orderId = await steps.order('W-1', 'rowan')
    const { photoId } = await within((transaction) =>
      keepGoodsPhoto(
        transaction,
        { fileName: 'cups.jpg', mediaType: 'image/jpeg', content: Buffer.from('jpeg') },
        steps.context,
      ),
    )
    const recorded = valueOf(await steps.receive(orderId, { photoIds: [photoId] }))
    expect(recorded.receipt.differences).toMatchObject([{ fact: 'grossWeightKg', received: '0.8' }])
    expect(await steps.stateOf(orderId)).toBe('in-warehouse')
    const read = await within((transaction) => readReceipt(transaction, recorded.receipt.receiptId))
    expect(valueOf(read)).toEqual(recorded.receipt)
    expect(recorded.receipt).toMatchObject({
      orderId,
      photoIds: [photoId],
      receivedBy: steps.context.actor,
    })
  })

  it('are counted once, and photographed with photographs that exist', async () => {
    const orderId = await steps.order('W-2', 'rowan')
    expect(codeOf(await steps.receive(orderId, { photoIds: ['attachment_1'] }))).toBe('not-found')
    expect(await steps.stateOf(orderId)).toBe('received')
    expect((await steps.receive(orderId)).ok).toBe(true)
    expect(codeOf(await steps.receive(orderId))).toBe('goods-surplus')
    expect(codeOf(await steps.receive('order_unknown'))).toBe('not-found')
  })

  it('are shipped together and split again, a case for each buyer', async () => {
    const orderIds = [
      await steps.order('S-1', 'rowan'),
      await steps.order('S-2', 'imogen'),
      await steps.order('S-3', 'rowan'),
    ]
    for (const orderId of orderIds) await steps.receive(orderId)
    const { shipmentId } = valueOf(await steps.ship('NRT-1', orderIds))
    const { shipment, cases: opened } = valueOf(await steps.split(shipmentId))
    expect(shipment.state).toBe('split')
    expect(opened.map(({ reference, orderIds: own }) => [reference, own.length])).toEqual([
      ['NRT-1-1', 2],
      ['NRT-1-2', 1],
    ])
    for (const orderId of orderIds) expect(await steps.stateOf(orderId)).toBe('consigned')
    expect(codeOf(await steps.split(shipmentId))).toBe('illegal-transition')
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
    const orderIds = [await steps.order('T-1', 'rowan'), await steps.order('T-2', 'imogen')]
    orderIds.push(await steps.order('T-3', 'rowan', { dutiesBilledTo: 'seller' }))
    for (const orderId of orderIds) await steps.receive(orderId)
    const { shipmentId } = valueOf(await steps.ship('NRT-2', orderIds))
    expect(codeOf(await steps.split(shipmentId))).toBe('orders-not-joinable')
    for (const orderId of orderIds) expect(await steps.stateOf(orderId)).toBe('in-warehouse')
    const mended = await within((transaction) =>
      removeFromShipment(transaction, { shipmentId, orderId: orderIds[2]! }),
    )
    expect(valueOf(mended).orderIds).toEqual(orderIds.slice(0, 2))
    expect((await steps.split(shipmentId)).ok).toBe(true)
  })

  it('are in one shipment at most, and only once they have arrived', async () => {
    const [here, expected] = [await steps.order('U-1', 'rowan'), await steps.order('U-2', 'rowan')]
    await steps.receive(here)
    expect(codeOf(await steps.ship('NRT-3', [here, expected]))).toBe('goods-not-received')
    expect(await steps.stateOf(expected)).toBe('received')
    const { shipmentId } = valueOf(await steps.ship('NRT-4', [here]))
    expect(codeOf(await steps.ship('NRT-4', [here]))).toBe('conflict')
    expect(codeOf(await steps.ship('NRT-5', [here]))).toBe('conflict')
    const add = (orderId: string) =>
      within((transaction) => addToShipment(transaction, { shipmentId, orderId }, steps.context))
    expect(codeOf(await add(expected))).toBe('goods-not-received')
    await steps.receive(expected)
    expect(valueOf(await add(expected)).orderIds).toEqual([here, expected])
    expect(valueOf(await add(expected)).orderIds).toEqual([here, expected])
  })

  it('are not shipped at costs that cannot be divided, or that an order states itself', async () => {
    const paid = { freight: money('300', 'JPY') }
    const [free, own] = [await steps.order('X-1'), await steps.order('X-2', 'imogen', paid)]
    for (const orderId of [free, own]) await steps.receive(orderId)
    const open = (orderIds: readonly string[], amount: string, currency = 'JPY') => {
      const shipment = { reference: 'NRT-7', orderIds, freight: money(amount, currency) }
      return within((transaction) => openShipment(transaction, shipment, steps.context))
    }
    expect(await open([free], '1000.5')).toMatchObject({
      failures: [{ code: 'invalid-input', path: '/freight/amount' }],
    })
    expect(codeOf(await open([free], '12.00', 'GBP'))).toBe('currency-mismatch')
    const twice = {
      failures: [{ code: 'documents-disagree', path: '/orders/X-2/freight' }],
    }
    expect(await open([free, own], '1000')).toMatchObject(twice)
    const { shipmentId } = valueOf(await open([free], '1000'))
    const added = within((transaction) =>
      addToShipment(transaction, { shipmentId, orderId: own }, steps.context),
    )
    expect(await added).toMatchObject(twice)
  })

  it('cannot be split from a shipment without orders', async () => {
    const orderId = await steps.order('V-1', 'rowan')
    await steps.receive(orderId)
    const { shipmentId } = valueOf(await steps.ship('NRT-6', [orderId]))
    await within((transaction) => removeFromShipment(transaction, { shipmentId, orderId }))
    expect(codeOf(await steps.split(shipmentId))).toBe('conflict')
    expect(codeOf(await steps.split('shipment_unknown'))).toBe('not-found')
    const read = await within((transaction) => readShipment(transaction, shipmentId))
    expect(valueOf(read).freight).toEqual(money('1000', 'JPY'))
  })
})
