import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Consignment } from './consignment.ts'
import {
  businessBuyer,
  foreignSeller,
  purchasingAgent,
  sampleLine,
  sampleOrder,
} from '../testing/sample-order.ts'
import { consignmentFromOrder } from './consignment-from-order.ts'
import { type GoodsToReturn, returnOrder } from './return-order.ts'

const back: GoodsToReturn = {
  exporter: businessBuyer,
  importMrn: '26GB1234567890ABC1',
  reason: 'rejected',
  goods: [{ itemNumber: 1, quantity: 4 }],
  way: {
    ...{ reference: 'ORDER-1-R1', orderedOn: '2026-09-20' as LocalDate },
    ...{ incoterm: { code: 'FOB', place: 'London' }, transport: { mode: 'air' } },
  },
}

const cameIn = consignmentFromOrder(
  sampleOrder({
    buyer: businessBuyer,
    lines: [
      sampleLine({
        ...{ commodityCode: '6912002510', quantity: 4, vatRelief: 'VATZ' },
        additionalCodes: ['B999'],
        documents: [{ code: 'C640', reference: 'TEST', status: 'AC' }],
      }),
    ],
  }),
)

function returned(consignment: Consignment, change: Partial<GoodsToReturn> = {}) {
  const order = returnOrder(consignment, { ...back, ...change })
  if (!order.ok) throw new Error(order.failures[0].message)
  return order.value
}

describe('an order by which imported goods go back', () => {
  it('turns the parties round and names the import', () => {
    expect(returned(cameIn)).toMatchObject({
      seller: businessBuyer,
      buyer: cameIn.parties.seller,
      shipFrom: cameIn.deliverTo,
      deliverTo: cameIn.shipFrom,
      dutiesBilledTo: 'buyer',
      exit: { returnOf: { importMrn: '26GB1234567890ABC1', reason: 'rejected' } },
    })
  })

  it('keeps what the goods are, and nothing that only their import was judged by', () => {
    const [line] = returned(cameIn).lines
    const [item] = cameIn.goodsItems
    expect(line).toMatchObject({
      ...{ commodityCode: '691200', exportCommodityCode: '69120025', origin: item!.origin },
      ...{ netWeightKg: item!.netWeightKg, unitPrice: item!.unitPrice },
    })
    for (const fact of ['vatRelief', 'additionalCodes', 'documents', 'preference']) {
      expect(line).not.toHaveProperty(fact)
    }
  })

  it('leaves the weights of a part to be stated', () => {
    const [line] = returned(cameIn, { goods: [{ itemNumber: 1, quantity: 3 }] }).lines
    expect(line).toMatchObject({ quantity: 3 })
    expect(line).not.toHaveProperty('netWeightKg')
    expect(line).not.toHaveProperty('grossWeightKg')
  })

  it('leads past the agent who sent the goods on to whoever sold them', () => {
    const { deliverTo } = returned({
      ...cameIn,
      parties: {
        ...cameIn.parties,
        purchasingAgent: { party: purchasingAgent, capacity: 'buys-for-buyer' },
      },
    })
    expect(deliverTo).toEqual(cameIn.parties.seller?.address)
  })

  it('takes the goods of one seller only', () => {
    const { seller: _, ...parties } = cameIn.parties
    const [item] = cameIn.goodsItems
    const other = { ...foreignSeller, name: 'Another seller' }
    const goodsItems = [
      { ...item!, seller: foreignSeller },
      { ...item!, itemNumber: 2, seller: other },
    ]
    const mixed: Consignment = { ...cameIn, parties, goodsItems }
    const both = [1, 2].map((itemNumber) => ({ itemNumber, quantity: 1 }))
    expect(returnOrder(mixed, { ...back, goods: both })).toMatchObject({
      failures: [{ code: 'conflict', path: '/goodsItems' }],
    })
    expect(returned(mixed, { goods: [{ itemNumber: 2, quantity: 1 }] }).buyer).toEqual(other)
  })
})
