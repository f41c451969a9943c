import type { Consignment } from '../consignment/consignment.ts'
import type { TradeRole } from '../parties/parties-decision.ts'

/** The role of the last seller before importation, who makes out the papers of the sale. */
export function sellerRole({ parties }: Consignment): TradeRole {
  return parties.purchasingAgent?.capacity === 'resells' ? 'purchasing-agent' : 'seller'
}
