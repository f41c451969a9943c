import {
  type DecimalText,
  isZero,
  multiplyDecimals,
  percentOf,
  shortest,
} from '../money/decimal.ts'
import type { Money } from '../money/money.ts'
import { divideAndRound, round } from '../money/rounding.ts'
import type { DutyTerm, ReliefRate, SpecificRate, UnitCode } from './duty-expression.ts'
import { rateText } from './duty-text.ts'
import type { DutyExchangeRate, DutyFacts } from './evaluate-duty.ts'
import type { MissingFact, NeededFact } from './missing-fact.ts'
import { type Counted, quantityIn, type QuantityFound } from './quantity-in.ts'

/** A term with what it comes to, never negative: its operator is applied by the sum. */
export interface EvaluatedTerm {
  readonly term: DutyTerm
  readonly amount: DecimalText
  /** What a percentage was taken of. */
  readonly base?: Money
  /** The quantities that an amount of money was multiplied by. */
  readonly counted: readonly Counted[]
  /** Where the tariff states its amount in another currency. */
  readonly exchange?: DutyExchangeRate
}

/** A term that was worked out, or the facts that it needs. */
type TermEvaluation =
  | { readonly known: true; readonly value: EvaluatedTerm }
  | { readonly known: false; readonly missing: readonly MissingFact[] }

/** Works out one term exactly. */
export function evaluateTerm(term: DutyTerm, facts: DutyFacts): TermEvaluation {
  switch (term.kind) {
    case 'ad-valorem':
      return percentage(term, facts.customsValue, facts)
    case 'retail-price':
      return percentage(term, facts.retailPrice, facts)
    case 'specific':
      return specific(term, facts)
    case 'small-producers-relief':
      return relief(term, facts)
    case 'agricultural':
      return lacking(term, facts, [{ fact: 'additional-code' }])
    case 'supplementary-unit':
      return known({ term, amount: nothing, counted: [] })
  }
}

const nothing = '0' as DecimalText

function percentage(
  term: DutyTerm & { readonly kind: 'ad-valorem' | 'retail-price' },
  base: Money | undefined,
  facts: DutyFacts,
): TermEvaluation {
  if (base === undefined) {
    if (isZero(term.percent)) return known({ term, amount: nothing, counted: [] })
    const fact = term.kind === 'ad-valorem' ? 'customs-value' : 'retail-price'
    return lacking(term, facts, [{ fact }])
  }
  if (base.currency !== facts.currency) {
    throw new TypeError(`currencies never mix: ${base.currency} and ${facts.currency}`)
  }
  const amount = percentOf(base.amount, term.percent)
  return known({ term, amount, base, counted: [] })
}

function specific(term: DutyTerm & SpecificRate, facts: DutyFacts): TermEvaluation {
  if (isZero(term.amount)) return known({ term, amount: nothing, counted: [] })
  const quantity = quantityOf(term.unit, facts)
  const exchange = exchangeOf(term, facts)
  const missing = [...quantity.missing, ...exchange.missing]
  if (quantity.found === undefined || missing.length > 0) return lacking(term, facts, missing)
  const { amount: units, counted } = quantity.found
  const inOwnCurrency = perUnit(multiplyDecimals(units, term.amount), term.perUnits)
  if (exchange.rate === undefined) return known({ term, amount: inOwnCurrency, counted })
  const amount = multiplyDecimals(inOwnCurrency, exchange.rate.rate)
  return known({ term, amount, counted, exchange: exchange.rate })
}

/** More decimals than any tariff, quantity and rate of exchange have together. */
const EXACT_DECIMALS = 40

/** Tariffs count by the unit or by powers of ten, so the division ends and nothing is rounded. */
function perUnit(amount: DecimalText, perUnits: DecimalText): DecimalText {
  if (perUnits === '1') return amount
  const rule = { decimals: EXACT_DECIMALS, rounding: 'half-even' } as const
  return shortest(divideAndRound(amount, perUnits, rule))
}

/**
 * The relief is worked out to whole pence, cut, as is the discount that it is claimed with: so does
 * the UK duty calculator.
 */
function relief(term: DutyTerm & ReliefRate, facts: DutyFacts): TermEvaluation {
  const alcohol = quantityOf('LPA', facts)
  const discount = quantityOf('SPR', facts)
  if (alcohol.found === undefined || discount.found === undefined) {
    return lacking(term, facts, [...alcohol.missing, ...discount.missing])
  }
  const perLitre = round(discount.found.amount, 2, 'truncate')
  const exact = multiplyDecimals(multiplyDecimals(term.factor, alcohol.found.amount), perLitre)
  const counted = [...alcohol.found.counted, { ...discount.found.counted[0]!, amount: perLitre }]
  const amount = shortest(round(exact, 2, 'truncate'))
  return known({ term, amount, counted })
}

/** A quantity, or what is missing of it; the words of the term are added later. */
function quantityOf(
  unit: UnitCode,
  { quantities, units }: DutyFacts,
): {
  readonly found?: QuantityFound & { readonly known: true }
  readonly missing: readonly NeededFact[]
} {
  const wanted = units.get(unit)
  if (wanted === undefined) return { missing: [{ fact: 'measurement-unit', unit }] }
  const found = quantityIn(wanted, quantities, units)
  if (found.known) return { found, missing: [] }
  return { missing: found.lacking.map(({ code }) => ({ fact: 'quantity', unit: code })) }
}

/** The rate at which the amount of a term becomes money of the authority; none for its own. */
function exchangeOf(
  { currency }: SpecificRate,
  facts: DutyFacts,
): { readonly rate?: DutyExchangeRate; readonly missing: readonly NeededFact[] } {
  if (currency === facts.currency) return { missing: [] }
  const rate = facts.exchangeRates.find(
    ({ from, to }) => from === currency && to === facts.currency,
  )
  if (rate !== undefined) return { rate, missing: [] }
  return { missing: [{ fact: 'exchange-rate', from: currency, to: facts.currency }] }
}

function known(value: EvaluatedTerm): TermEvaluation {
  return { known: true, value }
}

function lacking(
  term: DutyTerm,
  { units }: DutyFacts,
  missing: readonly NeededFact[],
): TermEvaluation {
  const neededFor = rateText(term, units)
  return {
    known: false,
    missing: missing.map((fact) => ({ ...fact, neededFor })),
  }
}
