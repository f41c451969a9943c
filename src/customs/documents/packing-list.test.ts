import { describe, expect, it } from 'vitest'
import { sampleComplete } from '../../../test/sample-papers.ts'
import { packingList } from './packing-list.ts'

describe('packingList', () => {
  it('belongs to the invoice and counts pieces, packages and weights', () => {
    expect(packingList(sampleComplete())).toMatchObject({
      invoice: { number: 'HC-26-08831', issuedOn: '2026-09-01' },
      packages: { count: 3, type: 'CT', marks: 'HC/MAN 1-3' },
      quantity: 56,
      netWeightKg: '18.2',
      grossWeightKg: '20.85',
    })
  })

  it('tells no prices', () => {
    const text = JSON.stringify(packingList(sampleComplete()))
    expect(text).not.toMatch(/price|amount|currency|24\.50|504/i)
  })
})
