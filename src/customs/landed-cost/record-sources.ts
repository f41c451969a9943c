import type { LocalDate } from '../calendar/local-date.ts'
import { type CoverageGap, inOrder } from '../coverage/coverage-gap.ts'
import type { DecimalText } from '../money/decimal.ts'
import type { CurrencyCode } from '../money/money.ts'
import type { Result } from '../result.ts'
import type { RatePeriod } from '../tariff/exchange-rates.ts'
import type { QuoteSources, TariffQuestion } from './quote-landed-cost.ts'
import type { KeptRatePeriod, LineAnswer, QuoteSnapshot } from './quote-snapshot.ts'
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
  const tariff = recorded(from.tariffOf)
  const goods = recorded(from.goodsOf)
  const gaps = new Set<CoverageGap>()
  const declarableBelow = new Map<string, QuoteSnapshot['declarableBelow'][number]>()
  const periods = from.rates.periods.map((period) => ({
    ...period,
    unitsPerBase: new AskedRates(period.unitsPerBase),
  }))
  const sources: QuoteSources = {
    ...from,
    rates: { ...from.rates, periods },
    gapsFor: (sale) => {
      const concerning = from.gapsFor(sale)
      for (const gap of concerning) gaps.add(gap)
      return concerning
    },
    tariffOf: tariff.ask,
    goodsOf: goods.ask,
    declarableBelow: (code, day) => {
      const below = from.declarableBelow(code, day)
      declarableBelow.set(code, { code, ...below })
      return below
    },
  }
  const snapshot = (): QuoteSnapshot => ({
    ...{ ratesPublishedBy: from.ratesPublishedBy, ratesAreOfficialIn: from.ratesAreOfficialIn },
    ...{ tariffStatesVat: from.tariffStatesVat },
    destination: rulesOfTheDay(from.destination, { country, on }, [...gaps]),
    gaps: inOrder([...gaps]),
    rates: { base: from.rates.base, periods: periods.flatMap(askedOf) },
    tariffAnswers: [...tariff.answers.values()],
    goodsAnswers: [...goods.answers.values()],
    declarableBelow: [...declarableBelow.values()],
    ...(from.ownFees && { ownFees: from.ownFees }),
    ...(from.switchedOn && { switchedOn: [...from.switchedOn] }),
  })
  return { sources, snapshot }
}

/** A question to the tariff that writes down its answers, each line under each code once. */
function recorded<Said>(ask: (question: TariffQuestion) => Result<Said>) {
  const answers = new Map<string, LineAnswer<Said>>()
  return {
    answers,
    ask: (question: TariffQuestion): Result<Said> => {
      const { request, lineIndex } = question
      const { commodityCode } = request.lines[lineIndex]!
      const answer = ask(question)
      const asked = { lineIndex, ...(commodityCode !== undefined && { commodityCode }) }
      answers.set(JSON.stringify(asked), { ...asked, answer })
      return answer
    },
  }
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
