import type { Consignment } from '../../customs/consignment/consignment.ts'
import { combine, combineAll, type Result } from '../../customs/result.ts'
import { itemToDeclare } from './item-to-declare.ts'
import { shipmentFacts } from './shipment-facts.ts'

/**
 * Whether a consignment itself has the facts that any declaration of it needs, whatever its lane, its
 * parties and its duty. Fails with each that is absent.
 */
export function declarable(consignment: Consignment): Result<unknown> {
  return combine({
    shipment: shipmentFacts(consignment),
    goodsItems: combineAll(consignment.goodsItems.map(itemToDeclare)),
  })
}
