import { describe, expect, it } from 'vitest'

import { consignmentFromOrder } from '../../../customs/consignment/consignment-from-order.ts'
import { sampleLine, sampleOrder } from '../../../customs/testing/sample-order.ts'
import { mendingFrom, statesTheSame, stillStands, undoingDraft, valueAt } from './goods-mending.ts'

const goods = consignmentFromOrder(
  sampleOrder({ lines: [sampleLine({ vatRelief: 'VATZ' })], packages: { count: 2, type: 'CT' } }),
)

describe('what is mended in the goods data', () => {
  it('is nothing where the draft says what is stated already', () => {
    const path = '/goodsItems/0/description'
    expect(mendingFrom(goods, { [path]: valueAt(goods, path) })).toBeUndefined()
  })

  it('names the goods item by its number', () => {
    expect(mendingFrom(goods, { '/goodsItems/0/netWeightKg': '0.5' })).toEqual({
      goodsItems: [{ itemNumber: 1, netWeightKg: '0.5' }],
    })
  })

  it('sends a fact of several parts whole, with what was stated before', () => {
    expect(mendingFrom(goods, { '/packages/count': '3' })).toEqual({
      packages: { count: 3, type: 'CT' },
    })
  })

  it('gives costs the currency of the prices', () => {
    expect(mendingFrom(goods, { '/freight/amount': '12.50' })).toEqual({
      freight: { amount: '12.50', currency: goods.currency },
    })
  })

  it('withdraws a claim that is left empty', () => {
    expect(mendingFrom(goods, { '/goodsItems/0/vatRelief': '' })).toEqual({
      goodsItems: [{ itemNumber: 1, vatRelief: null }],
    })
  })

  it('takes several codes with commas between them, however they are typed', () => {
    expect(mendingFrom(goods, { '/goodsItems/0/additionalCodes': 'B999，X333, ' })).toEqual({
      goodsItems: [{ itemNumber: 1, additionalCodes: ['B999', 'X333'] }],
    })
  })

  it('amends the number and the price of pieces in the currency of the invoice', () => {
    const draft = { '/goodsItems/0/quantity': '2', '/goodsItems/0/unitPrice/amount': '9.50' }
    expect(mendingFrom(goods, draft)).toEqual({
      goodsItems: [
        { itemNumber: 1, quantity: 2, unitPrice: { amount: '9.50', currency: goods.currency } },
      ],
    })
  })

  it('states how goods leave whole, and keeps what cannot be typed', () => {
    const office = 'GB000084'
    const containers = [{ id: 'TEST1234567', seals: [] }]
    const leaving = { ...goods, exit: { office, containers } }
    const draft = {
      '/exit/safety/carrierEori': 'GB025115100010',
      '/exit/safety/freightPayment': 'H',
      '/exit/safety/routing': 'gb，cn',
      '/exit/carriageToBorder/amount': '0',
    }
    const safety = { carrierEori: 'GB025115100010', freightPayment: 'H', routing: ['GB', 'CN'] }
    const carriageToBorder = { amount: '0', currency: goods.currency }
    expect(mendingFrom(leaving, draft)).toEqual({
      exit: { office, safety, carriageToBorder, containers },
    })
  })

  it('sends the supplementary quantity with its unit', () => {
    const draft = {
      '/goodsItems/0/supplementaryQuantity/amount': '3',
      '/goodsItems/0/supplementaryQuantity/unit': 'NPR',
    }
    expect(mendingFrom(goods, draft)).toEqual({
      goodsItems: [{ itemNumber: 1, supplementaryQuantity: { amount: '3', unit: 'NPR' } }],
    })
  })

  it('adds a licence to those that are there, and takes away one that is left empty', () => {
    const held = [{ code: 'C640', reference: 'GB1' }, { code: 'Y900' }]
    const licensed = consignmentFromOrder(sampleOrder({ lines: [sampleLine({ documents: held })] }))
    const place = '/goodsItems/0/documents'
    expect(
      mendingFrom(licensed, { [`${place}/2/code`]: 'N853', [`${place}/2/status`]: 'AC' }),
    ).toEqual({
      goodsItems: [{ itemNumber: 1, documents: [...held, { code: 'N853', status: 'AC' }] }],
    })
    const emptied = { [`${place}/0/code`]: '', [`${place}/0/reference`]: '' }
    expect(mendingFrom(licensed, emptied)).toEqual({
      goodsItems: [{ itemNumber: 1, documents: [{ code: 'Y900' }] }],
    })
  })

  it('can be taken back', () => {
    const draft = { '/goodsItems/0/vatRelief': '', '/packages/count': '9' }
    expect(undoingDraft(goods, draft)).toEqual({
      '/goodsItems/0/vatRelief': 'VATZ',
      '/packages/count': '2',
    })
  })
  it('is known again as it was written, until somebody else writes over it', () => {
    const written = { '/packages/count': '9' }
    const saved = { ...goods, packages: { count: 9, type: 'CT' } } as typeof goods
    expect(stillStands(saved, written)).toBe(true)
    expect(stillStands(goods, written)).toBe(false)
    expect(statesTheSame(saved, { ...saved })).toBe(true)
    expect(statesTheSame(saved, goods)).toBe(false)
  })
})
