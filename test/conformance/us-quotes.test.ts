import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

import { beforeAll, describe, expect, test } from 'vitest'

import { localDate } from '../../src/customs/calendar/local-date.ts'
import { readMeasurementUnits } from '../../src/customs/duty/measurement-units.ts'
import { htsEditionReader } from '../../src/customs/formats/us-hts/index.ts'
import { GoodsCatalogue } from '../../src/customs/goods-search/goods-catalogue.ts'
import { scheduleMeasures } from '../../src/customs/formats/us-hts/schedule-measures.ts'
import { readSpecialProgrammes } from '../../src/customs/formats/us-hts/special-programmes.ts'
import {
  type LandedCostBook,
  quoteSources,
} from '../../src/customs/landed-cost/landed-cost-book.ts'
import type { LandedCost } from '../../src/customs/landed-cost/landed-cost.ts'
import { quoteSale } from '../../src/customs/landed-cost/quote-sale.ts'
import { readMeasureTypes } from '../../src/customs/measures/measure-type.ts'
import { createNomenclature } from '../../src/customs/nomenclature/nomenclature.ts'
import { stackOnTariff } from '../../src/customs/programmes/stack-on-tariff.ts'
import type { Result } from '../../src/customs/result.ts'
import {
  exchangeRates,
  type LineFacts,
  saleTo,
  shippedDestination,
  vocabulary,
} from '../landed-cost.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'
import { sharedStackingLaw } from '../us-programmes.ts'

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failures))
  return result.value
}

const shipped = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8'))

/** The schedule in its edition of the spring of 2026, with the programmes and all lists of goods. */
function americanBook(): LandedCostBook {
  const reader = htsEditionReader('json', { id: '2026-rev-4', validFrom: localDate('2026-02-24') })
  const file = readFileSync(sharedPath('data', 'us-hts', 'hts_2026_rev_4.json.gz'))
  reader.push(gunzipSync(file).toString())
  const edition = valueOf(reader.end())
  const special = valueOf(readSpecialProgrammes(shipped('us/special-programmes.json')))
  const law = sharedStackingLaw()
  return {
    destinations: new Map([['US', shippedDestination('US')]]),
    rates: exchangeRates(),
    ratesPublishedBy: 'HMRC',
    ratesAreOfficialIn: ['GB'],
    vocabulary: vocabulary(),
    commonGoods: new GoodsCatalogue([]),
    chapters: new Map(),
    tariffs: new Map([
      [
        'US',
        {
          nomenclature: createNomenclature([edition.nomenclature]),
          measures: scheduleMeasures([edition], special),
          types: valueOf(readMeasureTypes(shipped('reference/measure-types.json'))),
          units: valueOf(readMeasurementUnits(shipped('reference/measurement-units.json'))),
          statesVat: 'never',
          stackOn: (tariff, question) => stackOnTariff(law, tariff, question),
        },
      ],
    ]),
  }
}

describe.skipIf(!hasSharedMaterial)(`quotes to the United States (${sharedMaterialAbsent})`, () => {
  let book: LandedCostBook

  beforeAll(() => {
    book = americanBook()
  })

  function quoted(day: string, lines: readonly LineFacts[]) {
    const sale = saleTo({ to: 'US', currency: 'USD', incoterm: 'FOB', lines })
    return quoteSale(sale, localDate(day), valueOf(quoteSources(book, 'US')))
  }

  function exact(day: string, line: LineFacts): LandedCost {
    const quote = valueOf(quoted(day, [line]))
    if (quote.kind !== 'exact') throw new Error('the code is too short')
    return quote.landedCost
  }

  const shirt = { price: '20.00', commodityCode: '6109100012', origin: 'VN' }

  test('a shirt bears the rate of the schedule and the surcharge of section 122', () => {
    const { charges } = exact('2026-03-10', shirt)
    expect(charges.map(({ kind, rate, amount }) => [kind, rate, amount.amount])).toEqual([
      ['customs-duty', '16.5%', '3.30'],
      ['additional-duty', '10%', '2.00'],
      ['fee', 'USD 1.34 a consignment', '1.34'],
    ])
  })

  test('the free trade agreement with Korea stands beside the general rate, with its total', () => {
    const { lines } = exact('2026-03-10', { ...shirt, origin: 'KR' })
    expect(
      lines[0]!.options.map(({ kind, isApplied, isCheapest }) => [kind, isApplied, isCheapest]),
    ).toEqual([
      ['third-country', true, false],
      ['preference', false, true],
    ])
    const claimed = exact('2026-03-10', { ...shirt, origin: 'KR', preference: 'KR' })
    expect(claimed.totals.customsDuty.amount).toBe('0.00')
  })

  test('goods of a country without normal trade relations bear column 2', () => {
    const { charges } = exact('2026-03-10', { ...shirt, origin: 'BY' })
    expect(charges[0]!.rate).toBe('90%')
  })

  test('a duty by weight asks for the weight', () => {
    const garlic = { price: '20.00', commodityCode: '0703200020', origin: 'ES' }
    const quote = quoted('2026-03-10', [garlic])
    expect(quote.ok ? [] : quote.failures.map(({ path }) => path)).toContain('/lines/0/netWeightKg')
  })

  test('a subheading gives the least and the most', () => {
    const quote = valueOf(quoted('2026-03-10', [{ ...shirt, commodityCode: '610910' }]))
    expect(quote.kind).toBe('range')
  })
})
