import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { dataFile, valueOf } from '../../../../test/gb-reference-data.ts'
import { readKnownCodes } from '../../order/known-codes.ts'
import { CsvRowSplitter } from '../rows/csv-row-splitter.ts'
import { readVatCollection, readVatRates } from './index.ts'

const knownCodes = valueOf(
  readKnownCodes({
    countries: dataFile('reference/countries.json'),
    currencies: dataFile('reference/currencies.json'),
  }),
)

const head = 'country,kind,percent,codes,valid_from,valid_until,law_url,source,confidence'

/** The table of the document, so that what it shows is what is read. */
const documented = /```csv\n([\s\S]*?)```/.exec(
  readFileSync(new URL('../../../../docs/vat-rates.md', import.meta.url), 'utf8'),
)![1]!

function read(text: string) {
  const splitter = new CsvRowSplitter()
  const end = [splitter.push(text), splitter.end()] as const
  if (end[1].kind !== 'whole') throw new Error('the table is cut')
  const rows = [...end[0], ...end[1].rows]
  return readVatRates(
    rows.map(({ line, content: cells }) => ({ line, cells })),
    knownCodes,
  )
}

describe('a table of rates of VAT', () => {
  it('is read as its document shows it', () => {
    expect(valueOf(read(documented))).toMatchObject([
      { country: 'DE', name: 'standard', percent: '19', confidence: 'verified' },
      { name: 'reduced', goods: { codes: ['4901', '4902'], except: ['490290'] } },
      { country: 'CA', region: 'ON', validFrom: '2010-07-01', confidence: 'secondary' },
    ])
  })

  const row = (cells: string) => `${head}\n${cells},https://example.org/law,law,primary\n`

  it.each([
    ['a share for a percentage', 'DE,standard,0.19,,2021-01-01,', /percent: "0.19" is less/],
    ['a sign behind it', 'DE,standard,19%,,2021-01-01,', /percent: "19%" is no percentage/],
    ['a union for a country', 'EU,standard,19,,2021-01-01,', /country: "EU" is no country/],
    ['goods for the standard rate', 'DE,standard,19,49,2021-01-01,', /codes: the standard/],
    ['no goods for another rate', 'DE,reduced,7,,2021-01-01,', /codes: nothing says/],
    ['a code without its zero', 'DE,reduced,7,901,2021-01-01,', /codes: .*zero/],
    ['no day', 'DE,standard,19,,,', /valid_from: the cell is empty/],
    ['an end before its beginning', 'DE,standard,19,,2021-01-01,2020-01-01', /valid_until/],
  ])('is refused by line and column where it has %s', (_, cells, why) => {
    const refused = read(row(cells))
    expect(refused.ok ? '' : refused.failures[0].message).toMatch(/^Line 2 of the rates/)
    expect(refused.ok ? '' : refused.failures[0].message).toMatch(why)
    expect(refused.ok ? '' : refused.failures[0].zh?.message).toMatch(/税率表第2行/)
  })

  it('is refused where goods lie within those of another row that does not leave them out', () => {
    const columns = `${head},except_codes`
    const rows = (except: string) => {
      const end = `2021-01-01,,https://example.org/law,law,primary`
      return `${columns}\nDE,reduced,7,49,${end},${except}\nDE,zero,0,4901,${end},\n`
    }
    const refused = read(rows(''))
    expect(refused.ok ? '' : refused.failures[0].message).toMatch(/Line 3 .*line 2 states a rate/)
    expect(read(rows('4901')).ok).toBe(true)
  })

  it('is refused where two rows cannot both be true', () => {
    const end = 'https://example.org/law,law,primary'
    const rows = `${head}\nDE,standard,19,,2021-01-01,,${end}\nDE,standard,16,,2020-07-01,2021-02-01,${end}\n`
    const refused = read(rows)
    expect(refused.ok ? '' : refused.failures[0].message).toMatch(/Line 3 .*line 2 states a rate/)
  })
})

describe('the open collection of rates', () => {
  const collection = {
    details: 'https://github.com/ibericode/vat-rates',
    items: {
      FI: [
        { effective_from: '2024-09-01', rates: { reduced1: 10, standard: 25.5 } },
        { effective_from: '0000-01-01', rates: { standard: 24 } },
      ],
      ES: [
        {
          effective_from: '0000-01-01',
          rates: { standard: 21 },
          exceptions: [{ name: 'Canary Islands', postcode: '35', standard: 0 }],
        },
      ],
    },
  }

  it('gives standard rates, each until the next, and names every other one as left out', () => {
    const { rates, leftOut } = valueOf(readVatCollection(collection))
    expect(rates.map((rate) => [rate.country, rate.percent, rate.validUntil])).toEqual([
      ['FI', '24', '2024-09-01'],
      ['FI', '25.5', undefined],
      ['ES', '21', undefined],
    ])
    expect(leftOut.map(({ country }) => country)).toEqual(['FI', 'ES'])
    // Its year zero is no day on which anything began.
    expect(leftOut[1]!.problem).toEqual({
      en: 'the rates of Canary Islands from before its records on are not charged: they go by postcode',
      zh: 'Canary Islands 自其记录之前起的税率未采用：按邮政编码确定',
    })
  })

  it('is refused where a period has no standard rate', () => {
    const broken = { ...collection, items: { FI: [{ effective_from: '2024-09-01', rates: {} }] } }
    expect(readVatCollection(broken)).toMatchObject({
      ok: false,
      failures: [{ path: '/items/FI/0/rates/standard' }],
    })
  })
})
