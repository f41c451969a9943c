import { isInForce } from '../calendar/local-date.ts'
import type { Destination } from '../destination/destination.ts'
import { validityOf } from '../tariff/dated-rule.ts'
import type { Recording } from './record-sources.ts'

type DatedRule = Parameters<typeof validityOf>[0]

/**
 * A destination with the rules alone that a quote of one day to one country can come upon, and the
 * laws that these cite: what is kept with a quote need not tell of other days and other members.
 */
export function rulesOfTheDay(destination: Destination, { country, on }: Recording): Destination {
  const holds = (rule: DatedRule) => isInForce(validityOf(rule), on)
  const rules = {
    valuation: destination.valuation.filter(holds),
    rounding: destination.rounding.filter(holds),
    taxRates: destination.taxRates.filter(
      (rate) => holds(rate) && (rate.member === undefined || rate.member === country),
    ),
    regimes: destination.regimes.filter(holds),
  }
  const cited = JSON.stringify(rules)
  return {
    ...destination,
    ...rules,
    laws: destination.laws.filter(({ id }) => cited.includes(JSON.stringify(id))),
    sources: [],
    importers: [],
  }
}
