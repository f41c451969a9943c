import { describe, expect, it } from 'vitest'
import { dataFile, valueOf } from '../../../test/gb-reference-data.ts'
import { localDate } from '../calendar/local-date.ts'
import { preferentialRateOn, readPreferentialRates } from './preferential-rates.ts'

const rate = {
  agreement: 'gb-jp-cepa',
  commodityCodes: ['6403999690'],
  duty: { expression: { components: [{ kind: 'ad-valorem', percent: '2.5' }] } },
  preferenceCode: '300',
  preferentialOrigin: 'JP',
  tariffArea: 'JP',
  validFrom: '2021-01-01',
  validUntil: '2027-01-01',
  law: 'gb-preferential-duty',
}

const on = localDate('2026-09-01')
const shoes = { agreement: 'gb-jp-cepa', commodityCode: '6403999690', on }

describe('preferential rates', () => {
  const rates = valueOf(readPreferentialRates({ rates: [rate] }))

  it('hold for the codes that they name, between their days', () => {
    expect(preferentialRateOn(rates, shoes)?.duty).toEqual([{ kind: 'ad-valorem', percent: '2.5' }])
    expect(preferentialRateOn(rates, { ...shoes, commodityCode: '6109100010' })).toBeUndefined()
    expect(preferentialRateOn(rates, { ...shoes, agreement: 'gb-eu-tca' })).toBeUndefined()
    const later = { ...shoes, on: localDate('2027-01-01') }
    expect(preferentialRateOn(rates, later)).toBeUndefined()
  })

  it.each([
    ['a code that claims nothing', { preferenceCode: '100' }],
    ['a component of another kind', { duty: { expression: { components: [{ kind: 'min' }] } } }],
    ['a commodity code of eight digits', { commodityCodes: ['64039996'] }],
  ])('are refused with %s', (_, change) => {
    expect(readPreferentialRates({ rates: [{ ...rate, ...change }] }).ok).toBe(false)
  })

  it('free all goods of the European Union as shipped, and none of a partner without a source', () => {
    const shipped = valueOf(readPreferentialRates(dataFile('gb/preferential-rates.json')))
    const union = { ...shoes, agreement: 'gb-eu-tca' }
    expect(preferentialRateOn(shipped, union)?.duty).toEqual([])
    expect(preferentialRateOn(shipped, { ...union, on: localDate('2020-12-31') })).toBeUndefined()
    expect(preferentialRateOn(shipped, shoes)).toBeUndefined()
  })
})
