import { Type, type Static } from 'typebox'
import { isInForce, type LocalDate } from '../calendar/local-date.ts'
import { checkedReader } from '../checked-reader.ts'
import type { Immutable } from '../immutable.ts'
import { countryCode, decimalText, localDate, money } from '../order/schema.ts'
import type { Result } from '../result.ts'

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
  lowValueEnded: Type.Object({ law: Type.String() }),
  exciseGoods: goodsLeftOut,
  consumerParcels: Type.Array(
    Type.Object({ ...period, heaviestKg: decimalText, heaviestSingleItemKg: decimalText }),
  ),
})

/** The dated rules of movements into Northern Ireland, as `data/gb/northern-ireland.json` has them. */
export type NorthernIrelandRules = Immutable<Static<typeof rulesSchema>>

/** Up to which value goods are relieved, and which goods never are. */
export type NorthernIrelandRelief = NorthernIrelandRules['lowValue'][number]

/** Reads the contents of `data/gb/northern-ireland.json`. */
export const readNorthernIrelandRules: (json: unknown) => Result<NorthernIrelandRules> =
  checkedReader<NorthernIrelandRules>(rulesSchema)

/** The rule of a list that holds on a day, if any does. */
export function ruleOn<
  Rule extends { readonly validFrom: LocalDate; readonly validUntil?: LocalDate },
>(rules: readonly Rule[], on: LocalDate): Rule | undefined {
  return rules.find(({ validFrom, validUntil }) =>
    isInForce({ from: validFrom, ...(validUntil !== undefined && { until: validUntil }) }, on),
  )
}
