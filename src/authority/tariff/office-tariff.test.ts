import { describe, expect, it } from 'vitest'
import { localDate } from '../../customs/calendar/local-date.ts'
import { officeTariff, readEdition } from './office-tariff.ts'

const header =
  'commodity_code,duty_ad_valorem,duty_specific_gbp,duty_specific_per_kg,duty_specific_per_item,vat_rate,valid_from,valid_to,source'

describe('the office’s tariff', () => {
  it('ends a line on the day from which it is no longer in force', () => {
    const tariff = officeTariff(
      readEdition(`${header}\n6403999690,0.08,,,,0.20,2021-01-01,2026-07-01,test`),
    )
    expect(tariff.lineFor('6403999690', localDate('2026-06-30'))?.adValoremRate).toBe('0.08')
    expect(tariff.lineFor('6403999690', localDate('2026-07-01'))).toBeUndefined()
    expect(tariff.lineFor('6403999690', localDate('2020-12-31'))).toBeUndefined()
  })

  it.each([
    ['a code that is too short', '640399,0.08,,,,0.20,2021-01-01,,x'],
    ['a line without a duty', '6403999690,,,,,0.20,2021-01-01,,x'],
    ['an amount per nothing', '6403999690,,2.00,,,0.20,2021-01-01,,x'],
    ['a rate that is no number', '6403999690,8%,,,,0.20,2021-01-01,,x'],
    ['a day that does not exist', '6403999690,0.08,,,,0.20,2021-02-30,,x'],
  ])('refuses an edition with %s', (_what, line) => {
    expect(() => readEdition(`${header}\n${line}`)).toThrow(TypeError)
  })
})
