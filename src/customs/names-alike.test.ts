import { describe, expect, it } from 'vitest'
import { namesAlike } from './names-alike.ts'

const known = ['netWeightKg', 'grossWeightKg', 'origin', 'unitPrice', 'quantity', 'on', 'id']

describe('names like one that is not known', () => {
  it.each([
    ['netWeight', ['netWeightKg']],
    ['countryOfOrigin', ['origin']],
    ['price', ['unitPrice']],
    ['unitprice', ['unitPrice']],
    ['quantitiy', ['quantity']],
    ['weight', ['netWeightKg', 'grossWeightKg']],
  ])('%s may mean %j', (unknown, meant) => {
    expect(namesAlike(unknown, known)).toEqual(meant)
  })

  it.each(['colour', 'in', 'idx', ''])('%j is like none', (unknown) => {
    expect(namesAlike(unknown, known)).toEqual([])
  })
})
