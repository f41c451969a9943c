import { Type, type Static } from 'typebox'
import { isInForce, type LocalDate } from '../calendar/local-date.ts'
import { checkedReader } from '../checked-reader.ts'
import { type Destination, destinationSchema } from '../destination/destination.ts'
import type { Immutable } from '../immutable.ts'
import { countryCode, decimalText, localDate, money } from '../order/schema.ts'
import { combine, type Result, success } from '../result.ts'

const period = {
  validFrom: localDate,
  validUntil: Type.Optional(localDate),
  law: Type.String(),
}

const goodsLeftOut = Type.Object({
  name: Type.Object({ en: Type.String(), zh: Type.String() }),
  codes: Type.Array(Type.String({ pattern: '^\\d{2,10}$' })),
})

const rulesSchema = Type.Object({
  /** Members of the customs union, whose goods are in free circulation in Northern Ireland already. */
  unionMembers: Type.Array(countryCode),
  /** Countries from which goods come to Northern Ireland as those of Great Britain do. */
  unitedKingdom: Type.Array(countryCode),
  lowValue: Type.Array(Type.Object({ ...period, limit: money, leavesOut: goodsLeftOut })),
  gifts: Type.Array(Type.Object({ ...period, limit: money, leavesOut: goodsLeftOut })),
  /** Goods within any of the limits are of low value, whose duty nobody has said how to declare. */
  lowValueEnded: Type.Object({
    limits: Type.Array(money, { minItems: 1 }),
    law: Type.String(),
  }),
  notAtRisk: Type.Array(
    Type.Object({
      ...period,
      /** By so many percent of the value the duty of the Union is higher on goods that are at risk. */
      atRiskFromPercent: decimalText,
    }),
  ),
  exciseGoods: goodsLeftOut,
  consumerParcels: Type.Array(
    Type.Object({ ...period, heaviestKg: decimalText, heaviestSingleItemKg: decimalText }),
  ),
})

const chargesSchema = Type.Object({
  laws: destinationSchema.properties.laws,
  regimes: destinationSchema.properties.regimes,
})

/** What is charged on goods that are declared in full, and by which law. */
export type NorthernIrelandCharges = Pick<Destination, 'laws' | 'regimes'>

/** The dated rules of movements into Northern Ireland. */
export type NorthernIrelandRules = Immutable<Static<typeof rulesSchema>> & {
  readonly charges: NorthernIrelandCharges
}

/** Up to which value goods are relieved, and which goods never are. */
export type NorthernIrelandRelief = NorthernIrelandRules['lowValue'][number]

const readRules = checkedReader<Immutable<Static<typeof rulesSchema>>>(rulesSchema)
const readCharges = checkedReader<NorthernIrelandCharges>(chargesSchema)

/**
 * Reads the contents of `data/gb/northern-ireland.json` and `data/gb/northern-ireland-charges.json`.
 */
export function readNorthernIrelandRules(files: {
  readonly rules: unknown
  readonly charges: unknown
}): Result<NorthernIrelandRules> {
  const read = combine({ rules: readRules(files.rules), charges: readCharges(files.charges) })
  if (!read.ok) return read
  const { rules, charges } = read.value
  return success({ ...rules, charges })
}

/** The rule of a list that holds on a day, if any does. */
export function ruleOn<
  Rule extends { readonly validFrom: LocalDate; readonly validUntil?: LocalDate },
>(rules: readonly Rule[], on: LocalDate): Rule | undefined {
  return rules.find(({ validFrom, validUntil }) =>
    isInForce({ from: validFrom, ...(validUntil !== undefined && { until: validUntil }) }, on),
  )
}
