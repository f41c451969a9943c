import { expect, test } from 'vitest'

import { findUnstorableText } from './unstorable-text.ts'

test.each([
  ['a NUL in a text', { lines: [{ name: 'a\0b' }] }, '/lines/0/name'],
  ['half a character', { name: '\ud83d' }, '/name'],
  ['a NUL in the name of a property', { inner: { 'a\0': 1 } }, '/inner'],
  ['a NUL alone', '\0', ''],
])('finds %s and says where', (_, input, path) => {
  expect(findUnstorableText(input)).toMatchObject({ code: 'invalid-input', path })
})

test('lets whole characters of every kind pass', () => {
  expect(
    findUnstorableText({ a: '运动鞋 👟\n', b: [null, 1, true, ''], c: undefined }),
  ).toBeUndefined()
})

test('does not mind how deep an input is', () => {
  let deep: unknown = 'a\0'
  for (let level = 0; level < 20_000; level += 1) deep = [deep]
  expect(findUnstorableText(deep)).toBeDefined()
})
