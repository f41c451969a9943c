import { describe, expect, it } from 'vitest'

import { dataFile, valueOf } from '../../../test/gb-reference-data.ts'
import { localDate } from '../calendar/local-date.ts'
import { appealPeriodsOf, lastDayToAppeal, readAppealPeriods } from './appeal-periods.ts'

const periods = valueOf(readAppealPeriods(dataFile('gb/periods.json')))

describe('the periods against a decision', () => {
  it('begin with the day of its document, so the thirtieth day is the last', () => {
    const { review, tribunal } = appealPeriodsOf(periods, 'assessment')
    expect(lastDayToAppeal(review, localDate('2026-09-01'))).toBe('2026-09-30')
    expect(lastDayToAppeal(tribunal, localDate('2026-12-15'))).toBe('2027-01-13')
  })

  it('have a law of their own for penalties', () => {
    const laws = (decision: string) => appealPeriodsOf(periods, decision).tribunal.law
    expect(laws('penalty')).toBe('gb-penalty-tribunal-appeal')
    expect(laws('ruling')).toBe('gb-tribunal-appeal')
  })

  it('are refused where one is missing', () => {
    expect(readAppealPeriods({ periods: [] }).ok).toBe(false)
  })
})
