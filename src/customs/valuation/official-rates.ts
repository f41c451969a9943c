import type { LocalDate } from '../calendar/local-date.ts'
import { isInForce } from '../calendar/local-date.ts'
import { compareDecimals, type DecimalText, multiplyDecimals } from '../money/decimal.ts'
import { type CurrencyCode, minorUnitDecimals, type Money, roundMoney } from '../money/money.ts'
import { divideAndRound, type Rounding } from '../money/rounding.ts'
import { Remembered } from '../remembered.ts'
import { failure, type Result, success } from '../result.ts'
import type { ExchangeRates, RatePeriod } from '../tariff/exchange-rates.ts'

/** How a converted amount is rounded: once, to the nearest coin, a half up. */
const conversionRounding: Rounding = 'half-up'

/** The rates of one period, and the two currencies between which an amount went. */
export interface ConversionUsed {
  readonly from: CurrencyCode
  readonly to: CurrencyCode
  /** Units of each for one unit of the base in which the authority publishes. */
  readonly unitsFrom: DecimalText
  readonly unitsTo: DecimalText
  readonly base: CurrencyCode
  readonly period: { readonly from: LocalDate; readonly until: LocalDate }
  /** The period does not hold the day; it was used because that was asked for. */
  readonly isStandIn?: true
}

/** An amount in the wanted currency; `used` is absent where nothing had to be converted. */
export interface ConvertedAmount {
  readonly money: Money
  readonly used?: ConversionUsed
}

/** Into which currency an amount goes, on which day, and where it stands in the input. */
export interface Conversion {
  readonly to: CurrencyCode
  readonly on: LocalDate
  readonly path: string
}

/**
 * Converts an amount at the official rates of a day, rounded once to the coin of the wanted currency.
 * Between two currencies that are both quoted against a third it goes by exact proportion, without a
 * rounding in between. Fails with `exchange-rate-missing`, naming currency and month.
 */
export function convertAmount(
  rates: ExchangeRates,
  amount: Money,
  conversion: Conversion,
): Result<ConvertedAmount> {
  const { to } = conversion
  if (amount.currency === to) {
    return success({ money: roundMoney(amount, conversionRounding) })
  }
  const used = conversionOn(rates, amount.currency, conversion)
  return used.ok ? success({ money: convertedAt(used.value, amount), used: used.value }) : used
}

/** An amount in the currency from which a conversion goes, rounded in the same way. */
export function convertedAt({ unitsFrom, unitsTo, to }: ConversionUsed, { amount }: Money): Money {
  const converted = divideAndRound(multiplyDecimals(amount, unitsTo), unitsFrom, {
    decimals: minorUnitDecimals(to),
    rounding: conversionRounding,
  })
  return { amount: converted, currency: to }
}

/**
 * Compares an amount with one that may stand in another currency, by exact proportion at the official
 * rates of a day: a limit is exceeded by whatever is more than it, be it less than a coin. Amounts in
 * one currency need no rate. Fails as {@link convertAmount}.
 */
export function compareAtRates(
  rates: ExchangeRates,
  { amount, other }: { readonly amount: Money; readonly other: Money },
  at: Omit<Conversion, 'to'>,
): Result<-1 | 0 | 1> {
  if (amount.currency === other.currency) {
    return success(compareDecimals(amount.amount, other.amount))
  }
  const used = conversionOn(rates, other.currency, { ...at, to: amount.currency })
  if (!used.ok) return used
  const { unitsFrom, unitsTo } = used.value
  return success(
    compareDecimals(
      multiplyDecimals(amount.amount, unitsFrom),
      multiplyDecimals(other.amount, unitsTo),
    ),
  )
}

/**
 * The rates with the latest period before a day standing in for it, where no period holds the day.
 * They are for a plan: whoever uses them has to say so, and never finds rates of a later time.
 */
export function withStandIn(rates: ExchangeRates, on: LocalDate): ExchangeRates {
  if (rates.periods.some((period) => isInForce(period, on))) return rates
  const [latest] = rates.periods
    .filter(({ until }) => until <= on)
    .toSorted((one, other) => (one.until < other.until ? 1 : -1))
  return latest === undefined ? rates : { ...rates, standIn: latest }
}

/** The rates without the periods of other days, so that no conversion of the day reads through them. */
export function ratesOn(rates: ExchangeRates, on: LocalDate): ExchangeRates {
  const byDay = ratesByDay.get(rates) ?? new Remembered<ExchangeRates>(DAYS_REMEMBERED)
  ratesByDay.set(rates, byDay)
  return byDay.of(on, () => ({
    ...rates,
    periods: rates.periods.filter((period) => isInForce(period, on)),
  }))
}

/** More than the days of the time machine. */
const DAYS_REMEMBERED = 1200

const ratesByDay = new WeakMap<ExchangeRates, Remembered<ExchangeRates>>()

/** The two official rates between which an amount of a currency goes. */
export function conversionOn(
  rates: ExchangeRates,
  from: CurrencyCode,
  { to, on, path }: Conversion,
): Result<ConversionUsed> {
  const period = rates.periods.find((candidate) => isInForce(candidate, on)) ?? rates.standIn
  const unitsFrom = unitsOf(period, from, rates.base)
  const unitsTo = unitsOf(period, to, rates.base)
  if (period === undefined || unitsFrom === undefined || unitsTo === undefined) {
    return rateMissing(unitsFrom === undefined ? from : to, { on, path })
  }
  return success({
    from,
    to,
    unitsFrom,
    unitsTo,
    base: rates.base,
    period: { from: period.from, until: period.until },
    ...(period === rates.standIn && { isStandIn: true }),
  })
}

function unitsOf(
  period: RatePeriod | undefined,
  currency: CurrencyCode,
  base: CurrencyCode,
): DecimalText | undefined {
  return currency === base ? ('1' as DecimalText) : period?.unitsPerBase.get(currency)
}

function rateMissing(
  currency: CurrencyCode,
  { on, path }: Pick<Conversion, 'on' | 'path'>,
): Result<never> {
  const month = on.slice(0, 7)
  return failure({
    code: 'exchange-rate-missing',
    path,
    message: `No official rate of ${currency} is loaded for ${month}.`,
    mend: `Load the official rates of ${month}, state the amounts in the currency of the destination, or ask for a plan with "exchangeRates": "latest-loaded".`,
    zh: {
      message: `没有载入 ${currency} 在 ${month} 的官方汇率。`,
      mend: `请载入 ${month} 的官方汇率，或以目的地货币填写金额；仅作估算时可填 "exchangeRates": "latest-loaded"。`,
    },
  })
}
