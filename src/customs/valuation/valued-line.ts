import type { Money } from '../money/money.ts'
import type { Result } from '../result.ts'
import type { ConversionUsed } from './official-rates.ts'
import type { ValueAdjustment } from '../landed-cost/quote-request.ts'

/** The parts of the value of goods that taxes are worked out on. */
export type ValuePart = 'price' | 'freight' | 'insurance' | 'onward-transport' | 'customs-value'

/** A line's share of an amount that is added to the price or taken off it. */
export interface AdjustmentShare {
  readonly kind: ValueAdjustment['kind']
  /** Below zero for what is taken off. */
  readonly amount: Money
}

/** What one line is worth, in the currency of the destination. */
export interface ValuedLine {
  /**
   * Each part, or why it is not known. Whoever needs a part meets its failure; whoever does not need
   * it is not held up by it.
   */
  readonly parts: Readonly<Record<ValuePart, Result<Money>>>
  readonly adjustments: readonly AdjustmentShare[]
}

/**
 * What a customs value is made of: `CIF` with carriage and insurance to the border, `FOB` without
 * them, `price` what was paid for the goods alone.
 */
export type ValuationBasis = 'CIF' | 'FOB' | 'price'

/** All lines, in their order, with the rates at which amounts were converted. */
export interface ValuedConsignment {
  readonly basis: ValuationBasis
  readonly lines: readonly ValuedLine[]
  /** Each pair of currencies once. */
  readonly conversions: readonly ConversionUsed[]
}
