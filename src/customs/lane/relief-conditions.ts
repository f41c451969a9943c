import { Type, type Static } from 'typebox'
import { checkedReader } from '../checked-reader.ts'
import type { Immutable } from '../immutable.ts'
import { decimalText, localDate } from '../order/schema.ts'
import type { Result } from '../result.ts'

const period = {
  validFrom: localDate,
  validUntil: Type.Optional(localDate),
  /** Id within the law data. */
  law: Type.String(),
}

const conditionsSchema = Type.Object({
  gifts: Type.Array(
    Type.Object({
      ...period,
      /** Goods of which only so much is relieved. */
      allowances: Type.Array(
        Type.Object({
          name: Type.Object({ en: Type.String(), zh: Type.String() }),
          codes: Type.Array(Type.String({ pattern: '^\\d{2,10}$' })),
          /** `KGM` for the net weight, else a unit of the quantities of an order. */
          unit: Type.String({ pattern: '^[A-Z]{3}$' }),
          atMost: decimalText,
        }),
      ),
    }),
  ),
  returnedGoods: Type.Array(Type.Object({ ...period, withinMonths: Type.Integer({ minimum: 1 }) })),
})

/** What reliefs ask for beside the value, as `data/gb/relief-conditions.json` has it. */
export type ReliefConditions = Immutable<Static<typeof conditionsSchema>>

/** Goods of which a gift may hold only so much. */
export type GiftAllowance = ReliefConditions['gifts'][number]['allowances'][number]

/** Reads the contents of `data/gb/relief-conditions.json`. */
export const readReliefConditions: (json: unknown) => Result<ReliefConditions> =
  checkedReader<ReliefConditions>(conditionsSchema)
