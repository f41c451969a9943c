import { describe, expect, test } from 'vitest'
import { amountsOf, quoteOn, saleTo, shippedDestination } from '../../../test/landed-cost.ts'
import { placeNotCovered } from './place-not-covered.ts'

function refusalIn(file: string, to: string, region?: string): string | undefined {
  const sale = saleTo({ to, currency: 'EUR', lines: [{ price: '20.00' }] })
  const destination = { country: to, ...(region !== undefined && { region }) }
  return placeNotCovered({ ...sale, destination }, shippedDestination(file))?.message
}

test.each([
  ['GB', 'GB', 'NIR', 'Northern Ireland'],
  ['GB', 'GB', 'BFS', 'Northern Ireland'],
  ['EU', 'ES', 'CN', 'the Canary Islands'],
  ['EU', 'FR', '974', 'the overseas territories of France'],
  ['EU', 'FI', '01', 'Åland'],
  ['EU', 'PT', '30', 'the Azores and Madeira'],
  ['US', 'US', 'VI', 'the island possessions of the United States'],
  ['EU', 'NL', 'CW', 'the Caribbean parts of the Netherlands'],
  ['NO', 'NO', '21', 'Svalbard and Jan Mayen'],
])('in the file of %s, %s-%s is refused as %s', (file, to, region, name) => {
  expect(refusalIn(file, to, region)).toContain(name)
})

test('the rest of a country is covered, also where a region of another has the same letters', () => {
  expect(refusalIn('GB', 'GB')).toBeUndefined()
  expect(refusalIn('GB', 'GB', 'ENG')).toBeUndefined()
  expect(refusalIn('EU', 'DE', '01')).toBeUndefined()
  expect(refusalIn('US', 'US', 'PR')).toBeUndefined()
  expect(refusalIn('CN', 'CN', 'GD')).toBeUndefined()
  expect(refusalIn('EU', 'DE', 'HK')).toBeUndefined()
})

describe('a customs territory of its own that is named as a region', () => {
  test.each([
    ['CN', 'CN', 'HK', 'HK'],
    ['CN', 'CN', '91', 'HK'],
    ['CN', 'CN', 'MO', 'MO'],
    ['CN', 'CN', 'TW', 'TW'],
    ['EU', 'DK', 'GL', 'GL'],
  ])('in the file of %s, %s-%s is to be named by its country code %s', (file, to, region, code) => {
    const destination = { country: to, region }
    const refusal = placeNotCovered({ destination }, shippedDestination(file))
    expect(refusal?.code).toBe('not-covered')
    expect(refusal?.mend).toContain(`State ${code} as the country`)
    expect(refusal?.zh?.mend).toContain(code)
  })

  test('is quoted by the rules of its own file under that code, and not as the mainland', () => {
    const lines = [{ price: '100.00' }]
    const asked = (to: string, at: string, destination: object) =>
      amountsOf(quoteOn('2026-09-01', saleTo({ to, currency: 'HKD', lines, destination }), { at }))
    expect(asked('CN', 'CN', { country: 'CN', region: 'HK' })).toEqual({
      '/destination/region': 'not-covered',
    })
    expect(asked('HK', 'HK', { country: 'HK' })['/destination/region']).toBeUndefined()
  })
})
