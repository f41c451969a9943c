import { beforeAll, describe, expect, test } from 'vitest'

import { type SaleFacts, saleTo } from '../../../test/landed-cost.ts'
import { shippedBook } from '../../tariffs/index.ts'
import { localDate } from '../calendar/local-date.ts'
import {
  findDestination,
  type LandedCostBook,
  quoteSources,
} from '../landed-cost/landed-cost-book.ts'
import type { UncoveredNote } from '../landed-cost/landed-cost.ts'
import { quoteLandedCost } from '../landed-cost/quote-landed-cost.ts'
import { coverageOf, gapsOf } from './coverage-of.ts'
import type { CoverageKind } from './kinds-of-charge.ts'

let book: LandedCostBook
const on = localDate('2026-09-01')

beforeAll(async () => {
  book = await shippedBook()
})

const shirt = { price: '300.00', dutyPercent: '5', commodityCode: '6109100010', netWeightKg: '1' }

/** What a quote names, or nothing where there is no quote. */
function namedFor(facts: SaleFacts): readonly UncoveredNote[] | undefined {
  const sources = quoteSources(book, facts.to)
  if (!sources.ok) throw new Error(facts.to)
  const freight = { amount: '10.00', currency: facts.currency }
  const sale = saleTo({ exchangeRates: 'latest-loaded', freight, ...facts })
  const quote = quoteLandedCost(sale, on, sources.value)
  return quote.ok ? quote.value.notCovered : undefined
}

function kindsNamed(facts: Partial<SaleFacts> & Pick<SaleFacts, 'to'>): readonly unknown[] {
  const named = namedFor({ currency: 'EUR', lines: [shirt], ...facts })
  return [...new Set(named?.map(({ kind }) => kind))]
}

/** Kinds whose charges a sale of any goods, origin and purpose can bear. */
const always: readonly CoverageKind[] = ['trade-remedies', 'import-tax', 'prohibitions']

test('what every sale may bear is named in every quote', () => {
  const quoted = [...book.destinations.values()].flatMap(({ destination, members }) => {
    const named = namedFor({ to: members?.[0] ?? destination, currency: 'EUR', lines: [shirt] })
    return named === undefined ? [] : [{ destination, named }]
  })
  expect(quoted.length).toBeGreaterThan(20)
  for (const { destination: code, named } of quoted) {
    const destination = book.destinations.get(code)!
    const gaps = gapsOf({ destination, tariff: book.tariffs.get(code), on })
    const whole = gaps.filter(({ kind, about }) => about === undefined && always.includes(kind!))
    expect(named).toEqual(expect.arrayContaining(whole))
  }
})

test('every kind that is not covered has a gap that says so', () => {
  for (const { destination, members } of book.destinations.values()) {
    const known = findDestination(book, members?.[0] ?? destination)
    if (!known.ok) throw new Error(destination)
    const facts = { destination: known.value, tariff: book.tariffs.get(destination), on }
    const missing = coverageOf(facts).filter(({ state }) => state !== 'covered')
    const named = new Set(gapsOf(facts).map(({ kind }) => kind))
    expect([...named].toSorted()).toEqual(missing.map(({ kind }) => kind).toSorted())
  }
})

describe('a sale hears nothing', () => {
  test('of gifts and of returned goods, unless it is one', () => {
    expect(kindsNamed({ to: 'AU' })).not.toEqual(expect.arrayContaining(['gifts']))
    expect(kindsNamed({ to: 'AU' })).not.toEqual(expect.arrayContaining(['returned-goods']))
    expect(kindsNamed({ to: 'AU', purpose: 'gift' })).toContain('gifts')
    expect(kindsNamed({ to: 'AU', purpose: 'returned-goods' })).toContain('returned-goods')
  })

  test('of preferences and quotas, unless it bears duty', () => {
    expect(kindsNamed({ to: 'DE' })).toContain('preferences')
    const free = { ...shirt, commodityCode: '8518210000' }
    expect(kindsNamed({ to: 'DE', lines: [free] })).not.toContain('preferences')
  })

  test('of low value, unless it might be within a limit', () => {
    expect(kindsNamed({ to: 'TW', lines: [{ ...shirt, price: '10.00' }] })).toContain('low-value')
    expect(kindsNamed({ to: 'TW', lines: [{ ...shirt, price: '90000.00' }] })).not.toContain(
      'low-value',
    )
  })

  test('of excise, unless its goods are of those that bear it', () => {
    expect(kindsNamed({ to: 'DE' })).not.toContain('excise')
    const wine = { ...shirt, commodityCode: '2204219300', quantities: { LTR: '1' } }
    expect(kindsNamed({ to: 'DE', lines: [shirt, wine] })).toContain('excise')
  })

  test('of goods that the tariff lacks, unless a rate is stated for them', () => {
    expect(kindsNamed({ to: 'DE' })).not.toContain('customs-duty')
    const unheld = { ...shirt, commodityCode: '8806100000' }
    expect(kindsNamed({ to: 'DE', lines: [shirt, unheld] })).toContain('customs-duty')
  })

  test('of a charge that is switched off, unless it comes in that way', () => {
    const said = (channel: string) =>
      JSON.stringify(
        namedFor({
          ...{ to: 'US', currency: 'USD', channel, transportMode: 'air' },
          lines: [{ ...shirt, commodityCode: '6109100012' }],
        }),
      )
    expect(said('post')).toContain('unless switched on: Dutiable mail fee')
    expect(said('courier')).not.toContain('Dutiable mail fee')
  })
})
