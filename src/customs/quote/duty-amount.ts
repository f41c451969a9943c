import { Big } from 'big.js'
import type { GoodsItem } from '../consignment/consignment.ts'
import { fromBig, toBig } from '../money/decimal.ts'
import type { Money } from '../money/money.ts'
import { failure, type Result, success } from '../result.ts'
import type { DutyComponent, DutyExpression } from '../tariff/duty-expression.ts'

/** The goods that a duty expression is applied to. */
export interface DutiableGoods {
  readonly item: GoodsItem
  /** Place of the item in the input, for failures. */
  readonly path: string
  readonly customsValue: Money
}

/**
 * The exact amount of a duty before the authority's rounding: its components added up.
 * Fails with `fact-missing` where a specific component needs a quantity that is not stated.
 */
export function dutyAmount(expression: DutyExpression, goods: DutiableGoods): Result<Money> {
  let total = new Big(0)
  for (const component of expression) {
    const amount = componentAmount(component, goods)
    if (!amount.ok) return amount
    total = total.plus(amount.value)
  }
  return success({ amount: fromBig(total), currency: goods.customsValue.currency })
}

/**
 * The exact amount of one component. A tariff states its amounts in its own currency, so another
 * one is a fault of the data.
 */
function componentAmount(component: DutyComponent, goods: DutiableGoods): Result<Big> {
  const { amount: value, currency } = goods.customsValue
  switch (component.kind) {
    case 'ad-valorem':
      return success(toBig(value).times(component.percent).times('0.01'))
    case 'specific': {
      if (component.currency !== currency) {
        throw new Error(`a duty in ${component.currency} in a tariff of ${currency}`)
      }
      const quantity = quantityOf(component.unit, goods)
      if (!quantity.ok) return quantity
      return success(quantity.value.times(component.amount).div(component.perUnits))
    }
  }
}

/**
 * The quantity that a component counts. Pieces are always known, because an order states how many;
 * weight need not be.
 */
function quantityOf(unit: 'KGM' | 'NAR', { item, path }: DutiableGoods): Result<Big> {
  if (unit === 'NAR') return success(new Big(item.quantity))
  if (item.netWeightKg !== undefined) return success(toBig(item.netWeightKg))
  return failure({
    code: 'fact-missing',
    path: `${path}/netWeightKg`,
    message: `Item ${item.itemNumber} (${item.description}) bears a duty by weight, but its net weight is not stated.`,
    mend: 'State the net weight of all pieces of the item in kilograms.',
    zh: {
      message: `第${item.itemNumber}项（${item.description}）按重量计征关税，但没有填写净重。`,
      mend: '请填写该项全部货物的净重（千克）。',
    },
  })
}
