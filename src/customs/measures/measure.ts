import type { BilingualText } from '../bilingual-text.ts'
import type { Validity } from '../calendar/local-date.ts'
import type { DutyExpression } from '../duty/duty-expression.ts'
import type { MeasureCondition } from '../duty/measure-condition.ts'

/**
 * One measure of an integrated tariff: what goods of a code bear that come from an area, between two
 * days. It holds for the code and for everything below it.
 */
export interface Measure {
  readonly id: string
  /** Id of the type, such as `103`; see `MeasureTypes`. */
  readonly type: string
  /** What the tariff calls the type, in its own words; only of types that play no part here. */
  readonly typeName?: string
  /** What the rate is called, where it has a name of its own beside that of its type. */
  readonly name?: BilingualText
  /** The beginning of the commodity codes that it holds for, without trailing zeros of a heading. */
  readonly code: string
  /** Country or group, `1011` for all. */
  readonly area: string
  readonly excludedAreas: readonly string[]
  /** Declared beside the code: the company of a trade remedy, the rate of VAT, an excise class. */
  readonly additionalCode?: { readonly code: string; readonly name?: string }
  readonly quotaOrderNumber?: string
  /** Absent where only the conditions state a rate. */
  readonly expression?: DutyExpression
  /** Why its rate cannot be worked out, where the tariff prints one that has no exact form here. */
  readonly notWorkedOut?: BilingualText
  readonly conditions: readonly MeasureCondition[]
  readonly validity: Validity
  readonly law?: { readonly title: string; readonly url?: string }
  /** Edition of the tariff that the measure was read from. */
  readonly edition: string
}
