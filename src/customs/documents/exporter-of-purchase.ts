import type { ConsignmentParties, GoodsItem } from '../consignment/consignment.ts'
import type { Party } from '../order/party.ts'

/** What of a purchase tells who exports its goods. */
interface Purchase {
  readonly goodsItems: readonly Pick<GoodsItem, 'seller'>[]
  readonly parties: Pick<ConsignmentParties, 'exporter'>
}

/**
 * Who may state the origin of the goods of one purchase: their own seller where the consignment
 * has several, because who only puts goods together exports none of them in the sense of an
 * agreement; otherwise the last seller before importation.
 */
export function exporterOfPurchase({ goodsItems, parties }: Purchase): Party {
  return goodsItems[0]?.seller ?? parties.exporter
}
