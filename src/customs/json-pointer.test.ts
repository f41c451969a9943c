import { expect, it } from 'vitest'
import { jsonPointer } from './json-pointer.ts'

it('names the place of a value in an input', () => {
  expect(jsonPointer('lines', 0, 'unitPrice')).toBe('/lines/0/unitPrice')
  expect(jsonPointer()).toBe('')
})

it('escapes the two characters that have a meaning of their own', () => {
  expect(jsonPointer('a/b', '~c')).toBe('/a~1b/~0c')
})
