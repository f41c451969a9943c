import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { compareQuotes, type QuoteChange } from './compare-quotes.ts'
import type { ChargeLaw } from './landed-charge.ts'
import type { LandedCost } from './landed-cost.ts'
import type { QuotePeriod } from './quote-periods.ts'
import type { LandedCostRange, QuotedSale } from './quote-sale.ts'

/** What a law does to a sale on a day. */
export interface LawStep {
  /** `begins` and `ends`: to govern this sale; `changes`: it charges another rate from now on. */
  readonly effect: 'begins' | 'ends' | 'changes'
  readonly law: ChargeLaw
  /** The charges, or the way of coming in, that the law is cited for. */
  readonly names: readonly BilingualText[]
}

/** The day on which one period gives way to the next, and what is different from then on. */
export interface QuoteStep {
  readonly on: LocalDate
  /**
   * Charge by charge; absent where the sale is refused before or after it. Where a code is too short
   * it is the change of the least that the sale can cost.
   */
  readonly change?: QuoteChange
  /** The change of the most that it can cost, where a code is too short before or after it. */
  readonly changeOfHighest?: QuoteChange
  readonly laws: readonly LawStep[]
}

/** The steps between periods that follow one another. */
export function stepsBetween(periods: readonly QuotePeriod[]): readonly QuoteStep[] {
  return periods.slice(1).map(({ from, outcome }, index) => {
    const before = periods[index]!.outcome
    if (before.kind === 'refused' || outcome.kind === 'refused') return { on: from, laws: [] }
    return { on: from, ...stepOfLimits(before, outcome) }
  })
}

function stepOfLimits(before: QuotedSale, after: QuotedSale): Omit<QuoteStep, 'on'> {
  const [earlier, later] = [limitsOf(before), limitsOf(after)]
  const change = compareQuotes(earlier.lowest, later.lowest)
  const laws = lawSteps(earlier.lowest, later.lowest)
  if (before.kind === 'exact' && after.kind === 'exact') return { change, laws }
  const both = [...laws, ...lawSteps(earlier.highest, later.highest)]
  const each = new Map(both.map((step) => [`${step.effect} ${step.law.title}`, step]))
  const changeOfHighest = compareQuotes(earlier.highest, later.highest)
  return { change, changeOfHighest, laws: [...each.values()] }
}

/** The least and the most that a sale can cost: the same where its codes can be declared. */
export function limitsOf(sale: QuotedSale): Pick<LandedCostRange, 'lowest' | 'highest'> {
  return sale.kind === 'range' ? sale.range : { lowest: sale.landedCost, highest: sale.landedCost }
}

/** A law with all that a quote cites it for. */
interface Citation {
  readonly law: ChargeLaw
  readonly names: readonly BilingualText[]
  /** The rates that it charges, by what they are charged on. */
  readonly rates: readonly string[]
}

/** The laws that begin, end or change their rate between two quotes of one sale; new ones first. */
export function lawSteps(before: LandedCost, after: LandedCost): readonly LawStep[] {
  const [cited, citing] = [citationsOf(before), citationsOf(after)]
  const begun = [...citing].filter(([title]) => !cited.has(title))
  const ended = [...cited].filter(([title]) => !citing.has(title))
  const changed = [...citing].filter(([title, { rates }]) => {
    const earlier = cited.get(title)
    return earlier !== undefined && earlier.rates.join() !== rates.join()
  })
  return [
    ...begun.map(([, citation]) => stepOf('begins', citation)),
    ...changed.map(([, citation]) => stepOf('changes', citation)),
    ...ended.map(([, citation]) => stepOf('ends', citation)),
  ]
}

function stepOf(effect: LawStep['effect'], { law, names }: Citation): LawStep {
  return { effect, law, names: [...new Map(names.map((name) => [name.en, name])).values()] }
}

/** The laws of a quote by their titles: that of the regime, and those of the charges. */
function citationsOf({ regime, charges }: LandedCost): ReadonlyMap<string, Citation> {
  const cited = new Map<string, Citation>([
    [regime.law.title, { law: regime.law, names: [regime.name], rates: [] }],
  ])
  for (const { law, name, rule, measure, lineNumber, rate } of charges) {
    if (law === undefined) continue
    const known = cited.get(law.title)
    cited.set(law.title, {
      law: known?.law ?? law,
      names: [...(known?.names ?? []), name],
      rates: [...(known?.rates ?? []), [rule, measure, lineNumber, rate].join(' ')],
    })
  }
  return cited
}
