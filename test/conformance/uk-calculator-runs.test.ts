import { describe, expect, test } from 'vitest'

import { localDate } from '../../src/customs/calendar/local-date.ts'
import type { Destination } from '../../src/customs/destination/destination.ts'
import { readDestination } from '../../src/customs/destination/read-destination.ts'
import type { LineTariff } from '../../src/customs/landed-cost/duty-option.ts'
import { quoteLandedCost } from '../../src/customs/landed-cost/quote-landed-cost.ts'
import { createMeasureIndex } from '../../src/customs/measures/measure-index.ts'
import { readLineTariff } from '../../src/customs/measures/read-line-tariff.ts'
import type { TariffFacts } from '../../src/customs/measures/tariff-facts.ts'
import {
  addDecimals,
  decimal,
  type DecimalText,
  multiplyDecimals,
  toBig,
} from '../../src/customs/money/decimal.ts'
import { round } from '../../src/customs/money/rounding.ts'
import { createNomenclature } from '../../src/customs/nomenclature/nomenclature.ts'
import { applicableTariff } from '../../src/customs/northern-ireland/applicable-tariff.ts'
import {
  compareOptions,
  type SourcedOption,
} from '../../src/customs/northern-ireland/compare-options.ts'
import { mayAskForWaiver } from '../../src/customs/northern-ireland/may-ask-for-waiver.ts'
import type { ExchangeRates } from '../../src/customs/tariff/exchange-rates.ts'
import { type CalculatorRun, calculatorRun, PRIMARY, type RunFigure } from '../calculator-runs.ts'
import { dataFile, measurementUnits, measureTypes, valueOf } from '../gb-reference-data.ts'
import { saleTo, sourcesFor } from '../landed-cost.ts'
import { hasSharedMaterial, sharedMaterialAbsent } from '../shared-material.ts'
import { type DutyVector, dutyVectors } from './uk-duty-vectors.ts'

const figures = hasSharedMaterial ? dutyVectors() : []

function having(...fields: readonly string[]): readonly DutyVector[] {
  return figures.filter(({ input }) => fields.every((field) => field in input))
}

const runs = having('commodity', 'primary_measure')
const choices = having('uk_duty', 'xi_duty')
const pairings = having('uk_options', 'xi_options')
const kinds = figures.filter(({ expected }) => 'category' in expected)
const waivers = figures.filter(({ expected }) => 'option' in expected)

/** Great Britain as the calculator sees it: on any day, and with duty from the first penny. */
function calculatorsBritain(): Destination {
  const text = JSON.stringify(dataFile('destinations/gb.json'))
  const read = valueOf(readDestination(JSON.parse(text.replaceAll('"2024-01-01"', '"2019-01-01"'))))
  return { ...read, regimes: read.regimes.filter(({ id }) => id === 'import') }
}

const britain = calculatorsBritain()

function ratesOf({ eurToGbp }: CalculatorRun): ExchangeRates {
  const period = { from: localDate('2019-01-01'), until: localDate('2030-01-01') }
  const unitsPerBase = new Map([['GBP', decimal(eurToGbp)]])
  return { base: 'EUR', periods: [{ ...period, base: 'EUR', unitsPerBase }] }
}

function tariffOf({ commodity: code, measures }: CalculatorRun): TariffFacts {
  const row = {
    ...{ code, suffix: '80', depth: 1, mayBeDeclared: true },
    ...{ descriptions: {}, supplementaryUnits: [] },
  }
  const edition = { id: 'of-the-run', validFrom: localDate('2019-01-01'), rows: [row] }
  return {
    nomenclature: createNomenclature([edition]),
    measures: createMeasureIndex(measures, new Map()),
    types: measureTypes(),
    units: measurementUnits(),
  }
}

function quoteOf(run: CalculatorRun) {
  const { goods, shipping, insurance } = run.value
  const pounds = (amount: string) => ({ amount, currency: 'GBP' })
  const request = saleTo({
    ...{ to: 'GB', currency: 'GBP', incoterm: 'FOB', channel: 'freight' },
    buyer: { kind: 'business' },
    ...{ freight: pounds(shipping), insurance: pounds(insurance) },
    lines: [
      {
        ...{ price: goods, commodityCode: run.commodity, origin: run.origin },
        ...{ quantities: run.quantities, additionalCodes: run.additionalCodes },
      },
    ],
  })
  let tariff: LineTariff | undefined
  const sources = sourcesFor('GB', {
    destination: britain,
    rates: ratesOf(run),
    tariffStatesVat: 'for-some-goods',
    gapsFor: () => [],
    tariffOf: (question) => {
      const answer = readLineTariff(tariffOf(run), question)
      if (answer.ok) tariff = answer.value
      return answer
    },
  })
  const quote = valueOf(quoteLandedCost(request, localDate(run.on), sources))
  return { quote, tariff: tariff! }
}

function display(amount: DecimalText): string {
  return round(amount, 2, 'half-up')
}

/** What is declared: the calculator rounds at the end, and the authority cuts each tax to the penny. */
function inTaxLines(charged: {
  readonly value: DecimalText
  readonly duties: readonly DecimalText[]
  readonly percent: DecimalText
}): string {
  const cut = (amount: DecimalText) => round(amount, 2, 'truncate')
  const duties = charged.duties.map(cut)
  const base = addDecimals(charged.value, ...duties)
  const vat = cut(multiplyDecimals(multiplyDecimals(base, charged.percent), decimal('0.01')))
  return cut(addDecimals(...duties, vat))
}

describe.skipIf(!hasSharedMaterial)(`the duty calculator (${sharedMaterialAbsent})`, () => {
  test.each(runs)('$id: duty, what is charged besides, VAT and total', (figure) => {
    const run = calculatorRun(figure as unknown as RunFigure)
    const { quote, tariff } = quoteOf(run)
    const option = tariff.options.find(({ id }) => id === PRIMARY)!
    const [duty, ...besides] = option.duties
    const value = quote.lines[0]!.customsValue!.amount
    const exact = option.duties.map((one) => one.exact.amount)
    const vatBase = addDecimals(value, ...exact)
    const vat = multiplyDecimals(multiplyDecimals(vatBase, tariff.vat!.percent), decimal('0.01'))
    expect(Math.abs(Number(duty!.exact.amount) - Number(run.expected.duty))).toBeLessThan(1e-6)
    expect({
      dutyDisplay: display(duty!.exact.amount),
      customsValueDisplay: display(value),
      vatBaseDisplay: display(vatBase),
      vatDisplay: display(vat),
      totalDisplay: display(addDecimals(...exact, vat)),
      besides: Object.fromEntries(
        besides
          .filter(({ exact: { amount } }) => !toBig(amount).eq(0))
          .map((one) => [one.measure, display(one.exact.amount)]),
      ),
    }).toEqual({
      dutyDisplay: run.expected.dutyDisplay,
      customsValueDisplay: run.expected.customsValueDisplay,
      vatBaseDisplay: run.expected.vatBaseDisplay,
      vatDisplay: run.expected.vatDisplay,
      totalDisplay: run.expected.totalDisplay,
      besides: run.expected.besides,
    })
    const total =
      quote.lines[0]!.options.find(({ id }) => id === PRIMARY)?.charges ?? quote.totals.charges
    expect(display(total.amount)).toBe(
      inTaxLines({ value, duties: exact, percent: tariff.vat!.percent }),
    )
  })

  test.each(choices)('$id: whose duty is due in Northern Ireland', ({ input, expected }) => {
    const { customs_value, uk_duty, xi_duty } = input as Record<string, string>
    const applied = applicableTariff({
      customsValue: decimal(customs_value!),
      ukDuty: decimal(uk_duty!),
      xiDuty: decimal(xi_duty!),
    })
    expect(applied).toBe(expected.applied)
  })

  test.each(pairings)('$id: which options are held against each other', ({ input, expected }) => {
    const { pairs, kept } = compareOptions({
      // The figures do not state the value; of 100 the amounts of the options differ clearly.
      customsValue: decimal('100'),
      uk: (input.uk_options as string[]).map(sourcedOption),
      xi: (input.xi_options as string[]).map(sourcedOption),
    })
    const ofCategories = pairs
      .filter(({ uk }) => uk.category !== 'third-country')
      .map(({ uk, xi }) => [nameOf(uk), nameOf(xi)])
    expect(ofCategories).toEqual(expected.compared_pairs ?? [])
    if (expected.options_kept !== undefined) {
      expect(kept.map(nameOf)).toEqual(expected.options_kept)
    }
  })

  test.each(waivers)('$id: a waiver may be asked for', () => {
    expect(mayAskForWaiver({ route: 'from-great-britain', purpose: 'commercial' })).toBe(true)
    expect(mayAskForWaiver({ route: 'from-rest-of-world', purpose: 'commercial' })).toBe(false)
  })

  test.each(kinds)('$id: what part the type of measure plays', ({ id, expected }) => {
    const types = typesOf[expected.type as string]
    expect(types, id).toBeDefined()
    const roles = types!.map((type) => measureTypes().get(type)!.role)
    expect(
      roles.filter((role) => rolesOf[expected.category as string]!.includes(role)).length,
    ).toBe(expected.type === 'preferential' ? 1 : roles.length)
  })

  test('every figure of these kinds is held', () => {
    const kindsOfFigures = [runs, choices, pairings, waivers, kinds]
    expect(kindsOfFigures.every((found) => found.length > 0)).toBe(true)
  })
})

/** What the calculator calls a type of measure, and its id. Two kinds are called preferential. */
const typesOf: Readonly<Record<string, readonly string[]>> = {
  third_country_tariff: ['103'],
  tariff_preference: ['142'],
  non_preferential: ['122'],
  non_preferential_end_use: ['123'],
  preferential: ['141', '143'],
  preferential_end_use: ['146'],
  customs_union: ['147'],
  autonomous: ['112'],
  autonomous_end_use: ['115'],
  certain_category_goods: ['117'],
  airworthiness: ['119'],
  additional_duties: ['695'],
  additional_duties_safeguard: ['696'],
  provisional_anti_dumping: ['551'],
  definitive_anti_dumping: ['552'],
  provisional_countervailing: ['553'],
  definitive_countervailing: ['554'],
  excise: ['306'],
  vat: ['305'],
}

const rolesOf: Readonly<Record<string, readonly string[]>> = {
  third_country_tariff: ['third-country'],
  tariff_preference: ['preference'],
  quota: ['quota'],
  suspension: ['suspension'],
  additional_duty: ['additional', 'safeguard', 'trade-remedy', 'excise'],
}

const categoryOf: Readonly<Record<string, SourcedOption['category']>> = {
  MFN: 'third-country',
  tariff_preference: 'preference',
  suspension: 'suspension',
  quota: 'quota',
}

/** An option of the figures, such as `uk tariff_preference 100`. */
function sourcedOption(text: string): SourcedOption {
  const [source, category, duty] = text.split(' ')
  return {
    id: text,
    source: source as SourcedOption['source'],
    category: categoryOf[category!]!,
    duty: decimal(duty!),
  }
}

function nameOf({ id }: SourcedOption): string {
  return id
}
