import { describe, expect, it } from 'vitest'

import { valueOf } from '../../../test/gb-reference-data.ts'
import { consignmentFromOrder } from '../../customs/consignment/consignment-from-order.ts'
import { sampleOrder } from '../../customs/testing/sample-order.ts'
import { applyMending, type GoodsDataMending } from './mend-goods-data.ts'

const sold = consignmentFromOrder(
  sampleOrder({ incoterm: { code: 'DAP', place: 'Leeds' }, dutiesBilledTo: 'buyer' }),
)

function codesOf(mending: GoodsDataMending, consignment = sold): readonly string[] {
  const mended = applyMending(consignment, mending)
  return mended.ok ? [] : mended.failures.map(({ code, path }) => `${code} ${path}`)
}

describe('who imports, mended on the case', () => {
  it('may become the seller, by terms and registration', () => {
    const { parties, incoterm } = valueOf(
      applyMending(sold, {
        incoterm: { code: 'DDP', place: 'Leeds' },
        dutiesBilledTo: 'seller',
        sellerEori: 'GB123456789000',
      }),
    )
    expect(incoterm.code).toBe('DDP')
    expect(parties.seller?.eori).toBe('GB123456789000')
    expect(parties.exporter.eori).toBe('GB123456789000')
    expect(parties.buyer).toEqual(sold.parties.buyer)
  })

  it('cannot be the seller while the buyer pays the duties', () => {
    expect(codesOf({ incoterm: { code: 'DDP', place: 'Leeds' } })).toEqual([
      'invalid-input /dutiesBilledTo',
    ])
  })

  it('is none of several sellers', () => {
    const { seller: _, ...parties } = sold.parties
    expect(codesOf({ sellerEori: 'GB123456789000' }, { ...sold, parties })).toEqual([
      'conflict /sellerEori',
    ])
  })
})
