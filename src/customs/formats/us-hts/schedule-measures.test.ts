import { expect, test } from 'vitest'
import { dataFile, valueOf } from '../../../../test/gb-reference-data.ts'
import { localDate } from '../../calendar/local-date.ts'
import { readRateText } from './rate/read-rate-text.ts'
import { scheduleMeasures } from './schedule-measures.ts'
import { readSpecialProgrammes } from './special-programmes.ts'

const programmes = valueOf(readSpecialProgrammes(dataFile('us/special-programmes.json')))

function edition(validFrom: string, general: string) {
  const rates = {
    statedBy: '61091000',
    general: { text: general, rate: readRateText(general) },
    special: [],
  }
  return {
    id: `hts-${validFrom}`,
    validFrom: localDate(validFrom),
    rates: new Map([['61091000', rates]]),
  }
}

const schedule = scheduleMeasures(
  [
    edition('2025-01-01', '16.5%'),
    edition('2025-06-01', '16.5%'),
    edition('2026-01-01', '10%'),
    edition('2026-03-01', '16.5%'),
    edition('2026-06-01', '16.5%'),
  ],
  programmes,
)

const measureOn = (on: string) =>
  schedule.measuresFor({ code: '6109100012', origin: 'CN', on: localDate(on) })[0]!

test('an edition that leaves a rate as it was gives it no other date or law', () => {
  const [first, second] = ['2025-03-01', '2025-07-01'].map(measureOn)
  expect(second!.validity).toEqual({ from: '2025-01-01' })
  expect(second!.law).toEqual(first!.law)
  expect([first!.edition, second!.edition]).toEqual(['hts-2025-01-01', 'hts-2025-06-01'])
})

test('a rate that an edition changes is dated from that edition, also where it was so before', () => {
  expect(measureOn('2026-02-01').law!.title).toContain('61091000, as of 2026-01-01')
  expect(measureOn('2026-07-01').law!.title).toContain('61091000, as of 2026-03-01')
})

test('every day on which a rate may change is told, and what lapses with its programme', () => {
  const changes = schedule.changesBelow('6109')
  expect(changes).toEqual(expect.arrayContaining(['2026-01-01', '2025-10-01']))
})
