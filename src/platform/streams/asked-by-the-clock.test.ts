import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { askedByTheClock } from './asked-by-the-clock.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('believes an answer for some seconds, however often it is asked', async () => {
  const mayGoOn = vi.fn(() => Promise.resolve(true))
  const asked = askedByTheClock(mayGoOn)
  for (let message = 0; message < 10; message += 1) {
    vi.advanceTimersByTime(400)
    expect(await asked()).toBe(true)
  }
  expect(mayGoOn).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1_000)
  await asked()
  vi.advanceTimersByTime(4_900)
  await asked()
  expect(mayGoOn).toHaveBeenCalledTimes(1)
})

test('says no as soon as the question is answered so', async () => {
  const asked = askedByTheClock(() => Promise.resolve(false))
  expect(await asked()).toBe(true)
  vi.advanceTimersByTime(5_000)
  expect(await asked()).toBe(false)
})
