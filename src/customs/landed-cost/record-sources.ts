import type { LocalDate } from '../calendar/local-date.ts'
import type { DecimalText } from '../money/decimal.ts'
import type { CurrencyCode } from '../money/money.ts'
import type { RatePeriod } from '../tariff/exchange-rates.ts'
import type { GoodsInTariff } from './duty-option.ts'
import type { QuoteSources, TariffQuestion } from './quote-landed-cost.ts'
import type { KeptRatePeriod, QuoteSnapshot, TariffAnswer } from './quote-snapshot.ts'
import { rulesOfTheDay } from './rules-of-the-day.ts'

/** Sources that keep what they have answered. */
export interface RecordedSources {
  readonly sources: QuoteSources
  /** What a quote from these sources was made from; to be taken once it is made. */
  readonly snapshot: () => QuoteSnapshot
}

/** For which sale sources are recorded: to where it goes, and on which day. */
export interface Recording {
  readonly country: string
  readonly on: LocalDate
}

/**
 * The same sources, which write down what they answer while one sale is quoted. Whoever quotes from
 * the snapshot by `replayedSources` gets the same bytes.
 */
export function recordSources(from: QuoteSources, { country, on }: Recording): RecordedSources {
  const tariffAnswers = new Map<string, TariffAnswer>()
  const goodsAnswers = new Map<string, TariffAnswer<GoodsInTariff>>()
  const declarableBelow = new Map<string, QuoteSnapshot['declarableBelow'][number]>()
  const periods = from.rates.periods.map((period) => ({
    ...period,
    unitsPerBase: new AskedRates(period.unitsPerBase),
  }))
  const sources: QuoteSources = {
    ...from,
    rates: { ...from.rates, periods },
    tariffOf: (question) => {
      const asked = askedLine(question)
      const answer = from.tariffOf(question)
      tariffAnswers.set(JSON.stringify(asked), { ...asked, answer })
      return answer
    },
    goodsOf: (question) => {
      const asked = askedLine(question)
      const answer = from.goodsOf(question)
      goodsAnswers.set(JSON.stringify(asked), { ...asked, answer })
      return answer
    },
    declarableBelow: (code, day) => {
      const codes = from.declarableBelow(code, day)
      declarableBelow.set(code, { code, codes })
      return codes
    },
  }
  const snapshot = (): QuoteSnapshot => ({
    ...{ ratesPublishedBy: from.ratesPublishedBy, ratesAreOfficialIn: from.ratesAreOfficialIn },
    ...{ tariffStatesVat: from.tariffStatesVat },
    destination: rulesOfTheDay(from.destination, { country, on }),
    rates: { base: from.rates.base, periods: periods.flatMap(askedOf) },
    tariffAnswers: [...tariffAnswers.values()],
    ...(goodsAnswers.size > 0 && { goodsAnswers: [...goodsAnswers.values()] }),
    declarableBelow: [...declarableBelow.values()],
    ...(from.ownFees && { ownFees: from.ownFees }),
    ...(from.switchedOn && { switchedOn: [...from.switchedOn] }),
  })
  return { sources, snapshot }
}

/** The line and the code under which the tariff was asked about it. */
function askedLine({ request, lineIndex }: TariffQuestion) {
  const { commodityCode } = request.lines[lineIndex]!
  return { lineIndex, ...(commodityCode !== undefined && { commodityCode }) }
}

/** The rates of a period, which know for which currencies they were asked. */
class AskedRates extends Map<CurrencyCode, DecimalText> {
  // The constructor of a map may not find what the class adds to it, so it is made on the first question.
  asked: Set<CurrencyCode> | undefined

  override get(currency: CurrencyCode): DecimalText | undefined {
    this.asked ??= new Set()
    this.asked.add(currency)
    return super.get(currency)
  }
}

/** The period with the rates that were asked for; nothing of one that nobody asked. */
function askedOf({
  from,
  until,
  base,
  unitsPerBase,
}: RatePeriod & { readonly unitsPerBase: AskedRates }): readonly KeptRatePeriod[] {
  const { asked } = unitsPerBase
  if (asked === undefined) return []
  const known = [...unitsPerBase].filter(([currency]) => asked.has(currency))
  return [{ from, until, base, unitsPerBase: Object.fromEntries(known) }]
}
