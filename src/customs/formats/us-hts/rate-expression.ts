import type { BilingualText } from '../../bilingual-text.ts'
import type { DutyExpression, DutyTerm } from '../../duty/duty-expression.ts'
import { type DecimalText, decimal, isZero, multiplyDecimals } from '../../money/decimal.ts'
import type { Rate, SpecificRate } from './rate/rate.ts'
import type { RateUnit } from './rate/rate-units.ts'

/** A unit of the schedule as so many units of the integrated tariff's list. */
interface CountedUnit {
  readonly perUnits: DecimalText
  readonly unit: string
}

/**
 * The schedule's units in the units of measurement that duties are worked out in. A dozen is twelve
 * pieces, a gross 144, and a proof liter half a liter of pure alcohol (27 CFR 30.11).
 */
const units: Readonly<Partial<Record<RateUnit, CountedUnit>>> = {
  kg: { perUnits: decimal('1'), unit: 'KGM' },
  g: { perUnits: decimal('1'), unit: 'GRM' },
  t: { perUnits: decimal('1'), unit: 'TNE' },
  liter: { perUnits: decimal('1'), unit: 'LTR' },
  'pf. liter': { perUnits: decimal('0.5'), unit: 'LPA' },
  each: { perUnits: decimal('1'), unit: 'NAR' },
  article: { perUnits: decimal('1'), unit: 'NAR' },
  head: { perUnits: decimal('1'), unit: 'NAR' },
  'doz.': { perUnits: decimal('12'), unit: 'NAR' },
  gross: { perUnits: decimal('144'), unit: 'NAR' },
  thousand: { perUnits: decimal('1000'), unit: 'NAR' },
  'pr.': { perUnits: decimal('1'), unit: 'NPR' },
  'doz. pr.': { perUnits: decimal('12'), unit: 'NPR' },
  m: { perUnits: decimal('1'), unit: 'MTR' },
  m2: { perUnits: decimal('1'), unit: 'MTK' },
  m3: { perUnits: decimal('1'), unit: 'MTQ' },
}

/** A rate that duty can be worked out from, or why not. */
export type RateExpression =
  | { readonly kind: 'expression'; readonly expression: DutyExpression }
  | { readonly kind: 'not-worked-out'; readonly because: BilingualText }

/**
 * The rate of a line as a duty expression. What is weighed or valued otherwise than the goods as they
 * are (clean kilograms, drained weight, retail value), and what holds only under a condition, is left
 * to a person.
 */
export function rateExpression(rate: Rate): RateExpression {
  if (rate.kind === 'not-computable') return { kind: 'not-worked-out', because: rate.reason }
  const { adValorem, specific, condition, valueBasis } = rate
  const basis = condition ?? valueBasis ?? specific.find((part) => part.basis !== undefined)?.basis
  if (basis !== undefined) return notWorkedOut(basis)
  const terms: DutyTerm[] = []
  for (const part of specific) {
    const term = specificTerm(part)
    if (term === undefined) return notWorkedOut(part.per)
    terms.push(term)
  }
  if (!isZero(adValorem)) {
    terms.push({ kind: 'ad-valorem', percent: multiplyDecimals(adValorem, decimal('100')) })
  }
  return { kind: 'expression', expression: terms }
}

function specificTerm({ amount, currency, per }: SpecificRate): DutyTerm | undefined {
  const unit = units[per]
  return unit && { kind: 'specific', amount, currency, ...unit }
}

function notWorkedOut(basis: string): RateExpression {
  return {
    kind: 'not-worked-out',
    because: {
      en: `the rate counts “${basis}”, which is not stated for goods`,
      zh: `该税率按“${basis}”计征，而货物未载明此项`,
    },
  }
}
