import { Type, type Static } from 'typebox'
import { isInForce, type LocalDate } from '../calendar/local-date.ts'
import { checkedReader } from '../checked-reader.ts'
import type { DecimalText } from '../money/decimal.ts'
import { type CurrencyCode, minorUnitDecimals, type Money, roundMoney } from '../money/money.ts'
import { divideAndRound, type Rounding } from '../money/rounding.ts'
import { currencyCode, decimalText, localDate } from '../order/schema.ts'
import { combineAll, failure, type Result, success } from '../result.ts'

/** One file of rates, as HMRC publishes them for a month. */
const periodSchema = Type.Object({
  period: Type.Object({ from: localDate, until: localDate }),
  base: currencyCode,
  rates: Type.Record(Type.String({ pattern: '^[A-Z]{3}$' }), decimalText, { minProperties: 1 }),
})

/** The rates that an authority published for one period, half-open as every validity. */
export interface RatePeriod {
  readonly from: LocalDate
  readonly until: LocalDate
  readonly base: CurrencyCode
  /** Units of the foreign currency for one unit of the base. */
  readonly unitsPerBase: ReadonlyMap<CurrencyCode, DecimalText>
}

/** The official rates of one authority, all against its own currency. */
export interface ExchangeRates {
  readonly base: CurrencyCode
  readonly periods: readonly RatePeriod[]
  /** Used on days that no period holds, where whoever asks has allowed it; see `withStandIn`. */
  readonly standIn?: RatePeriod
}

/** An exchange rate as it was used, with the period for which the authority published it. */
export interface RateUsed {
  readonly currency: CurrencyCode
  readonly unitsPerBase: DecimalText
  readonly from: LocalDate
  readonly until: LocalDate
}

/** An amount in the currency of the authority, and how it got there. */
export interface Converted {
  readonly money: Money
  /** Absent where the amount already was in the base currency. */
  readonly rate?: RateUsed
}

/** How a converted amount is rounded: once, to the nearest penny, a half up. */
export const conversionRounding: Rounding = 'half-up'

const readPeriod = checkedReader<Static<typeof periodSchema>>(periodSchema)

/** Reads the contents of the files of `data/gb/exchange-rates`. */
export function readExchangeRates(
  base: CurrencyCode,
  files: readonly unknown[],
): Result<ExchangeRates> {
  const periods = combineAll(files.map((file) => readRatePeriod(base, file)))
  return periods.ok ? success({ base, periods: periods.value }) : periods
}

/** One period of rates; against another base they would turn every amount the wrong way round. */
function readRatePeriod(base: CurrencyCode, json: unknown): Result<RatePeriod> {
  const file = readPeriod(json)
  if (!file.ok) return file
  const { period, rates } = file.value
  if (file.value.base === base) {
    return success({ ...period, base, unitsPerBase: new Map(Object.entries(rates)) })
  }
  return failure({
    code: 'currency-mismatch',
    path: '/base',
    message: `Rates against ${file.value.base} stand among rates against ${base}.`,
    mend: `Load only the rates of the authority whose currency is ${base}.`,
    zh: {
      message: `以 ${file.value.base} 为基准的汇率混入了以 ${base} 为基准的汇率。`,
      mend: `请只载入以 ${base} 为货币的海关所公布的汇率。`,
    },
  })
}

/**
 * Converts an amount into the currency of the rates at the official rate of a day: the amount
 * divided by the rate, rounded once. A shop's own rate is never used.
 *
 * Fails with `exchange-rate-missing`, naming currency and period.
 *
 * @param path where the amount stands in the input, for the failure
 */
export function convert(
  rates: ExchangeRates,
  amount: Money,
  at: { readonly on: LocalDate; readonly path: string },
): Result<Converted> {
  if (amount.currency === rates.base) {
    return success({ money: roundMoney(amount, conversionRounding) })
  }
  const rate = rateOn(rates, amount.currency, at.on)
  if (rate === undefined) {
    return failure({
      code: 'exchange-rate-missing',
      path: at.path,
      message: `No official rate of ${amount.currency} is loaded for ${at.on.slice(0, 7)}.`,
      mend: `Load the rates that the authority published for ${at.on.slice(0, 7)}, or invoice in ${rates.base}.`,
      zh: {
        message: `没有载入 ${amount.currency} 在 ${at.on.slice(0, 7)} 的官方汇率。`,
        mend: `请载入海关公布的 ${at.on.slice(0, 7)} 汇率，或以 ${rates.base} 开具发票。`,
      },
    })
  }
  const decimals = minorUnitDecimals(rates.base)
  const converted = divideAndRound(amount.amount, rate.unitsPerBase, {
    decimals,
    rounding: conversionRounding,
  })
  return success({ money: { amount: converted, currency: rates.base }, rate })
}

/** The rate of a currency in the period that holds the day, if there is both. */
function rateOn(rates: ExchangeRates, currency: CurrencyCode, on: LocalDate): RateUsed | undefined {
  const period = rates.periods.find((candidate) => isInForce(candidate, on))
  const unitsPerBase = period?.unitsPerBase.get(currency)
  if (period === undefined || unitsPerBase === undefined) return undefined
  return { currency, unitsPerBase, from: period.from, until: period.until }
}
