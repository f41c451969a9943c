import type { UnitCode } from '../../duty/duty-expression.ts'
import type { MeasurementUnits } from '../../duty/measurement-units.ts'
import { type Quantities, quantityIn } from '../../duty/quantity-in.ts'
import { jsonPointer } from '../../json-pointer.ts'
import { type DecimalText, multiplyDecimals, toBig } from '../../money/decimal.ts'
import { combineAll, type Failure, failure, type Result, success } from '../../result.ts'
import type { DutyQuestionFields } from './duty-question-schema.ts'
import { decimalOf, type Figure } from './figure.ts'

/** What is known of the amount of the goods, and the retail price that stands among it. */
export interface StatedQuantities {
  readonly quantities: Quantities
  readonly retailPrice?: DecimalText
}

/** The "unit" under which the service asks for the retail price. */
const RETAIL_PRICE = 'RET'

/** A factor by which a stated quantity becomes one in a unit of the tariff. */
interface Multiplier {
  readonly from: UnitCode
  readonly to: UnitCode
  readonly factor: DecimalText
  readonly path: string
}

/**
 * Reads the quantities and how they convert. A multiplier between units of the same quantity has to
 * agree with what the units are. Any other one is the asker's word for what the figure stands for:
 * `KGM->DTN` lets the kilograms also answer for 100 kg drained, as the service asks for both at once.
 */
export function readQuantities(
  { quantities = {}, unit_multipliers = {} }: DutyQuestionFields,
  units: MeasurementUnits,
): Result<StatedQuantities> {
  const multipliers = combineAll(
    Object.entries(unit_multipliers).map(([name, factor]) => readMultiplier(name, factor, units)),
  )
  if (!multipliers.ok) return multipliers
  const own = new Set(multipliers.value.map(({ from }) => from))
  const stated = combineAll(
    Object.entries(quantities).map(([name, amount]) => {
      const unit = name.toUpperCase()
      const path = jsonPointer('quantities', name)
      const isKnown = unit === RETAIL_PRICE || units.has(unit) || own.has(unit)
      return isKnown ? readQuantity(unit, amount, path) : failure(unknownUnit(unit, path))
    }),
  )
  if (!stated.ok) return stated
  const byUnit = new Map(stated.value)
  const retailPrice = byUnit.get(RETAIL_PRICE)
  byUnit.delete(RETAIL_PRICE)
  for (const multiplier of multipliers.value) convert(byUnit, multiplier, units)
  return success({ quantities: byUnit, ...(retailPrice && { retailPrice }) })
}

function readQuantity(
  unit: UnitCode,
  amount: Figure,
  path: string,
): Result<readonly [UnitCode, DecimalText]> {
  const read = decimalOf(amount, path)
  return read.ok ? success([unit, read.value] as const) : read
}

function readMultiplier(name: string, figure: Figure, units: MeasurementUnits): Result<Multiplier> {
  const path = jsonPointer('unit_multipliers', name)
  const [, from, to] = /^(\w+)->([A-Z]{3,4})$/.exec(name.toUpperCase()) ?? []
  if (from === undefined || to === undefined || !units.has(to)) {
    return failure(unknownUnit(to ?? name, path))
  }
  const factor = decimalOf(figure, path)
  if (!factor.ok) return factor
  const [left, right] = [units.get(from), units.get(to)!]
  if (left !== undefined && left.quantity === right.quantity) {
    const exact = toBig(left.baseUnits).times(right.perBaseUnit)
    if (!exact.eq(factor.value)) return failure(wrongFactor(name, exact.toFixed(), path))
  }
  return success({ from, to, factor: factor.value, path })
}

/** Adds what the multiplier gives to the units of which nothing is known otherwise. */
function convert(
  quantities: Map<UnitCode, DecimalText>,
  { from, to, factor }: Multiplier,
  units: MeasurementUnits,
): void {
  const stated = quantities.get(from)
  if (stated === undefined) return
  const amount = multiplyDecimals(stated, factor)
  const answered = [...units.values()].filter(
    (unit) =>
      unit.productOf === undefined &&
      (unit.code === to || unit.code.slice(0, -1) === to) &&
      !quantityIn(unit, quantities, units).known,
  )
  for (const unit of answered) quantities.set(unit.code, amount)
}

function unknownUnit(unit: string, path: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `${path}: ${unit} is not a measurement unit of the integrated tariff.`,
    mend: 'Use a unit such as KGM, LTR or NAR, with its qualifier where it has one.',
    zh: {
      message: `${path}：${unit} 不是综合税则的计量单位。`,
      mend: '请使用 KGM、LTR、NAR 等计量单位，必要时加上限定符。',
    },
  }
}

function wrongFactor(name: string, exact: string, path: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `${path} contradicts the units: the factor of ${name} is ${exact}.`,
    mend: 'Correct the factor or leave it out.',
    zh: {
      message: `${path} 与计量单位不符：${name} 的换算系数为 ${exact}。`,
      mend: '请更正该系数或将其删除。',
    },
  }
}
