import { expect, test } from 'vitest'

import { Letterbox } from './letterbox.ts'

const size = { most: 3, insteadOfAll: (latest: string) => `all up to ${latest}` }
const never = new AbortController().signal

test('gives what has come, in its order and once', async () => {
  const post = new Letterbox<string>(never, size)
  post.put('a')
  post.put('b')
  expect(await post.take(1)).toEqual(['a', 'b'])
  expect(await post.take(1)).toEqual([])
})

test('waits for the first letter', async () => {
  const post = new Letterbox<string>(never, size)
  const taken = post.take(60_000)
  post.put('a')
  expect(await taken).toEqual(['a'])
})

test('holds so many and no more: one letter stands for all that nobody took', async () => {
  const post = new Letterbox<string>(never, size)
  for (const letter of ['a', 'b', 'c', 'd', 'e']) post.put(letter)
  expect(await post.take(1)).toEqual(['all up to d', 'e'])
})

test('keeps nobody waiting once the signal has fired', async () => {
  const leaving = new AbortController()
  const post = new Letterbox<string>(leaving.signal, size)
  const taken = post.take(60_000)
  leaving.abort()
  expect(await taken).toEqual([])
  expect(await post.take(60_000)).toEqual([])
})
