import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { localDate } from '../../calendar/local-date.ts'
import { programmesOpenTo, readSpecialProgrammes } from './special-programmes.ts'

const shipped = readSpecialProgrammes(
  JSON.parse(
    readFileSync(new URL('../../../../data/us/special-programmes.json', import.meta.url), 'utf8'),
  ),
)
if (!shipped.ok) throw new Error(shipped.failures[0].message)
const programmes = shipped.value

function openTo(origin: string, on: string): readonly string[] {
  return programmesOpenTo(programmes, { origin, on: localDate(on) }).map(({ symbol }) => symbol)
}

describe('the special column', () => {
  test.each([
    ['before the lapse', '2025-09-30', ['D']],
    ['in the lapse', '2025-10-01', []],
    ['on the last day of the lapse', '2026-02-03', []],
    ['after the renewal', '2026-02-04', ['D']],
    ['on the last day of the renewal', '2026-12-31', ['D']],
    ['after it', '2027-01-01', []],
  ])('is open to Kenya under the law for Africa %s', (_, on, symbols) => {
    expect(openTo('KE', on)).toEqual(symbols)
  })

  test('opens to Gabon with the list that names it again', () => {
    expect(openTo('GA', '2025-06-01')).toEqual([])
    expect(openTo('GA', '2026-05-27')).toEqual([])
    expect(openTo('GA', '2026-05-28')).toEqual(['D'])
  })

  test('is open to Jamaica under both laws for the Caribbean, to Aruba under the older one', () => {
    expect(openTo('JM', '2026-06-10')).toEqual(['E', 'R'])
    expect(openTo('AW', '2026-06-10')).toEqual(['E'])
  })

  test('closed to Nepal with the year 2025', () => {
    expect(openTo('NP', '2025-12-31')).toEqual(['NP'])
    expect(openTo('NP', '2026-01-01')).toEqual([])
  })

  test('names no symbol twice for a country on a day', () => {
    const days = programmes.programmes.flatMap(({ from, until }) => [from, until ?? from])
    const countries = new Set(programmes.programmes.flatMap((programme) => programme.countries))
    const twice = [...countries].flatMap((country) =>
      [...new Set(days)].filter((day) => {
        const symbols = openTo(country, day)
        return new Set(symbols).size < symbols.length
      }),
    )
    expect(twice).toEqual([])
  })
})
