import type { DecimalText } from '../money/decimal.ts'
import type { CurrencyCode } from '../money/money.ts'

/**
 * A rate of duty as the integrated tariff of the UK and the EU states it: its terms from left to
 * right. An empty list means free of duty.
 *
 * The order carries meaning: a `minimum` or `maximum` bounds all that stands to its left by its own
 * rate and the terms added to it, up to the next bound.
 *
 * @example 9% + EA MAX 24.2% + ADSZ: at most the sum of 24.2% and the sugar duty is due
 */
export type DutyExpression = readonly DutyTerm[]

/** One term of a duty expression: a rate, and how it joins what stands before it. */
export type DutyTerm = DutyRate & {
  /** Added where none is stated, as in expressions that are plain sums. */
  readonly operator?: TermOperator
}

/** `minimum`: at least so much is due (MIN); `maximum`: at most so much (MAX). */
export type TermOperator = 'add' | 'subtract' | 'minimum' | 'maximum'

/** What a term comes to, by kind. */
export type DutyRate =
  AdValoremRate | RetailPriceRate | SpecificRate | ReliefRate | AgriculturalRate | SupplementaryUnit

/** A percentage of the customs value. */
export interface AdValoremRate {
  readonly kind: 'ad-valorem'
  readonly percent: DecimalText
}

/** A percentage of the price at which the goods are sold to consumers, as excise has it. */
export interface RetailPriceRate {
  readonly kind: 'retail-price'
  readonly percent: DecimalText
}

/** An amount of money for each so many units of a quantity, `10 GBP/100 kg`. */
export interface SpecificRate {
  readonly kind: 'specific'
  readonly amount: DecimalText
  readonly currency: CurrencyCode
  /** The amount is due for each so many units, `100` in `10 GBP/100 kg`. */
  readonly perUnits: DecimalText
  readonly unit: UnitCode
}

/**
 * Small producers' relief of UK excise: the producer's own discount in pounds for each litre of pure
 * alcohol, times a factor of the tariff.
 */
export interface ReliefRate {
  readonly kind: 'small-producers-relief'
  readonly factor: DecimalText
}

/** A part of the duty on processed food that only an additional code of four digits resolves. */
export interface AgriculturalRate {
  readonly kind: 'agricultural'
  readonly component: AgriculturalComponent
}

/**
 * The parts as the tariff abbreviates them: `EA` agricultural component, `ADSZ` additional duty on
 * sugar, `ADFM` additional duty on flour; with `R` the reduced ones of agreements.
 */
export type AgriculturalComponent = 'EA' | 'EAR' | 'ADSZ' | 'ADSZR' | 'ADFM' | 'ADFMR'

/** No duty at all: the quantity in this unit has to be declared. */
export interface SupplementaryUnit {
  readonly kind: 'supplementary-unit'
  readonly unit: UnitCode
}

/**
 * A measurement unit of the integrated tariff with its qualifier, such as `KGM`, `DTNE` (100 kg
 * drained) or `ASVX` (percent of alcohol in a hectolitre).
 */
export type UnitCode = string
