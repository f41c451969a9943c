import { expect, it } from 'vitest'

import { exactSum, isGreater } from './exact-decimals.ts'

it('adds without what floating numbers lose or make up', () => {
  expect(exactSum(['0.1', '0.2'])).toBe('0.3')
  expect(exactSum(['0.540', '1', '12.06'])).toBe('13.600')
  expect(exactSum(['9007199254740993', '0.01'])).toBe('9007199254740993.01')
  expect(exactSum(['-1.50', '0.25'])).toBe('-1.25')
  expect(exactSum([])).toBe('0')
})

it('compares exactly, however many decimals there are', () => {
  expect(isGreater('10000000000000000.01', '10000000000000000.00')).toBe(true)
  expect(isGreater('12.50', '12.5')).toBe(false)
  expect(isGreater('9.9', '10')).toBe(false)
})

it('takes nothing for a decimal that is none', () => {
  expect(() => exactSum(['1e3'])).toThrow('1e3 is no decimal')
})
