import { describe, expect, it } from 'vitest'

import { dataFile, valueOf } from '../../../test/gb-reference-data.ts'
import { quoteOn, saleTo } from '../../../test/landed-cost.ts'
import { localDate } from '../calendar/local-date.ts'
import { decimal } from '../money/decimal.ts'
import { readDestination } from './read-destination.ts'
import { type StatedTaxRate, withStatedTaxRates } from './stated-tax-rate.ts'

const union = valueOf(readDestination(dataFile('destinations/eu.json')))

const standard = (
  country: string,
  percent: string,
  from: string,
  until?: string,
): StatedTaxRate => ({
  ...{ country, name: 'standard', percent: decimal(percent), confidence: 'verified' },
  validFrom: localDate(from),
  ...(until !== undefined && { validUntil: localDate(until) }),
  law: { title: 'Act', url: 'https://example.org/act' },
})

const imported = (editions: Parameters<typeof withStatedTaxRates>[1]) =>
  withStatedTaxRates(union, editions).taxRates.filter(({ edition }) => edition !== undefined)

describe('imported rates of tax', () => {
  it('stand before those of the destination, each with its member and law', () => {
    const books = { name: { en: 'Books', zh: '图书' }, codes: ['4901'], except: [] }
    const rates = [
      standard('DE', '20', '2026-01-01'),
      { ...standard('DE', '5', '2026-01-01'), name: 'reduced' as const, goods: books },
    ]
    const changed = withStatedTaxRates(union, [{ edition: 'one', rates }])
    expect(changed.taxRates[0]).toMatchObject({ member: 'DE', percent: '20', edition: 'one' })
    expect(changed.taxRates.slice(2)).toEqual(union.taxRates)
    // Every law and group that they name is there.
    expect(readDestination({ ...changed, sources: [...union.sources, source] }).ok).toBe(true)
  })

  it('that hold since before all records are charged without a day on which they began', () => {
    const destination = withStatedTaxRates(union, [
      { edition: 'one', rates: [standard('ES', '21', '0000-01-01', '2026-10-01')] },
    ])
    const cost = { amount: '0', currency: 'EUR' }
    const sale = saleTo({
      ...{ to: 'ES', currency: 'EUR', freight: cost, insurance: cost },
      lines: [{ price: '200.00' }],
    })
    const quote = valueOf(quoteOn('2026-09-30', sale, { at: 'EU', destination }))
    const tax = quote.charges.find(({ kind }) => kind === 'import-tax')!
    expect(tax).toMatchObject({ rate: '21%', law: { title: 'Act' } })
    expect(tax).not.toHaveProperty('inForceFrom')
    expect(JSON.stringify(quote)).not.toContain('0000-01-01')
  })

  it('of other countries change nothing', () => {
    const rates = [standard('NO', '24', '2026-01-01')]
    expect(withStatedTaxRates(union, [{ edition: 'one', rates }])).toBe(union)
  })

  it('hold until the first day of which a later edition speaks of the country', () => {
    const editions = [
      { edition: 'later', rates: [standard('DE', '21', '2026-07-01')] },
      {
        edition: 'earlier',
        rates: [
          standard('DE', '20', '2026-01-01'),
          standard('DE', '22', '2026-08-01'),
          standard('FR', '18', '2026-01-01'),
        ],
      },
    ]
    expect(
      imported(editions).map(({ member, percent, validUntil }) => [member, percent, validUntil]),
    ).toEqual([
      ['DE', '21', undefined],
      ['DE', '20', '2026-07-01'],
      ['FR', '18', undefined],
    ])
  })
})

const source = { ...union.sources[0]!, id: 'one' }
