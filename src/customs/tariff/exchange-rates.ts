import { Type, type Static } from 'typebox'
import type { LocalDate } from '../calendar/local-date.ts'
import { checkedReader } from '../checked-reader.ts'
import type { DecimalText } from '../money/decimal.ts'
import type { CurrencyCode } from '../money/money.ts'
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
