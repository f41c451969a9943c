import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { gathered } from './gathered.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('calls that come close together are made once, when it is quiet', () => {
  const call = vi.fn()
  const ask = gathered(call, { quietMs: 100, mostMs: 1_000 })
  ask()
  vi.advanceTimersByTime(90)
  ask()
  vi.advanceTimersByTime(90)
  expect(call).not.toHaveBeenCalled()
  vi.advanceTimersByTime(10)
  expect(call).toHaveBeenCalledTimes(1)
})

test('calls that never cease are made all the same', () => {
  const call = vi.fn()
  const ask = gathered(call, { quietMs: 100, mostMs: 1_000 })
  for (let passedMs = 0; passedMs < 3_300; passedMs += 50) {
    ask()
    vi.advanceTimersByTime(50)
  }
  expect(call).toHaveBeenCalledTimes(3)
})

test('a call that was forgotten is not made', () => {
  const call = vi.fn()
  const ask = gathered(call, { quietMs: 100, mostMs: 1_000 })
  ask()
  ask.cancel()
  vi.advanceTimersByTime(2_000)
  expect(call).not.toHaveBeenCalled()
})
