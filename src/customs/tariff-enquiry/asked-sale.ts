import type { QuoteRequest } from '../landed-cost/quote-request.ts'
import type { DecimalText } from '../money/decimal.ts'
import type { AskedGoods } from './rates-on-day.ts'

/** How much of the goods there is, where a duty counts it. */
export type Quantities = Pick<
  QuoteRequest['lines'][number],
  'netWeightKg' | 'grossWeightKg' | 'quantities'
>

/** Worth one hundred, so that the sum of the duties is their percentage. */
const WORTH = '100' as DecimalText

/** A sale of goods that a tariff is asked about: all that a rate depends on, and nothing else. */
export function askedSale(
  { country, code, origin }: Omit<AskedGoods, 'on'>,
  currency: string,
  quantities: Quantities = {},
): QuoteRequest {
  const money = (amount: DecimalText) => ({ amount, currency })
  return {
    shipFrom: { country: origin },
    destination: { country },
    incoterm: 'CIP',
    channel: 'freight',
    purpose: 'sale',
    buyer: { kind: 'business' },
    registrations: [],
    freight: money('0' as DecimalText),
    insurance: money('0' as DecimalText),
    lines: [{ commodityCode: code, origin, quantity: 1, unitPrice: money(WORTH), ...quantities }],
  }
}
