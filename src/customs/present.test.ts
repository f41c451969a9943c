import { expect, it } from 'vitest'
import { present } from './present.ts'

it('keeps the parts that are there in their order, nothing and false among them', () => {
  const parts = { code: '6109', origin: undefined, quantity: 0, isFree: false }
  expect(JSON.stringify(present(parts))).toBe('{"code":"6109","quantity":0,"isFree":false}')
  expect(Object.keys(present(parts))).toEqual(['code', 'quantity', 'isFree'])
})
