import fc from 'fast-check'
import { expect, test } from 'vitest'

import { parsePlainSearch, valueOf, valuesOf, writePlainSearch } from './plain-search.ts'

test('a code stays the digits that it is, and a name may have several values', () => {
  const search = parsePlainSearch('?code=0101210000&to=US&line=a&line=b')
  expect(search).toEqual({ code: '0101210000', to: 'US', line: ['a', 'b'] })
  expect(valueOf(search, 'code')).toBe('0101210000')
  expect(valuesOf(search, 'line')).toEqual(['a', 'b'])
  expect(valuesOf(search, 'absent')).toEqual([])
})

test('what is empty is not written', () => {
  expect(writePlainSearch({ to: '', from: undefined, line: [] })).toBe('')
})

test('what was written is read again', () => {
  const value = fc.string({ minLength: 1 })
  const search = fc.dictionary(
    fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
    fc.oneof(value, fc.array(value, { minLength: 2 })),
  )
  fc.assert(
    fc.property(search, (said) => {
      expect(parsePlainSearch(writePlainSearch(said))).toEqual({ ...said })
    }),
  )
})
