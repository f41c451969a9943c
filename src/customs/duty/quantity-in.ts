import { type DecimalText, multiplyDecimals } from '../money/decimal.ts'
import type { UnitCode } from './duty-expression.ts'
import type { MeasurementUnit, MeasurementUnits } from './measurement-units.ts'

/** What is known of the amount of the goods, in whatever units it was stated. */
export type Quantities = ReadonlyMap<UnitCode, DecimalText>

/** A quantity in the unit that was wanted, or the units of the facts that it cannot do without. */
export type QuantityFound =
  | { readonly known: true; readonly amount: DecimalText; readonly counted: readonly Counted[] }
  | { readonly known: false; readonly lacking: readonly MeasurementUnit[] }

/** An amount as an explanation shows it: in the unit that people are asked for. */
export interface Counted {
  readonly amount: DecimalText
  readonly unit: MeasurementUnit
}

/**
 * The quantity of the goods in a unit. It is taken as stated in that unit; else as the product that
 * the unit stands for (percent of alcohol times hectolitres); else converted from another unit of the
 * same quantity. A net weight never stands in for a drained or gross one.
 */
export function quantityIn(
  unit: MeasurementUnit,
  quantities: Quantities,
  units: MeasurementUnits,
): QuantityFound {
  const own = statedOrProduct(unit, quantities, units)
  if (own.known) return own
  for (const other of units.values()) {
    if (other.quantity !== unit.quantity || other === unit) continue
    const found = statedOrProduct(other, quantities, units)
    if (!found.known) continue
    const inBaseUnits = multiplyDecimals(found.amount, other.baseUnits)
    const amount = multiplyDecimals(inBaseUnits, unit.perBaseUnit)
    const asked = inAskedUnit({ amount, unit }, units)
    return { known: true, amount, counted: found.counted.length > 1 ? found.counted : [asked] }
  }
  return own
}

function statedOrProduct(
  unit: MeasurementUnit,
  quantities: Quantities,
  units: MeasurementUnits,
): QuantityFound {
  const amount = quantities.get(unit.code)
  if (amount !== undefined) {
    return { known: true, amount, counted: [inAskedUnit({ amount, unit }, units)] }
  }
  const { productOf } = unit
  if (productOf === undefined) {
    return { known: false, lacking: [units.get(unit.quantity.askedIn) ?? unit] }
  }
  return product(
    productOf.map((code) => units.get(code)!),
    quantities,
    units,
  )
}

function product(
  factors: readonly MeasurementUnit[],
  quantities: Quantities,
  units: MeasurementUnits,
): QuantityFound {
  const found = factors.map((factor) => quantityIn(factor, quantities, units))
  const lacking = found.flatMap((factor) => (factor.known ? [] : factor.lacking))
  if (lacking.length > 0) return { known: false, lacking }
  const counted = found.flatMap((factor, index) =>
    factor.known ? [{ amount: factor.amount, unit: factors[index]! }] : [],
  )
  const amount = counted.reduce((sofar, factor) => multiplyDecimals(sofar, factor.amount), one)
  return { known: true, amount, counted }
}

const one = '1' as DecimalText

/** People know kilograms and litres better than the hundreds that a tariff counts in. */
function inAskedUnit({ amount, unit }: Counted, units: MeasurementUnits): Counted {
  const asked = units.get(unit.quantity.askedIn)
  if (asked === undefined || asked === unit) return { amount, unit }
  return { amount: multiplyDecimals(amount, unit.baseUnits), unit: asked }
}
