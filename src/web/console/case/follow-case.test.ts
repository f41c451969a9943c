import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { followCase } from './follow-case.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function follow(status: number) {
  const fetched = vi.fn(() => Promise.resolve(new Response('', { status })))
  vi.stubGlobal('fetch', fetched)
  const leaving = new AbortController()
  const onState = vi.fn()
  const onRefused = vi.fn()
  const { signal } = leaving
  void followCase('case_1', 3, { signal, onState, onRefused, onNews: () => undefined })
  return { fetched, leaving, onState, onRefused }
}

test.each([401, 403, 404])('asks once and no more where it is refused with %i', async (status) => {
  const { fetched, onState, onRefused } = follow(status)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(fetched).toHaveBeenCalledTimes(1)
  expect(onState).toHaveBeenLastCalledWith('ended')
  expect(onRefused).toHaveBeenCalledTimes(1)
})

test.each([200, 429, 502])('asks again after %i, which passes', async (status) => {
  const { fetched, leaving, onState, onRefused } = follow(status)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(fetched.mock.calls.length).toBeGreaterThan(2)
  expect(onState).toHaveBeenLastCalledWith('waiting')
  expect(onRefused).not.toHaveBeenCalled()
  leaving.abort()
})

test('begins again after a silence that no working stream has, and not before', async () => {
  const fetched = vi.fn((_path: string, { signal }: { readonly signal: AbortSignal }) => {
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        const beat = setTimeout(() => stream.enqueue(new TextEncoder().encode(':\n\n')), 30_000)
        signal.addEventListener('abort', () => {
          clearTimeout(beat)
          stream.error(signal.reason)
        })
      },
    })
    return Promise.resolve(new Response(body))
  })
  vi.stubGlobal('fetch', fetched)
  const leaving = new AbortController()
  const onState = vi.fn()
  const ignore = () => undefined
  const { signal } = leaving
  void followCase('case_1', 3, { signal, onState, onRefused: ignore, onNews: ignore })
  await vi.advanceTimersByTimeAsync(69_000)
  expect(onState.mock.calls).toEqual([['live']])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(fetched).toHaveBeenCalledTimes(2)
  expect(onState.mock.calls).toEqual([['live'], ['waiting'], ['live']])
  leaving.abort()
})
