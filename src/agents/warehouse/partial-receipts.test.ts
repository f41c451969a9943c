import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { valueOf } from '../../../test/gb-reference-data.ts'
import { trackedCases, type TrackedCases } from '../../../test/tracked-cases.ts'
import {
  codeOf,
  oneCup,
  twoCups,
  warehouseSteps,
  type WarehouseSteps,
} from '../../../test/warehouse-steps.ts'
import { readOrderHistory } from '../../clearance/orders/read-order-history.ts'
import { readFacts } from '../../clearance/store/case-fact.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import { listSetApartGoods, settleSetApartGoods } from './set-apart-goods.ts'
import { readReceiptsOf } from './warehouse-receipt.ts'

const damaged = {
  kind: 'damaged',
  lineNumber: 1,
  quantity: 1,
  description: 'the handle is off',
} as const
const surplus = {
  kind: 'surplus',
  lineNumber: 1,
  quantity: 3,
  description: 'three cups more',
} as const

describe('goods that came otherwise than ordered', () => {
  let cases: TrackedCases
  let steps: WarehouseSteps

  beforeAll(async () => {
    cases = await trackedCases()
    steps = warehouseSteps(cases)
  })
  afterAll(() => cases.close())

  const eventsOf = async (orderId: string) => {
    const history = await steps.within((transaction) => readOrderHistory(transaction, orderId))
    return history.map(({ event }) => event)
  }
  const consignmentOf = async (reference: string, orderIds: readonly string[]) => {
    const { shipmentId } = valueOf(await steps.ship(reference, orderIds))
    const [opened] = valueOf(await steps.split(shipmentId)).cases
    const { facts } = await steps.within((transaction) =>
      readFacts<[Consignment]>(transaction, [opened!.consignment]),
    )
    return facts[0]
  }

  it('leave the order open until the rest has come, and keep the record of both', async () => {
    const orderId = await steps.order('P-1')
    const first = valueOf(await steps.receive(orderId, { lines: [oneCup], setApart: [damaged] }))
    expect(first.orderState).toBe('partly-received')
    expect(first.receipt).toMatchObject({
      receivedBy: steps.context.actor,
      setApart: [{ kind: 'damaged', state: 'kept-apart' }],
      differences: [
        { fact: 'missing', quantity: 1 },
        { fact: 'damaged', quantity: 1 },
      ],
    })
    expect(codeOf(await steps.ship('P-1', [orderId]))).toBe('goods-not-received')
    expect((await steps.choose(orderId, 'wait')).ok).toBe(true)
    expect(await steps.stateOf(orderId)).toBe('partly-received')
    expect(valueOf(await steps.receive(orderId, { lines: [oneCup] })).orderState).toBe(
      'in-warehouse',
    )
    const receipts = await steps.within((transaction) => readReceiptsOf(transaction, [orderId]))
    expect(receipts.map(({ differences }) => differences.length)).toEqual([2, 1])
    expect(await eventsOf(orderId)).toEqual([
      ...['order-received', 'part-received', 'rest-awaited', 'goods-received'],
    ])
    const consignment = await consignmentOf('P-1', [orderId])
    expect(consignment.goodsItems).toMatchObject([{ quantity: 2, grossWeightKg: '0.8' }])
    expect(consignment.packages?.count).toBe(2)
  })

  it('are shipped in the received quantity once the agent has chosen so', async () => {
    const orderId = await steps.order('P-2')
    await steps.receive(orderId, { lines: [oneCup] })
    expect(valueOf(await steps.choose(orderId, 'ship-what-came')).state).toBe('in-warehouse')
    expect(codeOf(await steps.choose(orderId, 'ship-what-came'))).toBe('illegal-transition')
    const consignment = await consignmentOf('P-2', [orderId])
    expect(consignment.goodsItems).toMatchObject([
      { quantity: 1, linePrice: { amount: '2800' }, grossWeightKg: '0.4' },
    ])
    expect(codeOf(await steps.receive(orderId, { lines: [oneCup] }))).toBe('illegal-transition')
  })

  it('may be joined by the rest while the shipment is still open', async () => {
    const orderId = await steps.order('P-3')
    await steps.receive(orderId, { lines: [oneCup] })
    await steps.choose(orderId, 'ship-what-came')
    const { shipmentId } = valueOf(await steps.ship('P-3', [orderId]))
    expect((await steps.receive(orderId, { lines: [oneCup] })).ok).toBe(true)
    const [opened] = valueOf(await steps.split(shipmentId)).cases
    const { facts } = await steps.within((transaction) =>
      readFacts<[Consignment]>(transaction, [opened!.consignment]),
    )
    expect(facts[0].goodsItems).toMatchObject([{ quantity: 2 }])
  })

  it('go back where nothing can be shipped', async () => {
    const orderId = await steps.order('P-4')
    await steps.receive(orderId, {
      lines: [],
      packages: [],
      setApart: [{ ...damaged, quantity: 2 }],
    })
    expect(codeOf(await steps.choose(orderId, 'ship-what-came'))).toBe('goods-not-received')
    expect(await steps.stateOf(orderId)).toBe('partly-received')
    expect(valueOf(await steps.choose(orderId, 'send-back')).state).toBe('sent-back')
    expect(codeOf(await steps.receive(orderId))).toBe('illegal-transition')
    expect((await eventsOf(orderId)).at(-1)).toBe('goods-sent-back')
  })

  it('cannot go back while they are in a shipment', async () => {
    const orderId = await steps.order('P-5')
    await steps.receive(orderId)
    await steps.ship('P-5', [orderId])
    expect(codeOf(await steps.choose(orderId, 'send-back'))).toBe('conflict')
    expect(codeOf(await steps.choose('order_unknown', 'send-back'))).toBe('not-found')
    expect(codeOf(await steps.choose('order_unknown', 'ship-what-came'))).toBe('not-found')
  })

  it('are kept apart as surplus, also after the order has travelled, and never travel with it', async () => {
    const orderId = await steps.order('P-6')
    const full = valueOf(await steps.receive(orderId, { lines: [twoCups], setApart: [surplus] }))
    expect(full.orderState).toBe('in-warehouse')
    const consignment = await consignmentOf('P-6', [orderId])
    expect(consignment.goodsItems).toMatchObject([{ quantity: 2 }])
    const late = { lines: [], packages: [], setApart: [{ ...surplus, quantity: 1 }] }
    expect(valueOf(await steps.receive(orderId, late)).orderState).toBe('consigned')
    const kept = await steps.within((transaction) =>
      listSetApartGoods(transaction, { limit: 2 }, 'kept-apart'),
    )
    expect(kept.slice(0, 2).map(({ orderId: of, quantity }) => [of, quantity])).toEqual([
      [orderId, 1],
      [orderId, 3],
    ])
  })

  it('lie in packages of a known kind where they can be sent on', async () => {
    const orderId = await steps.order('P-8')
    expect(codeOf(await steps.receive(orderId, { packages: [] }))).toBe('fact-missing')
    const packages = [{ type: 'Q9', count: 1 }]
    expect(await steps.receive(orderId, { packages })).toMatchObject({
      ok: false,
      failures: [{ code: 'invalid-input', path: '/packages/0/type' }],
    })
  })

  it('are late once the order has travelled, and not before', async () => {
    const orderId = await steps.order('P-9')
    await steps.receive(orderId, { lines: [oneCup] })
    const late = { ...damaged, kind: 'late', description: 'the second cup' } as const
    const alone = { lines: [], packages: [], setApart: [late] }
    expect(await steps.receive(orderId, alone)).toMatchObject({
      failures: [{ code: 'invalid-input', path: '/setApart/0/kind' }],
    })
    await steps.choose(orderId, 'ship-what-came')
    await consignmentOf('P-9', [orderId])
    expect(await steps.receive(orderId, { lines: [oneCup] })).toMatchObject({
      failures: [{ code: 'illegal-transition', mend: expect.stringContaining('late') as string }],
    })
    expect(valueOf(await steps.receive(orderId, alone))).toMatchObject({
      orderState: 'consigned',
      receipt: { differences: [{ fact: 'late', quantity: 1 }] },
    })
  })

  it('leave the warehouse once, for a reason that is kept', async () => {
    const orderId = await steps.order('P-7')
    const { receipt } = valueOf(await steps.receive(orderId, { setApart: [surplus] }))
    const { setApartId } = receipt.setApart[0]!
    const settle = () =>
      steps.within((transaction) =>
        settleSetApartGoods(
          transaction,
          { setApartId, outcome: 'sent-back', reason: 'the shop wants them back' },
          steps.context,
        ),
      )
    expect(valueOf(await settle())).toMatchObject({
      state: 'sent-back',
      settled: { by: steps.context.actor, reason: 'the shop wants them back' },
    })
    expect(codeOf(await settle())).toBe('illegal-transition')
    const [read] = await steps.within((transaction) => readReceiptsOf(transaction, [orderId]))
    expect(read?.setApart).toMatchObject([{ state: 'sent-back' }])
  })
})
