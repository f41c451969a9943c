import type { LocalDate } from '../calendar/local-date.ts'
import { isInForce } from '../calendar/local-date.ts'
import { type DecimalText, multiplyDecimals } from '../money/decimal.ts'
import { type CurrencyCode, minorUnitDecimals, type Money } from '../money/money.ts'
import { divideAndRound, round, type Rounding } from '../money/rounding.ts'
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
  const decimals = minorUnitDecimals(to)
  if (amount.currency === to) {
    return success({
      money: { amount: round(amount.amount, decimals, conversionRounding), currency: to },
    })
  }
  const used = conversionOn(rates, amount.currency, conversion)
  if (!used.ok) return used
  const { unitsFrom, unitsTo } = used.value
  const converted = divideAndRound(multiplyDecimals(amount.amount, unitsTo), unitsFrom, {
    decimals,
    rounding: conversionRounding,
  })
  return success({ money: { amount: converted, currency: to }, used: used.value })
}

/** The two official rates between which an amount of a currency goes. */
export function conversionOn(
  rates: ExchangeRates,
  from: CurrencyCode,
  { to, on, path }: Conversion,
): Result<ConversionUsed> {
  const period = rates.periods.find((candidate) => isInForce(candidate, on))
  const unitsFrom = unitsOf(period, from, rates.base)
  const unitsTo = unitsOf(period, to, rates.base)
  if (period === undefined || unitsFrom === undefined || unitsTo === undefined) {
    return rateMissing(unitsFrom === undefined ? from : to, { on, path })
  }
  return success({
    ...{ from, to, unitsFrom, unitsTo, base: rates.base },
    period: { from: period.from, until: period.until },
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
    mend: `Load the official rates of ${month}, or state the amounts in the currency of the destination.`,
    zh: {
      message: `没有载入 ${currency} 在 ${month} 的官方汇率。`,
      mend: `请载入 ${month} 的官方汇率，或以目的地货币填写金额。`,
    },
  })
}
