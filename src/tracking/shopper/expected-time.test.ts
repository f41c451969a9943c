import { describe, expect, it } from 'vitest'

import { CASES_NEEDED, durationText, expectedTime } from './expected-time.ts'
import { nextSteps } from './next-step.ts'
import { situations } from './situation.ts'

const release = nextSteps['accepted/the-authority']!
const HOUR = 3_600
const history = { cases: 42, medianSeconds: 2.5 * HOUR, ninetiethSeconds: 60 * HOUR }

describe('the time that the next step takes', () => {
  it('is told as it was for others, with the number of parcels it rests on', () => {
    expect(expectedTime(release, history, HOUR)).toEqual({
      text: {
        en: 'Of the last 42 parcels, half were released by customs within 3 hours and nine in ten within 3 days.',
        zh: '最近42个包裹中，半数在3小时内、九成在3天内获海关放行。',
      },
      restsOn: {
        cases: 42,
        sinceDays: 90,
        halfWithinSeconds: 9_000,
        nineInTenWithinSeconds: 216_000,
      },
    })
  })

  it('is not guessed from too few', () => {
    const few = { ...history, cases: CASES_NEEDED - 1 }
    expect(expectedTime(release, few, 0)).toBeUndefined()
    expect(expectedTime(release, undefined, 0)).toBeUndefined()
    expect(expectedTime(release, { ...few, cases: CASES_NEEDED }, 0)).toBeDefined()
  })

  it('is said once where half and most took as long', () => {
    const even = { ...history, medianSeconds: 59 * HOUR }
    expect(expectedTime(release, even, 0)?.text.en).toBe(
      'Of the last 42 parcels, nine in ten were released by customs within 3 days.',
    )
  })

  it('admits that a parcel has waited longer than most, with a way on', () => {
    const text = expectedTime(release, history, 61 * HOUR)?.text
    expect(text?.en).toContain('Yours has waited longer; if you hear nothing, ask')
    expect(text?.zh).toContain('等待时间较长')
  })

  it.each([
    [20, '1 minute'],
    [89 * 60, '89 minutes'],
    [91 * 60, '2 hours'],
    [48 * HOUR, '48 hours'],
    [48 * HOUR + 1, '3 days'],
  ])('rounds %i seconds up to %s, so that "within" is true', (seconds, text) => {
    expect(durationText(seconds).en).toBe(text)
  })

  it('is told of situations that end by themselves, and of no other', () => {
    const without = situations.filter((situation) => nextSteps[situation] === undefined)
    expect(without).toContain('preparing/goods-data')
    expect(without).toContain('accepted/documents')
    expect(without).toContain('delivered')
    for (const step of Object.values(nextSteps)) {
      const words = /\b(declaration|MRN|LRN|tariff|consignment|entry|fault|failed|invalid)\b/i
      expect(step.done.en).not.toMatch(words)
    }
  })
})
