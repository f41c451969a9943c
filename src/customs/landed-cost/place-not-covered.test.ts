import { expect, test } from 'vitest'
import { saleTo, shippedDestination } from '../../../test/landed-cost.ts'
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
  ['NO', 'NO', '21', 'Svalbard and Jan Mayen'],
])('in the file of %s, %s-%s is refused as %s', (file, to, region, name) => {
  expect(refusalIn(file, to, region)).toContain(name)
})

test('the rest of a country is covered, also where a region of another has the same letters', () => {
  expect(refusalIn('GB', 'GB')).toBeUndefined()
  expect(refusalIn('GB', 'GB', 'ENG')).toBeUndefined()
  expect(refusalIn('EU', 'DE', '01')).toBeUndefined()
  expect(refusalIn('US', 'US', 'PR')).toBeUndefined()
})
