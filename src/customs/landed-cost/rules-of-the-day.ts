import { isInForce } from '../calendar/local-date.ts'
import type { CoverageGap } from '../coverage/coverage-gap.ts'
import type { Destination } from '../destination/destination.ts'
import { validityOf } from '../tariff/dated-rule.ts'
import type { Recording } from './record-sources.ts'

type DatedRule = Parameters<typeof validityOf>[0]

/**
 * A destination with the rules alone that a quote of one day to one country can come upon, and the
 * laws and groups of goods that these and its gaps cite: what is kept with a quote need not tell of
 * other days and other members, nor of what the gaps were found by.
 */
export function rulesOfTheDay(
  destination: Destination,
  { country, on }: Recording,
  gaps: readonly CoverageGap[],
): Destination {
  const holds = (rule: DatedRule) => isInForce(validityOf(rule), on)
  const rules = {
    valuation: destination.valuation.filter(holds),
    rounding: destination.rounding.filter(holds),
    taxRates: destination.taxRates.filter(
      (rate) => holds(rate) && (rate.member === undefined || rate.member === country),
    ),
    regimes: destination.regimes.filter(holds),
    ...(destination.exemptGoods && {
      exemptGoods: destination.exemptGoods.map(({ id, cases }) => ({
        id,
        cases: cases.filter(holds),
      })),
    }),
  }
  const cited = JSON.stringify([rules, gaps])
  const isCited = ({ id }: { readonly id: string }) => cited.includes(JSON.stringify(id))
  return {
    ...destination,
    ...rules,
    laws: destination.laws.filter(isCited).map((law) => ({ ...law, sources: [] })),
    goodsGroups: destination.goodsGroups.filter(isCited),
    coverage: [],
    sources: [],
    importers: [],
  }
}
