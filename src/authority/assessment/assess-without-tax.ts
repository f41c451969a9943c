import { addDecimals, decimal, type DecimalText } from '../../customs/money/decimal.ts'
import { round } from '../../customs/money/rounding.ts'
import type { LodgedDeclaration } from '../message/lodged-declaration.ts'
import { type DataSet, dataSetOf } from '../rules/data-set.ts'
import { itemPointer } from '../rules/declaration-error.ts'
import { toSterling } from '../tariff/exchange-rates.ts'
import type { Assessed, AssessmentBasis } from './assess.ts'
import { isWhollyKept, sumThatGoes } from './part-that-goes.ts'

/**
 * The values of a declaration whose data set bears no tax: the intrinsic value (4/18), or the price
 * (4/14), or of exported goods what they are worth where they leave (8/6). Nothing is worked out from them, but the rules of risk look at them.
 */
export function assessWithoutTax(
  declaration: LodgedDeclaration,
  { rates, on }: AssessmentBasis,
): Assessed {
  const going = declaration.items.filter((item) => !isWhollyKept(item))
  const valued = going.map((item) => {
    const whole = item.intrinsicValue ?? item.itemPrice ?? item.statisticalValue
    const stated = whole && item.keptBack ? sumThatGoes(whole, item.keptBack) : whole
    // A simplified declaration may leave the price to what completes it; a request has none.
    if (stated === undefined && WITHOUT_PRICE.includes(dataSetOf(declaration)))
      return { item, value: decimal('0') }
    return { item, value: stated && toSterling(stated, rates, on) }
  })
  const errors = valued
    .filter(({ value }) => value === undefined)
    .map(({ item }) => ({
      code: 'CDS10020' as const,
      pointer: itemPointer(item.sequence, '108'),
      reason: 'The value is missing, or the office has no rate of exchange for it.',
    }))
  if (errors.length > 0) return { ok: false, errors }
  const items = valued.map(({ item, value = decimal('0') }) => ({
    sequence: item.sequence,
    commodityCode: item.commodityCode ?? '',
    customsValueGbp: pence(value),
    valueSteps: [{ what: 'stated value', amountGbp: value }],
    taxLines: [],
  }))
  const nothing = decimal('0.00')
  return {
    ok: true,
    assessment: {
      on,
      items,
      customsValueGbp: pence(addDecimals(...items.map((item) => item.customsValueGbp))),
      assessedGbp: nothing,
      payableGbp: nothing,
    },
  }
}

/** Data sets that may have neither value nor price: simplified ones, and requests. */
const WITHOUT_PRICE: readonly DataSet[] = ['i1', 'c1', 'c21i']

function pence(amount: DecimalText): DecimalText {
  return round(amount, 2, 'truncate')
}
