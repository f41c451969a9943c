import type { Quantity } from '../../../declaration/element.ts'
import type { Money } from '../../../money/money.ts'
import { optional } from '../optional.ts'
import type { MessageTax } from './message-reading.ts'

/** What a rate is applied to; `undefined` where the message states neither amount nor quantity. */
export function taxBase(
  money: Money | undefined,
  quantity: Quantity | undefined,
): MessageTax['base'] {
  if (money === undefined && quantity === undefined) return undefined
  return {
    ...optional('amount', money?.amount),
    ...optional('currency', money?.currency),
    ...optional('quantity', quantity?.value),
    ...optional('unit', quantity?.unitCode),
  }
}
