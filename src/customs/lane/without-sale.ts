import type { Lane } from './lane-decision.ts'

const lanesWithoutSale: ReadonlySet<Lane> = new Set(['gb-h1-gift', 'gb-h1-returned-goods'])

/**
 * Whether the goods of a lane come without having been sold for export to the country. Then there is no
 * price that the customs value could be taken from, and no commercial invoice.
 *
 * @law Taxation (Cross-border Trade) Act 2018, section 16: the transaction method needs a sale
 */
export function isWithoutSale({
  lane,
  additionalProcedures = [],
}: {
  readonly lane: Lane
  readonly additionalProcedures?: readonly string[]
}): boolean {
  // Gifts to Northern Ireland share their lane with bought goods of low value.
  return lanesWithoutSale.has(lane) || additionalProcedures.includes('C08')
}
