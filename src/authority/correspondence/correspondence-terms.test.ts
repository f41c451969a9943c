import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { localDate } from '../../customs/calendar/local-date.ts'
import { daysAfter, lastDayOf, loadCorrespondenceTerms } from './correspondence-terms.ts'

const file = fileURLToPath(
  new URL('../../../data/authority/correspondence-terms.json', import.meta.url),
)
const lastDay = loadCorrespondenceTerms(file)

it('counts the day of the decision as the first of the thirty', () => {
  expect(lastDay('ask-for-review', localDate('2026-09-10'))).toBe('2026-10-09')
  expect(lastDay('ask-for-review', localDate('2028-02-01'))).toBe('2028-03-01')
})

it('gives the office 45 days for a review, that of the request among them', () => {
  expect(lastDay('conclude-review', localDate('2026-09-10'))).toBe('2026-10-24')
})

it('has a ruling hold for three years, the last day before it has been in force as long', () => {
  expect(lastDay('ruling-holds', localDate('2026-09-10'))).toBe('2029-09-09')
})

it('knows no term for a day on which none was in force', () => {
  expect(() => lastDay('determine-ruling', localDate('2019-01-01'))).toThrow('determine-ruling')
  const bounded = lastDayOf([
    {
      what: 'ask-for-review',
      from: '2020-01-01',
      until: '2021-01-01',
      count: 1,
      unit: 'months',
      counted: 'after-the-day',
      source: 'test',
    },
  ])
  expect(bounded('ask-for-review', localDate('2020-01-31'))).toBe('2020-02-29')
  expect(() => bounded('ask-for-review', localDate('2021-01-01'))).toThrow('ask-for-review')
})

it('goes over the ends of months and years in both directions', () => {
  expect(daysAfter(localDate('2026-12-31'), 1)).toBe('2027-01-01')
  expect(daysAfter(localDate('2027-03-01'), -1)).toBe('2027-02-28')
})
