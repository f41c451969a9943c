import { readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { type LocalDate, localDate } from '../../src/customs/calendar/local-date.ts'
import { workOutDuty } from '../../src/customs/duty/work-out-duty.ts'
import { mergeRows } from '../../src/customs/formats/uk-trade-tariff/api/merge-rows.ts'
import { readGoodsBody } from '../../src/customs/formats/uk-trade-tariff/api/read-goods-body.ts'
import type { LineTariff } from '../../src/customs/landed-cost/duty-option.ts'
import { createMeasureIndex } from '../../src/customs/measures/measure-index.ts'
import { readLineTariff } from '../../src/customs/measures/read-line-tariff.ts'
import { decimal } from '../../src/customs/money/decimal.ts'
import { createNomenclature } from '../../src/customs/nomenclature/nomenclature.ts'
import type { Result } from '../../src/customs/result.ts'
import { measurementUnits, measureTypes, valueOf } from '../gb-reference-data.ts'
import { type LineFacts, quoteOn, saleTo } from '../landed-cost.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'

/** Recorded bodies of the British tariff, by commodity, with the day that they are of. */
const recorded = {
  '0101300000': { file: 'api_uk_commodities_0101300000.json', asOf: '2025-07-14' },
  '0201100021': {
    file: 'api_uk_commodities_0201100021_as_of_2025-02-11_filter_5Bmeursing_additional_code_id_5D.json',
    asOf: '2025-02-11',
  },
  '2924297099': {
    file: 'api_uk_commodities_2924297099_as_of_2025-07-14_filter_5Bmeursing_additional_code_id_5D.json',
    asOf: '2025-07-14',
  },
  '0702000007': {
    file: 'api_uk_commodities_0702000007_as_of_2020-07-22.json',
    asOf: '2020-07-22',
  },
} as const

type Recorded = keyof typeof recorded

function text(code: Recorded): string {
  return readFileSync(sharedPath('data', 'uk', 'api-responses', recorded[code].file), 'utf8')
}

function tariffOf(code: Recorded) {
  const asOf: LocalDate = localDate(recorded[code].asOf)
  const units = measurementUnits()
  const body = valueOf(readGoodsBody(text(code), { edition: `uk-${asOf}`, asOf, units }))
  return {
    nomenclature: createNomenclature([
      { id: `uk-${asOf}`, validFrom: asOf, rows: mergeRows(body.rows) },
    ]),
    measures: createMeasureIndex(body.measures, body.areas),
    types: measureTypes(),
    units,
  }
}

/** What the recorded tariff says of a line of goods, and the quote that is made of it. */
function quoteOf(code: Recorded, line: LineFacts) {
  const sale = saleTo({
    ...{ to: 'GB', currency: 'GBP', incoterm: 'CIF', channel: 'freight' },
    buyer: { kind: 'business' },
    lines: [{ commodityCode: code, ...line }],
  })
  let answer: Result<LineTariff> | undefined
  // The rules of destinations begin in 2024; the tomatoes are asked about without a quote.
  const quote = quoteOn(recorded[code].asOf, sale, {
    at: 'GB',
    tariffStatesVat: 'for-some-goods',
    gapsFor: () => [],
    tariffOf: (question) => (answer = readLineTariff(tariffOf(code), question)),
  })
  return { quote, tariff: answer }
}

/** The measures on import that concern an origin, read from the body without any of our code. */
function measuresByHand(code: Recorded, country: string): readonly string[] {
  const { data, included } = JSON.parse(text(code)) as {
    readonly data: { relationships: { import_measures: { data: { id: string }[] } } }
    readonly included: {
      type: string
      id: string
      relationships?: Record<string, { data?: { id: string } | { id: string }[] | null }>
    }[]
  }
  const named = (id: string, type: string) => included.find((o) => o.id === id && o.type === type)
  const ids = (one: (typeof included)[number] | undefined, name: string) =>
    [one?.relationships?.[name]?.data ?? []].flat().map(({ id }) => id)
  const holds = (area: string): boolean =>
    area === country ||
    area === '1011' ||
    ids(named(area, 'geographical_area'), 'children_geographical_areas').includes(country)
  return data.relationships.import_measures.data
    .map(({ id }) => named(id, 'measure'))
    .filter((one) => holds(ids(one, 'geographical_area')[0]!))
    .filter((one) => !ids(one, 'excluded_countries').some(holds))
    .map((one) => one!.id)
}

describe.skipIf(!hasSharedMaterial)(`quotes from recorded bodies (${sharedMaterialAbsent})`, () => {
  test.each(Object.keys(recorded) as Recorded[])('%s: the measures of every origin', (code) => {
    const { measures } = tariffOf(code)
    const on = localDate(recorded[code].asOf)
    for (const origin of ['CN', 'US', 'JP', 'CA', 'IN', 'TR', 'CH', 'KE', 'RU', 'UA', 'MA']) {
      const found = measures.measuresFor({ code, origin, on }).map(({ id }) => id)
      expect(found.toSorted(), origin).toEqual(measuresByHand(code, origin).toSorted())
    }
  })

  test('0101300000: asses from China bear 6 percent and VAT', () => {
    const { quote, tariff } = quoteOf('0101300000', { price: '1000.00', origin: 'CN' })
    const option = valueOf(tariff!).options[0]
    expect(option).toMatchObject({
      kind: 'third-country',
      duties: [{ rate: '6%', exact: { amount: '60', currency: 'GBP' } }],
    })
    const { totals } = valueOf(quote)
    expect(totals).toMatchObject({
      customsDuty: { amount: '60.00' },
      importTax: { amount: '212.00' },
    })
  })

  test('0201100021: beef from the United States bears a rate of two parts', () => {
    const beef = { price: '5000.00', origin: 'US', netWeightKg: '1000', additionalCodes: ['VATZ'] }
    const { tariff } = quoteOf('0201100021', beef)
    const { options } = valueOf(tariff!)
    // 12% of 5,000 and 147 pounds for each of ten times 100 kg.
    expect(options[0].duties[0]).toMatchObject({
      rate: '12% + 147 GBP/100 kg',
      exact: { amount: '2070' },
    })
    expect(options.slice(1).map(({ kind, duties }) => [kind, duties[0]!.exact.amount])).toEqual([
      ['quota', '1000'],
      ['quota', '1000'],
    ])
  })

  test('0201100021: without its weight the missing fact is named', () => {
    const { tariff } = quoteOf('0201100021', { price: '5000.00', origin: 'US' })
    expect(tariff).toMatchObject({ ok: false, failures: [{ path: '/lines/0/netWeightKg' }] })
  })

  test('2924297099: the additional code says which rate of third countries applies', () => {
    const goods = { price: '800.00', origin: 'JP' }
    const rateWith = (...additionalCodes: readonly string[]) => {
      const { tariff } = quoteOf('2924297099', { ...goods, additionalCodes })
      return valueOf(tariff!).options.map(({ kind, duties }) => [kind, duties[0]!.rate])
    }
    expect(quoteOf('2924297099', goods).tariff).toMatchObject({
      ok: false,
      failures: [{ code: 'fact-missing', path: '/lines/0/additionalCodes' }],
    })
    expect(rateWith('2500')[0]).toEqual(['third-country', '0%'])
    expect(rateWith('2501')[0]).toEqual(['third-country', '6%'])
    expect(rateWith('2501')).toContainEqual(['preference', '0%'])
  })

  test('0702000007: where the entry price decides, it is named as missing', () => {
    const code = '0702000007'
    const { measures } = tariffOf(code)
    const goods = { code, origin: 'MA', on: localDate(recorded[code].asOf) }
    const general = measures.measuresFor(goods).find(({ type }) => type === '103')!
    const facts = {
      ...{ currency: 'GBP', quantities: new Map(), exchangeRates: [], units: measurementUnits() },
      customsValue: { amount: decimal('1000'), currency: 'GBP' },
    }
    expect(workOutDuty(general, facts, '')).toMatchObject({
      value: { known: false, missing: [{ fact: 'entry-price' }] },
    })
  })
})
