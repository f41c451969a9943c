import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { change, read, readFile } from './ask.ts'
import { TIMED_OUT } from './problem.ts'

const limits: number[] = []

beforeEach(() => {
  limits.length = 0
  // The time limit passes at once, whatever it is.
  const timeout = AbortSignal.timeout.bind(AbortSignal)
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
    limits.push(milliseconds)
    return timeout(20)
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** A server that takes the request, and says nothing or begins an answer without an end. */
function silentServer(says: 'nothing' | 'half'): void {
  vi.stubGlobal('fetch', (_path: string, { signal }: { readonly signal: AbortSignal }) => {
    const broken = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error))
    })
    if (says === 'nothing') return broken
    const body = new ReadableStream({
      start: (controller) => void broken.catch((error: unknown) => controller.error(error)),
    })
    return Promise.resolve(new Response(body, { headers: { 'content-type': 'application/json' } }))
  })
}

test.each(['nothing', 'half'] as const)('gives up on a server that says %s', async (says) => {
  silentServer(says)
  const problem = { type: TIMED_OUT, status: 504 }
  await expect(read('/v1/cases')).rejects.toMatchObject({ problem })
  await expect(change('/v1/orders')).rejects.toMatchObject({ problem })
  await expect(readFile('/v1/file', new AbortController().signal)).rejects.toMatchObject({
    problem,
  })
})

test('gives files that go up more time', async () => {
  silentServer('nothing')
  await expect(change('/v1/orders', { body: {} })).rejects.toThrow()
  await expect(change('/v1/photos', { body: new FormData() })).rejects.toThrow()
  const [answer = 0, upload = 0] = limits
  expect(upload).toBeGreaterThan(answer)
})

test('says nothing of a request that the page itself has given up', async () => {
  silentServer('nothing')
  const leaving = new AbortController()
  const asked = read('/v1/cases', leaving.signal)
  leaving.abort()
  await expect(asked).rejects.toBe(leaving.signal.reason)
})
