import type { GoodsItem } from '../consignment/consignment.ts'
import type { Failure } from '../result.ts'

/** The failure of goods that claim a preference and come from a country that is no partner of it. */
export function originOutsideAgreement(
  { itemNumber, origin }: Pick<GoodsItem, 'itemNumber' | 'origin'>,
  agreementId: string,
): Failure {
  return {
    code: 'invalid-input',
    path: `/goodsItems/${itemNumber - 1}/origin`,
    message: `Item ${itemNumber} originates in ${origin}, which is no partner of ${agreementId}.`,
    mend: 'Correct the origin or withdraw the claim.',
    zh: {
      message: `第${itemNumber}项原产于 ${origin}，该国不是 ${agreementId} 的缔约方。`,
      mend: '请更正原产国，或撤回优惠申请。',
    },
  }
}
