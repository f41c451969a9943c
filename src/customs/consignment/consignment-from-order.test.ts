import { describe, expect, it } from 'vitest'
import { money } from '../money/money.ts'
import {
  foreignSeller,
  orderWithout,
  privateBuyer,
  purchasingAgent,
  sampleConsignment,
  sampleLine,
} from '../testing/sample-order.ts'
import { consignmentFromOrder } from './consignment-from-order.ts'

describe('the consignment of one order', () => {
  it('numbers its goods items from one and multiplies out their prices', () => {
    const { goodsItems, currency } = sampleConsignment({
      lines: [
        sampleLine({ quantity: 3, unitPrice: money('0.10', 'GBP') }),
        sampleLine({ quantity: 100, unitPrice: money('0.125', 'GBP') }),
      ],
    })
    expect(goodsItems.map(({ itemNumber }) => itemNumber)).toEqual([1, 2])
    expect(goodsItems.map(({ linePrice }) => linePrice.amount)).toEqual(['0.3', '12.5'])
    expect(currency).toBe('GBP')
  })

  it('leaves absent what the order did not state', () => {
    const consignment = consignmentFromOrder(orderWithout('freight', 'packages', 'authorityToAct'))
    expect(Object.keys(consignment)).not.toContain('freight')
    expect(Object.keys(consignment)).not.toContain('packages')
    expect(Object.keys(consignment)).not.toContain('authorityToAct')
  })

  it('makes the seller of a plain sale both the sender and the exporter', () => {
    const { parties } = sampleConsignment()
    expect(parties.consignor).toEqual(foreignSeller)
    expect(parties.exporter).toEqual(foreignSeller)
  })

  it('lets a buying agent send the goods but leaves the seller the exporter', () => {
    const { parties, agentFee } = sampleConsignment({
      channel: 'purchasing-agent',
      purchasingAgent: {
        party: purchasingAgent,
        capacity: 'buys-for-buyer',
        fee: money('9.50', 'GBP'),
      },
    })
    expect(parties.consignor).toEqual(purchasingAgent)
    expect(parties.exporter).toEqual(foreignSeller)
    expect(agentFee).toEqual(money('9.50', 'GBP'))
  })

  it('makes a reselling agent the exporter, because it sells last before the import', () => {
    const { parties } = sampleConsignment({
      channel: 'purchasing-agent',
      purchasingAgent: { party: purchasingAgent, capacity: 'resells' },
    })
    expect(parties.exporter).toEqual(purchasingAgent)
    expect(parties.seller).toEqual(purchasingAgent)
    expect(JSON.stringify(parties)).not.toContain(foreignSeller.name)
  })

  it('delivers to the buyer at the address of delivery', () => {
    const office = { lines: ['9 Office Park'], city: 'Hull', postcode: 'HU1 1AA', country: 'GB' }
    const { parties } = sampleConsignment({ deliverTo: office })
    expect(parties.consignee).toEqual({ ...privateBuyer, address: office })
  })
})
