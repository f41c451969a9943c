import { describe, expect, it } from 'vitest'

import { emptyEntry, isWholeReading, type ReadingEntry, readingOf } from './reading-entry.ts'

const holding: ReadingEntry = { ...emptyEntry('letter_1'), awaits: 'office' }
const ruled: ReadingEntry = {
  ...holding,
  outcome: 'issued',
  ...{ reasons: 'Not fermented.', decidedOn: '2026-09-01' },
  ...{ rulingReference: 'GBATR1', validFrom: '2026-09-01', validUntil: '2029-08-31' },
  ruled: '0902100000',
}

describe('what somebody reads in a letter', () => {
  it('is not recorded before it is said whose turn it is', () => {
    expect(isWholeReading(emptyEntry('letter_1'), 'tariff')).toBe(false)
    expect(isWholeReading(holding, 'tariff')).toBe(true)
    expect(readingOf(holding, 'tariff')).toEqual({ letterId: 'letter_1', awaits: 'office' })
  })

  it('waits for nobody where it ends the matter, whatever was chosen before', () => {
    const ended = {
      ...holding,
      isClosed: true,
      awaits: 'trader',
      answerDueOn: '2026-09-20',
    } as const
    expect(readingOf(ended, 'tariff')).toEqual({
      ...{ letterId: 'letter_1', awaits: 'nobody', isClosed: true },
    })
  })

  it('has a day for an answer where the answer is ours', () => {
    const ours = { ...holding, awaits: 'trader', answerDueOn: '2026-09-20' } as const
    expect(readingOf(ours, 'tariff')).toHaveProperty('answerDueOn', '2026-09-20')
    expect(readingOf({ ...ours, awaits: 'office' }, 'tariff')).not.toHaveProperty('answerDueOn')
  })

  it('holds what a ruling rules: a code, or an origin', () => {
    expect(isWholeReading(ruled, 'tariff')).toBe(true)
    expect(isWholeReading({ ...ruled, ruled: '' }, 'tariff')).toBe(false)
    expect(isWholeReading({ ...ruled, validUntil: '' }, 'tariff')).toBe(false)
    expect(isWholeReading(ruled, 'origin')).toBe(false)
    expect(readingOf(ruled, 'tariff').decision?.details).toMatchObject({ code: '0902100000' })
    expect(readingOf({ ...ruled, ruled: 'JP' }, 'origin').decision?.details).toEqual({
      ...{ rulingReference: 'GBATR1', validFrom: '2026-09-01', validUntil: '2029-08-31' },
      origin: 'JP',
    })
  })
})
