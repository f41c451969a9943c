import { readFileSync } from 'node:fs'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { isInForce, localDate, type LocalDate } from '../../customs/calendar/local-date.ts'
import { decimal, type DecimalText } from '../../customs/money/decimal.ts'

/** The reference value of goods in pounds for a kilogram net on a day; absent where there is none. */
export type ReferencePrices = (commodityCode: string, on: LocalDate) => DecimalText | undefined

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const pricesFile = Type.Object({
  about: Type.String(),
  prices: Type.Array(
    Type.Object(
      {
        /** Beginnings of commodity codes; of several that fit, the longest counts. */
        codes: Type.Array(Type.String({ pattern: '^\\d{2,10}$' }), { minItems: 1 }),
        goods: Type.String(),
        gbpPerKg: Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,4})?$' }),
        from: day,
        /** First day on which it no longer holds. */
        until: Type.Optional(day),
      },
      { additionalProperties: false },
    ),
  ),
})

/**
 * Reads the reference values once, when the office opens.
 * @throws when the file is missing or has another form
 */
export function loadReferencePrices(file: string): ReferencePrices {
  const { prices } = Value.Parse(pricesFile, JSON.parse(readFileSync(file, 'utf8')))
  const dated = prices.flatMap(({ codes, gbpPerKg, from, until }) => {
    const validity = {
      from: localDate(from),
      ...(until !== undefined && { until: localDate(until) }),
    }
    return codes.map((code) => ({ code, gbpPerKg: decimal(gbpPerKg), validity }))
  })
  const longestFirst = dated.toSorted((left, right) => right.code.length - left.code.length)
  return (commodityCode, on) =>
    longestFirst.find(
      ({ code, validity }) => commodityCode.startsWith(code) && isInForce(validity, on),
    )?.gbpPerKg
}
