import type { ChargeRule } from '../destination/charge-rule.ts'
import type { QuoteRequest } from './quote-request.ts'

/**
 * Who bears a charge. What is charged at the sale stands on the buyer's bill. What falls due at the
 * border is the buyer's, unless the seller delivers duty paid.
 *
 * Source: Incoterms 2020, articles A9 and B9 (allocation of costs): only DDP puts import duty on the
 * seller.
 */
export function payerOf(
  { timing }: Pick<ChargeRule, 'timing'>,
  { incoterm }: QuoteRequest,
): 'buyer' | 'seller' {
  if (timing === 'at-sale') return 'buyer'
  return incoterm === 'DDP' ? 'seller' : 'buyer'
}
