import { inOneList } from '../in-one-list.ts'
import {
  addDecimals,
  compareDecimals,
  type DecimalText,
  subtractDecimals,
} from '../money/decimal.ts'
import type { CurrencyCode, Money } from '../money/money.ts'
import type { DutyExpression } from './duty-expression.ts'
import { type EvaluatedTerm, evaluateTerm } from './evaluate-term.ts'
import type { MeasurementUnits } from './measurement-units.ts'
import type { MissingFact } from './missing-fact.ts'
import type { Quantities } from './quantity-in.ts'

/** What is known of the goods, and what the arithmetic needs to know of the world. */
export interface DutyFacts {
  /** The currency in which the authority charges; values are stated in it. */
  readonly currency: CurrencyCode
  readonly customsValue?: Money
  /** The price at which the goods are sold to consumers, for excise. */
  readonly retailPrice?: Money
  readonly quantities: Quantities
  /** Official rates for amounts that a tariff states in another currency. */
  readonly exchangeRates: readonly DutyExchangeRate[]
  readonly units: MeasurementUnits
}

/** How many units of one currency are given for one of another. */
export interface DutyExchangeRate {
  readonly from: CurrencyCode
  readonly to: CurrencyCode
  readonly rate: DecimalText
}

/** An exact duty with its workings, or all facts that it still needs. */
export type DutyEvaluation =
  | { readonly known: true; readonly duty: Money; readonly sums: readonly EvaluatedSum[] }
  | { readonly known: false; readonly missing: readonly [MissingFact, ...MissingFact[]] }

/** Terms that are added up, and how their sum bounds what stands before it. */
export interface EvaluatedSum {
  /** Absent for the first sum, which bounds nothing. */
  readonly bound?: 'minimum' | 'maximum'
  readonly terms: readonly EvaluatedTerm[]
  readonly amount: DecimalText
}

/**
 * Works out a duty exactly, before any rounding. A maximum caps all that stands before it and a
 * minimum is its floor, each compared with its own rate and the terms added to that; so the last
 * bound decides last.
 *
 * A rate of nothing needs no quantity: nothing for each kilogram is nothing, whatever the weight.
 */
export function evaluateDuty(expression: DutyExpression, facts: DutyFacts): DutyEvaluation {
  const terms = expression.map((term) => evaluateTerm(term, facts))
  const lacking = terms.filter((term) => !term.known)
  const [first, ...others] = withoutRepetition(inOneList(lacking.map(({ missing }) => missing)))
  if (first !== undefined) return { known: false, missing: [first, ...others] }
  const sums = sumsOf(terms.filter((term) => term.known).map(({ value }) => value))
  const [leading, ...bounds] = sums
  const amount = bounds.reduce(within, leading?.amount ?? nothing)
  return { known: true, duty: { amount, currency: facts.currency }, sums }
}

const nothing = '0' as DecimalText

/** The terms from one bound to the next, each with its sum. */
function sumsOf(terms: readonly EvaluatedTerm[]): readonly EvaluatedSum[] {
  const groups: EvaluatedTerm[][] = []
  for (const evaluated of terms) {
    const group = groups.at(-1)
    if (group === undefined || boundOf(evaluated) !== undefined) groups.push([evaluated])
    else group.push(evaluated)
  }
  return groups.map((group) => {
    const bound = boundOf(group[0]!)
    return { terms: group, amount: sumOf(group), ...(bound && { bound }) }
  })
}

function boundOf({ term: { operator } }: EvaluatedTerm): 'minimum' | 'maximum' | undefined {
  return operator === 'minimum' || operator === 'maximum' ? operator : undefined
}

function sumOf(terms: readonly EvaluatedTerm[]): DecimalText {
  const [first, ...others] = terms
  // Most rates are one percentage, and a number alone needs no adding up.
  if (first !== undefined && others.length === 0 && first.term.operator !== 'subtract') {
    return first.amount
  }
  return terms.reduce(
    (sofar, { term, amount }) =>
      term.operator === 'subtract' ? subtractDecimals(sofar, amount) : addDecimals(sofar, amount),
    nothing,
  )
}

/** What stands to the left of a bound, kept within it. */
function within(left: DecimalText, { bound, amount }: EvaluatedSum): DecimalText {
  const isWithin =
    bound === 'minimum' ? compareDecimals(left, amount) >= 0 : compareDecimals(left, amount) <= 0
  return isWithin ? left : amount
}

/** One weight may be needed for several rates, but has to be stated once. */
function withoutRepetition(missing: readonly MissingFact[]): readonly MissingFact[] {
  const byFact = new Map<string, MissingFact>()
  for (const fact of missing) {
    const key = JSON.stringify({ ...fact, neededFor: '' })
    const known = byFact.get(key)
    byFact.set(key, known === undefined ? fact : neededForBoth(known, fact))
  }
  return [...byFact.values()]
}

function neededForBoth(known: MissingFact, { neededFor }: MissingFact): MissingFact {
  if (known.neededFor.split(', ').includes(neededFor)) return known
  return { ...known, neededFor: `${known.neededFor}, ${neededFor}` }
}
