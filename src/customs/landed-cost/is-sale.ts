/**
 * Tells a sale from an order where either may come in: a sale names where the goods go and nothing of
 * who sends them; an order has the address.
 */
export function isSale(input: unknown): input is { readonly destination: unknown } {
  return typeof input === 'object' && input !== null && 'destination' in input
}
