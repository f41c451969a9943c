import { Type, type Static } from 'typebox'
import type { BilingualText } from '../bilingual-text.ts'
import { checkedReader } from '../checked-reader.ts'
import { jsonPointer } from '../json-pointer.ts'
import { type DecimalText, toBig } from '../money/decimal.ts'
import { decimalText } from '../order/schema.ts'
import { type Failure, resultOf, type Result } from '../result.ts'
import type { UnitCode } from './duty-expression.ts'

/** What units measure, such as the net weight or the number of pairs. */
export interface MeasuredQuantity {
  readonly id: string
  readonly name: BilingualText
  /** The base unit, in which people are asked for it. */
  readonly askedIn: UnitCode
}

/** A unit in which the integrated tariff counts. */
export interface MeasurementUnit {
  /** With its qualifier: `DTNE`. */
  readonly code: UnitCode
  readonly quantity: MeasuredQuantity
  /** How many base units it holds: `100` for 100 kg. */
  readonly baseUnits: DecimalText
  /** How much of it one base unit is, the reciprocal: `0.01` for 100 kg. */
  readonly perBaseUnit: DecimalText
  /** As a tariff prints it after the stroke: `100 kg` in `10 GBP/100 kg`. */
  readonly symbol: string
  /** How an amount of it is written, with `{amount}` in it, where the symbol alone would not do. */
  readonly counted?: BilingualText
  /** The units whose product it is: percent of alcohol times hectolitres. */
  readonly productOf?: readonly UnitCode[]
  /** How the authority shows a duty that counts in this unit alone, where it is not half up. */
  readonly display?: 'truncate'
}

/** All units that are known, by code with qualifier. */
export type MeasurementUnits = ReadonlyMap<UnitCode, MeasurementUnit>

const bilingual = Type.Object({ en: Type.String(), zh: Type.String() })

/** The part of the file that is read; sources stand beside it for people. */
const fileSchema = Type.Object({
  quantities: Type.Array(
    Type.Object({ id: Type.String(), name: bilingual, askedIn: Type.String() }),
  ),
  units: Type.Array(
    Type.Object({
      code: Type.String({ pattern: '^[A-Z]{3}$' }),
      qualifier: Type.Optional(Type.String({ pattern: '^[A-Z]$' })),
      quantity: Type.String(),
      baseUnits: decimalText,
      perBaseUnit: decimalText,
      symbol: Type.String(),
      counted: Type.Optional(bilingual),
      productOf: Type.Optional(Type.Array(Type.String())),
      display: Type.Optional(Type.Literal('truncate')),
    }),
  ),
})

type UnitsFile = Static<typeof fileSchema>

const readFile = checkedReader<UnitsFile>(fileSchema)

/**
 * Reads the contents of `data/reference/measurement-units.json`. Refuses a file whose factors do not
 * fit each other or that names a unit or quantity it does not hold.
 */
export function readMeasurementUnits(json: unknown): Result<MeasurementUnits> {
  const file = readFile(json)
  if (!file.ok) return file
  const { quantities, units } = file.value
  const quantityById = new Map(quantities.map((quantity) => [quantity.id, quantity]))
  return resultOf(looseEnds(file.value), () => {
    const entries = units.map(({ code, qualifier, quantity, ...unit }) => {
      const whole: MeasurementUnit = {
        ...unit,
        code: unitCode(code, qualifier),
        quantity: quantityById.get(quantity)!,
      }
      return [whole.code, whole] as const
    })
    return new Map(entries)
  })
}

/** The code of a unit with its qualifier: `DTNE`. */
export function unitCode(code: string, qualifier?: string): UnitCode {
  return `${code}${qualifier ?? ''}`
}

function looseEnds({ quantities, units }: UnitsFile): readonly Failure[] {
  const ids = new Set(quantities.map(({ id }) => id))
  const codes = new Set(units.map(({ code, qualifier }) => unitCode(code, qualifier)))
  const isUnknown = (code: string) => !codes.has(code)
  return [
    ...quantities.flatMap(({ askedIn }, index) =>
      isUnknown(askedIn) ? [broken(jsonPointer('quantities', index, 'askedIn'))] : [],
    ),
    ...units.flatMap(({ quantity, baseUnits, perBaseUnit, productOf = [] }, index) => [
      ...(ids.has(quantity) ? [] : [broken(jsonPointer('units', index, 'quantity'))]),
      ...(areReciprocal(baseUnits, perBaseUnit)
        ? []
        : [broken(jsonPointer('units', index, 'perBaseUnit'))]),
      ...(productOf.some(isUnknown) ? [broken(jsonPointer('units', index, 'productOf'))] : []),
    ]),
  ]
}

function areReciprocal(left: DecimalText, right: DecimalText): boolean {
  return toBig(left).times(right).eq('1')
}

function broken(path: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `${path} of the measurement units does not fit the rest of the file.`,
    mend: 'Correct the file.',
    zh: { message: `计量单位文件中的 ${path} 与文件其余内容不符。`, mend: '请更正该文件。' },
  }
}
