import { checkedReader } from '../checked-reader.ts'
import { failure, type Result, success } from '../result.ts'
import { checkOrder } from './check-order.ts'
import type { KnownCodes } from './known-codes.ts'
import { type Order, orderSchema } from './order.ts'

/**
 * Makes the reader of orders from outside: the input has the form of an order and does not
 * contradict itself, or every fault is named with its place and how to mend it.
 */
export function orderReader(known: KnownCodes): (input: unknown) => Result<Order> {
  const readForm = checkedReader<Order>(orderSchema)
  return (input) => {
    const form = readForm(input)
    if (!form.ok) return form
    const [first, ...others] = checkOrder(form.value, known)
    return first === undefined ? success(form.value) : failure(first, ...others)
  }
}
