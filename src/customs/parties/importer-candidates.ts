import type { Consignment } from '../consignment/consignment.ts'
import { sellersOf } from '../consignment/sellers-of.ts'
import { deliveryCostTerms } from '../valuation/delivery-cost-terms.ts'
import type { PartyInRole, TradeRole } from './parties-decision.ts'

/**
 * Everybody who has a part in the trade, the buyer last. An agent who resells is the seller, and
 * stands here once, as the agent.
 */
export function partiesInRoles(consignment: Consignment): readonly PartyInRole[] {
  const { buyer, marketplace, purchasingAgent } = consignment.parties
  const sellers = purchasingAgent?.capacity === 'resells' ? [] : sellersOf(consignment)
  return [
    ...sellers.map((party) => ({ role: 'seller' as const, party })),
    ...(marketplace ? [{ role: 'marketplace' as const, party: marketplace }] : []),
    ...(purchasingAgent
      ? [{ role: 'purchasing-agent' as const, party: purchasingAgent.party }]
      : []),
    { role: 'buyer', party: buyer },
  ]
}

/**
 * The roles that the contract lets import, the first choice first. Under DDP clearing the goods for
 * import is the seller's duty, so the buyer is not among them: it is whoever of the seller's side
 * pays the duties, else the seller itself. Under every other term it is the buyer, whoever pays.
 */
export function rolesThatMayImport(consignment: Consignment): readonly TradeRole[] {
  const { incoterm, dutiesBilledTo, parties } = consignment
  if (deliveryCostTerms[incoterm.code].duties === 'beside-price') return ['buyer']
  const sells = parties.purchasingAgent?.capacity === 'resells' ? 'purchasing-agent' : 'seller'
  return dutiesBilledTo === 'marketplace' ? ['marketplace', sells] : [sells]
}
