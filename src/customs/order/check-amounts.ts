import { jsonPointer } from '../json-pointer.ts'
import { toBig } from '../money/decimal.ts'
import { minorUnitDecimals, type Money } from '../money/money.ts'
import type { Failure } from '../result.ts'
import type { KnownCodes } from './known-codes.ts'
import type { Order } from './order.ts'
import { unknownCurrency } from './unknown-codes.ts'

/** One amount with its place. */
export interface StatedAmount {
  readonly path: string
  readonly value: Money
  /** How often the amount is counted: a unit price once for every piece. */
  readonly times: number
}

/**
 * Whether the amounts of an order are money at all and belong to one invoice: known currencies,
 * whole coins, one currency for everything but VAT charged at sale.
 */
export function checkAmounts(order: Order, known: KnownCodes): readonly Failure[] {
  const amounts = amountsOf(order)
  return [
    ...amounts.flatMap((amount) => checkAmount(amount, known)),
    ...mixedCurrencies(order, amounts),
  ]
}

/** Every amount that an order states, each with its place. */
function amountsOf(order: Order): readonly StatedAmount[] {
  const { freight, insurance, purchasingAgent, saleVat } = order
  const single: readonly (readonly [string, Money | undefined])[] = [
    [jsonPointer('freight'), freight],
    [jsonPointer('insurance'), insurance],
    [jsonPointer('purchasingAgent', 'fee'), purchasingAgent?.fee],
    [jsonPointer('saleVat', 'amount'), saleVat?.amount],
  ]
  return [
    ...order.lines.map((line, index) => ({
      path: jsonPointer('lines', index, 'unitPrice'),
      value: line.unitPrice,
      times: line.quantity,
    })),
    ...single.flatMap(([path, value]) => (value === undefined ? [] : [{ path, value, times: 1 }])),
  ]
}

function checkAmount({ path, value, times }: StatedAmount, known: KnownCodes): readonly Failure[] {
  const { currency } = value
  if (!known.currencies.has(currency))
    return [unknownCurrency(path + jsonPointer('currency'), currency)]
  return checkCoins({ path, value, times })
}

/**
 * Whether an amount can be paid in the coins of its currency.
 *
 * A unit price may be finer than a coin (0.125 for a button), but what is paid for the line cannot:
 * a declaration states it in coins, and to round it would be to invent a price.
 */
export function checkCoins({ path, value, times }: StatedAmount): readonly Failure[] {
  const { amount, currency } = value
  const decimals = minorUnitDecimals(currency)
  const total = toBig(amount).times(times)
  if (total.round(decimals, 0).eq(total)) return []
  return [
    {
      code: 'invalid-input',
      path: path + jsonPointer('amount'),
      message: `${total.toFixed()} ${currency} cannot be paid: the currency has ${decimals} decimals.`,
      mend:
        times === 1
          ? 'State a whole number of the smallest coin.'
          : 'State a price that, times the quantity, is a whole number of the smallest coin.',
      zh: {
        message: `${total.toFixed()} ${currency} 无法支付：该货币只有${decimals}位小数。`,
        mend:
          times === 1
            ? '请填写最小货币单位的整数倍。'
            : '请填写乘以数量后为最小货币单位整数倍的单价。',
      },
    },
  ]
}

/**
 * Customs values one invoice in one currency, so the first line sets it for the rest. VAT charged at
 * sale is left out: a country charges it in its own money.
 */
function mixedCurrencies(order: Order, amounts: readonly StatedAmount[]): readonly Failure[] {
  const currency = order.lines[0]?.unitPrice.currency
  return amounts
    .filter(({ path, value }) => value.currency !== currency && !path.startsWith('/saleVat'))
    .map(({ path, value }) => ({
      code: 'currency-mismatch',
      path: path + jsonPointer('currency'),
      message: `The amount is in ${value.currency}, the first line is priced in ${currency}.`,
      mend: 'State all prices, freight, insurance and fees in the currency of the invoice.',
      zh: {
        message: `该金额的货币为 ${value.currency}，而第一行的价格为 ${currency}。`,
        mend: '请以发票币种填写所有价格、运费、保险费和服务费。',
      },
    }))
}
