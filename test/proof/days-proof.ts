import { isDeepStrictEqual } from 'node:util'

import { type Days, everyDay } from '../../src/customs/calendar/days-alike.ts'
import { type LocalDate, localDate } from '../../src/customs/calendar/local-date.ts'
import { daysToQuote } from '../../src/customs/landed-cost/days-to-quote.ts'
import {
  type LandedCostBook,
  quoteSources,
} from '../../src/customs/landed-cost/landed-cost-book.ts'
import type { QuoteSources } from '../../src/customs/landed-cost/quote-landed-cost.ts'
import { quotePeriods } from '../../src/customs/landed-cost/quote-periods.ts'
import type { QuoteRequest } from '../../src/customs/landed-cost/quote-request.ts'
import { quoteSale } from '../../src/customs/landed-cost/quote-sale.ts'
import { ratesHeld, withRatesHeld } from '../../src/customs/landed-cost/rates-held.ts'
import { dutyHistory, type GoodsOverTime } from '../../src/customs/tariff-enquiry/duty-history.ts'
import { valueOf } from '../gb-reference-data.ts'
import { saleTo } from '../landed-cost.ts'
import type { SeededChoice } from './seeded-choice.ts'

/** All the days that rules and laws are kept for. */
const days: Days = { from: localDate('2024-01-01'), until: localDate('2027-01-01') }

const origins = ['CN', 'VN', 'MX', 'CA', 'DE', 'GB', 'JP', 'IN', 'RU', 'TR']
const unionMembers = ['DE', 'IE', 'EE']
const prices = ['20.00', '140.00', '700.00', '3000.00']
const ways = [
  { channel: 'post' },
  { channel: 'courier' },
  { channel: 'freight', transportMode: 'sea' },
]

/** What one comparison found. */
export interface DaysCompared {
  /** What was compared, for whoever has to repeat it. */
  readonly about: string
  readonly isSame: boolean
  /** How often something changed within the days. */
  readonly steps: number
}

/**
 * That the few days which are tried tell the same as every single day, for sales and goods that a seed
 * chooses from what is shipped.
 */
export class DaysProof {
  readonly #book: LandedCostBook
  readonly #choice: SeededChoice

  constructor(book: LandedCostBook, choice: SeededChoice) {
    this.#book = book
    this.#choice = choice
  }

  /** Every country that sales are quoted to, some members for a union. */
  countries(): readonly string[] {
    return [...this.#book.destinations.keys()].flatMap((code) =>
      code === 'EU' ? unionMembers : [code],
    )
  }

  /** Whether a sale to a country has the periods that quoting each day finds. */
  sale(country: string): DaysCompared {
    const sources = this.sources(country)
    const sale = this.saleTo(country)
    const quoteOn = (on: LocalDate) => quoteSale(sale, on, sources)
    const everyOne = quotePeriods(days, quoteOn)
    const few = quotePeriods(days, quoteOn, daysToQuote(days, sale, sources))
    return compared(JSON.stringify(sale), few, everyOne)
  }

  /** Whether the duty on goods of a country with a tariff has the history that each day tells. */
  history(country: string): DaysCompared {
    const code = this.#choice.among(this.#codesOf(country))
    const goods: GoodsOverTime = { country, code, origin: this.#choice.among(origins) }
    const everyOne = dutyHistory(this.#book, goods, days, everyDay(days))
    return compared(JSON.stringify(goods), dutyHistory(this.#book, goods, days), everyOne)
  }

  /** A sale to a country of goods, an origin, a price and a carriage that the seed chooses. */
  saleTo(country: string): QuoteRequest {
    const cost = (amount: string) => ({ amount, currency: 'USD' })
    return saleTo({
      ...{ to: country, currency: 'USD', freight: cost('30.00'), insurance: cost('2.00') },
      ...this.#choice.among(ways),
      lines: [
        {
          price: this.#choice.among(prices),
          commodityCode: this.#choice.among(this.#codesOf(country)),
          origin: this.#choice.among(origins),
          ...{ netWeightKg: '1', grossWeightKg: '1.2' },
          ...(!this.#hasTariff(country) && { dutyPercent: '5' }),
        },
      ],
    })
  }

  /** What sales to a country are quoted from, at the rates of one day as the time machine has them. */
  sources(country: string): QuoteSources {
    const held = valueOf(ratesHeld(this.#book.rates, localDate('2026-11-01')))
    return withRatesHeld(valueOf(quoteSources(this.#book, country)), held)
  }

  #hasTariff(country: string): boolean {
    return unionMembers.includes(country) || this.#book.tariffs.has(country)
  }

  /** The codes of the country's own tariff, or where none is loaded those of the union's. */
  #codesOf(country: string): readonly string[] {
    const tariff = this.#book.tariffs.get(country) ?? this.#book.tariffs.get('EU')
    const { rows } = tariff!.nomenclature.editions[0]!.edition
    return rows.flatMap(({ mayBeDeclared, code }) =>
      mayBeDeclared && code !== undefined ? [code] : [],
    )
  }
}

function compared(
  about: string,
  few: readonly unknown[],
  everyOne: readonly unknown[],
): DaysCompared {
  return { about, isSame: isDeepStrictEqual(few, everyOne), steps: everyOne.length - 1 }
}
