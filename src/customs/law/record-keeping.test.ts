import { describe, expect, it } from 'vitest'
import { dataFile, valueOf } from '../../../test/gb-reference-data.ts'
import { localDate } from '../calendar/local-date.ts'
import { cite } from './law.ts'
import { readLaws } from './read-laws.ts'
import { keptUntil, readRecordKeeping } from './record-keeping.ts'

const laws = valueOf(readLaws(dataFile('gb/laws.json')))
const recordKeeping = valueOf(readRecordKeeping(dataFile('gb/periods.json')))

describe('keeping the records of a declaration', () => {
  it('rests on the regulations of 2019', () => {
    expect(recordKeeping.months).toBe(48)
    expect(cite(laws, recordKeeping.law).title).toContain('Customs (Records)')
  })

  it.each([
    ['2026-01-01', '2030-12-31'],
    ['2026-12-31', '2030-12-31'],
    ['2028-02-29', '2032-12-31'],
  ])('of a case that last changed on %s ends with %s', (lastChangedOn, last) => {
    expect(keptUntil(recordKeeping, localDate(lastChangedOn))).toBe(last)
  })

  it('is refused where the data do not state the period', () => {
    expect(readRecordKeeping({ periods: [] })).toMatchObject({ ok: false })
    const withoutMonths = { periods: [{ id: 'customs-records', law: 'gb-customs-records' }] }
    expect(readRecordKeeping(withoutMonths)).toMatchObject({
      ok: false,
      failures: [{ path: '/months' }],
    })
  })
})
