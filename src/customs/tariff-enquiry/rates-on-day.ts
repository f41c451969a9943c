import Big from 'big.js'
import type { LocalDate } from '../calendar/local-date.ts'
import type { DutyOption, LineTariff } from '../landed-cost/duty-option.ts'
import {
  findDestination,
  type LandedCostBook,
  quoteSources,
} from '../landed-cost/landed-cost-book.ts'
import { valueFor } from '../landed-cost/value-for.ts'
import { type DecimalText, fromBig, toBig } from '../money/decimal.ts'
import { type Failures, type Result, success } from '../result.ts'
import { askedSale, type Quantities } from './asked-sale.ts'

/** Goods of a code from a country that come in on a day. */
export interface AskedGoods {
  readonly country: string
  readonly code: string
  readonly origin: string
  readonly on: LocalDate
}

/** The rates that goods bear on a day, as a quote would charge them. */
export interface RatesOnDay {
  /** The duty of third countries first. */
  readonly options: readonly RatedOption[]
  readonly vat?: LineTariff['vat']
  /** Measures that exist for these goods and are not worked out. */
  readonly notCovered: LineTariff['notCovered']
}

/** A lawful way to charge the goods, with its rates and no amounts. */
export interface RatedOption extends Pick<DutyOption, 'kind' | 'name' | 'needs'> {
  readonly duties: readonly RatedDuty[]
  /** All its duties in percent of the value; absent where they hang on a quantity too. */
  readonly percent?: DecimalText
}

/** A duty by its rate, law and heading. */
export type RatedDuty = Pick<
  DutyOption['duties'][number],
  'kind' | 'source' | 'measure' | 'name' | 'rate' | 'law' | 'declaredHeading'
>

/**
 * The rates for goods of a code. Fails with what a quote would fail with, such as `not-covered` where
 * no tariff is loaded and `fact-missing` where a programme asks for what only a sale can state.
 */
export function ratesOnDay(book: LandedCostBook, goods: AskedGoods): Result<RatesOnDay> {
  const byValue = tariffFor(book, goods, {})
  if (byValue.ok) return success(rated(byValue.value, 'by value alone'))
  if (!byValue.failures.every(isQuantity)) return byValue
  const byQuantity = tariffFor(book, goods, oneOfEach(book))
  return byQuantity.ok ? success(rated(byQuantity.value, 'by quantity too')) : byQuantity
}

/** What the tariff says of the goods, asked as a quote asks it. */
function tariffFor(
  book: LandedCostBook,
  goods: AskedGoods,
  quantities: Quantities,
): Result<LineTariff> {
  const sources = quoteSources(book, goods.country)
  const destination = findDestination(book, goods.country)
  if (!sources.ok) return sources
  if (!destination.ok) return destination
  const { on } = goods
  const request = askedSale(goods, destination.value.currency, quantities)
  const facts = { destination: destination.value, on, rates: book.rates }
  const valued = valueFor(request, facts)
  if (!valued.ok) return valued
  return sources.value.tariffOf({ ...facts, request, lineIndex: 0, valued: valued.value })
}

/** One of every unit that a duty may count: the rates are read, the amounts are not. */
function oneOfEach({ vocabulary: { units } }: LandedCostBook): Quantities {
  const one = '1' as DecimalText
  const quantities = Object.fromEntries([...units.keys()].map((unit) => [unit, one]))
  return { netWeightKg: one, grossWeightKg: one, quantities }
}

function isQuantity({ path }: Failures[number]): boolean {
  return /\/(?:netWeightKg|grossWeightKg|quantities)/.test(path)
}

function rated(
  { options, vat, notCovered }: LineTariff,
  measured: 'by value alone' | 'by quantity too',
): RatesOnDay {
  return {
    options: options.map(({ kind, name, needs, duties }) => ({
      ...{ kind, name, needs },
      duties: duties.map(withoutAmount),
      ...(measured === 'by value alone' && { percent: percentOf(duties) }),
    })),
    ...(vat && { vat }),
    notCovered,
  }
}

function withoutAmount(duty: DutyOption['duties'][number]): RatedDuty {
  const { kind, source, measure, name, rate, law, declaredHeading } = duty
  return {
    ...{ kind, source, measure, name, rate },
    ...(law && { law }),
    ...(declaredHeading !== undefined && { declaredHeading }),
  }
}

function percentOf(duties: DutyOption['duties']): DecimalText {
  return fromBig(duties.reduce((sum, { exact }) => sum.plus(toBig(exact.amount)), new Big(0)))
}
