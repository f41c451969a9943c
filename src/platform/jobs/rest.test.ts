import { describe, expect, it } from 'vitest'
import { Rest } from './rest.ts'

const LONG_MS = 60_000

/** For how many milliseconds something was waited for. */
async function lasted(waiting: Promise<void>): Promise<number> {
  const begun = performance.now()
  await waiting
  return performance.now() - begun
}

describe('a rest between two looks', () => {
  it('is over when its time is up', async () => {
    const rest = new Rest()
    rest.beginLook()
    expect(await lasted(rest.take(30))).toBeGreaterThanOrEqual(25)
  })

  it('ends as soon as something is announced', async () => {
    const rest = new Rest()
    rest.beginLook()
    const resting = rest.take(LONG_MS)
    rest.wake()
    expect(await lasted(resting)).toBeLessThan(LONG_MS / 10)
  })

  it('does not begin where something was announced during the look', async () => {
    const rest = new Rest()
    rest.beginLook()
    rest.wake()
    expect(await lasted(rest.take(LONG_MS))).toBeLessThan(LONG_MS / 10)
    rest.beginLook()
    expect(await lasted(rest.take(30))).toBeGreaterThanOrEqual(25)
  })

  it('ends for good when it is told to, and none begins after it', async () => {
    const rest = new Rest()
    rest.beginLook()
    const resting = rest.take(LONG_MS)
    rest.end()
    expect(await lasted(resting)).toBeLessThan(LONG_MS / 10)
    rest.beginLook()
    expect(await lasted(rest.take(LONG_MS))).toBeLessThan(LONG_MS / 10)
  })
})
