import { describe, expect, it } from 'vitest'

import { dataFile } from '../../../test/gb-reference-data.ts'
import { localDate } from '../calendar/local-date.ts'
import { lastDaysForClaims, readClaimPeriods } from './repayment-claim.ts'

describe('the last day of a claim for repayment', () => {
  it('is a year after acceptance for rejected goods, 90 days for withdrawn ones, three years else', () => {
    const periods = readClaimPeriods(dataFile('gb/periods.json'))
    expect(
      lastDaysForClaims(periods.ok ? periods.value : [], localDate('2026-09-01')),
    ).toMatchObject([
      { basis: 'rejected', lastDay: '2027-09-01' },
      { basis: 'withdrawn', lastDay: '2026-11-30' },
      { basis: 'overpaid', lastDay: '2029-09-01' },
    ])
  })

  it('is not known where the data has no such period', () => {
    expect(readClaimPeriods({ periods: [] }).ok).toBe(false)
  })
})
