import { datesIn } from '../calendar/dates-in.ts'
import { type Days, everyDay } from '../calendar/days-alike.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { QuoteSources } from './quote-landed-cost.ts'
import type { QuoteRequest } from './quote-request.ts'

/**
 * The days of a window on which a sale has to be quoted to know what it costs on all of them: the first
 * one, and each on which anything of its quote may change. A quote depends on its day only through days
 * that stand in what it is made from: the rules of the destination, the lines and measures of the
 * tariff for its codes, what stacks on them, rates of exchange, own fees, and the sale itself. Where
 * the days of a tariff are not known, every day has to be quoted.
 */
export function daysToQuote(
  days: Days,
  request: QuoteRequest,
  sources: QuoteSources,
): readonly LocalDate[] {
  const { changesBelow } = sources
  if (changesBelow === undefined) return everyDay(days)
  const { valuation, rounding, taxRates, regimes, exemptGoods } = sources.destination
  const { rates, ownFees } = sources
  const changes = [
    ...datesIn([valuation, rounding, taxRates, regimes, exemptGoods, ownFees, request]),
    ...rates.periods.flatMap(({ from, until }) => [from, until]),
    ...request.lines.flatMap(({ commodityCode = '', origin = '' }) =>
      changesBelow(commodityCode, origin),
    ),
  ]
  const within = changes.filter((day) => days.from < day && day < days.until)
  return [...new Set([days.from, ...within])].toSorted()
}
