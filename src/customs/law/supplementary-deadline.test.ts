import { describe, expect, it } from 'vitest'
import { dataFile, valueOf } from '../../../test/gb-reference-data.ts'
import { localDate } from '../calendar/local-date.ts'
import { readSupplementaryDeadline, supplementaryDueOn } from './supplementary-deadline.ts'

const deadline = valueOf(readSupplementaryDeadline(dataFile('gb/periods.json')))

describe('the deadline of a supplementary declaration', () => {
  it.each([
    ['2026-11-23', '2026-12-10'],
    ['2026-12-01', '2027-01-10'],
    ['2026-12-31', '2027-01-10'],
    ['2027-01-31', '2027-02-10'],
  ])('of goods accepted on %s is %s', (acceptedOn, dueOn) => {
    expect(supplementaryDueOn(deadline, localDate(acceptedOn))).toBe(dueOn)
  })
})
