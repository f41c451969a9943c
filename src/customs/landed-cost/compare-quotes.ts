import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { compare, type Money, subtract, sum, zero } from '../money/money.ts'
import type { ChargeLaw, LandedCharge } from './landed-charge.ts'
import type { LandedCost } from './landed-cost.ts'

/** A charge that two quotes of one sale have in different amounts, or that only one of them has. */
export interface ChargeChange {
  readonly rule: string
  readonly kind: LandedCharge['kind']
  readonly name: BilingualText
  readonly lineNumber?: number
  readonly before: Money
  readonly after: Money
  /** Below zero where the charge has become less. */
  readonly difference: Money
  /** The rate on each side, where it is another. */
  readonly rateBefore?: string
  readonly rateAfter?: string
  /** The law behind the later amount; where the charge is gone, that of the later regime. */
  readonly law?: ChargeLaw
  /** The day since when the later law is as it is. */
  readonly inForceFrom?: LocalDate
}

/** What changed from one quote of a sale to another, and where it comes from. */
export interface QuoteChange {
  readonly before: { readonly on: LocalDate; readonly regime: string; readonly charges: Money }
  readonly after: { readonly on: LocalDate; readonly regime: string; readonly charges: Money }
  readonly regimeChanged: boolean
  readonly changes: readonly ChargeChange[]
  readonly difference: Money
}

/**
 * Says why a quote differs from another of the same sale in the same currency: charge by charge, the
 * largest change first. The differences add up to that of the totals.
 *
 * @throws TypeError where the quotes are in different currencies
 */
export function compareQuotes(before: LandedCost, after: LandedCost): QuoteChange {
  const keys = new Set([...before.charges, ...after.charges].map(keyOf))
  const changes = [...keys].flatMap((key) => changeOf(key, before, after))
  return {
    before: sideOf(before),
    after: sideOf(after),
    regimeChanged: before.regime.id !== after.regime.id,
    changes: changes.toSorted((left, right) => compare(size(right), size(left))),
    difference: subtract(after.totals.charges, before.totals.charges),
  }
}

function sideOf({ on, regime, totals }: LandedCost) {
  return { on, regime: regime.id, charges: totals.charges }
}

/** One charge of one line; a measure of a tariff has an identity of its own under its rule. */
function keyOf({ rule, lineNumber, measure }: LandedCharge): string {
  return [rule, lineNumber ?? '', measure ?? ''].join('|')
}

function changeOf(key: string, before: LandedCost, after: LandedCost): readonly ChargeChange[] {
  const ofKey = ({ charges }: LandedCost) => charges.filter((charge) => keyOf(charge) === key)
  const [was, is] = [ofKey(before), ofKey(after)]
  const { currency } = after.totals
  const [amountBefore, amountAfter] = [totalOf(was, currency), totalOf(is, currency)]
  const difference = subtract(amountAfter, amountBefore)
  if (compare(difference, zero(currency)) === 0) return []
  const shown = is[0] ?? was[0]!
  const law = is[0]?.law ?? after.regime.law
  const { inForceFrom } = is[0] ?? after.regime.law
  const [rateBefore, rateAfter] = [was[0]?.rate, is[0]?.rate]
  return [
    {
      rule: shown.rule,
      kind: shown.kind,
      name: shown.name,
      ...(shown.lineNumber !== undefined && { lineNumber: shown.lineNumber }),
      before: amountBefore,
      after: amountAfter,
      difference,
      ...(rateBefore !== rateAfter && {
        ...(rateBefore !== undefined && { rateBefore }),
        ...(rateAfter !== undefined && { rateAfter }),
      }),
      law,
      ...(inForceFrom !== undefined && { inForceFrom }),
    },
  ]
}

function totalOf(charges: readonly LandedCharge[], currency: string): Money {
  return sum(
    charges.map(({ amount }) => amount),
    currency,
  )
}

function size({ difference }: ChargeChange): Money {
  return difference.amount.startsWith('-')
    ? subtract(zero(difference.currency), difference)
    : difference
}
