import { expect, test } from 'vitest'

import { OpenStreams } from './open-streams.ts'

test('a listener has so many places, whatever others have', () => {
  const streams = new OpenStreams(2)
  const first = streams.open('ada')
  expect(streams.open('ada')).toBeDefined()
  expect(streams.open('ada')).toBeUndefined()
  expect(streams.open('grace')).toBeDefined()
  first?.()
  expect(streams.open('ada')).toBeDefined()
})

test('a place is given back once, however often that is said', () => {
  const streams = new OpenStreams(2)
  const first = streams.open('ada')
  streams.open('ada')
  first?.()
  first?.()
  expect(streams.open('ada')).toBeDefined()
  expect(streams.open('ada')).toBeUndefined()
})
