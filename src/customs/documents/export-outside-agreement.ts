import type { Consignment } from '../consignment/consignment.ts'
import type { Failure } from '../result.ts'
import { exporterOfPurchase } from './exporter-of-purchase.ts'
import type { PreferenceAgreement } from './preference-agreements.ts'

/** The partners of an agreement, where the data list them. */
type Partners = Pick<PreferenceAgreement, 'id' | 'countries'>

/**
 * What is wrong with a claim because the goods of a purchase are exported by somebody who is in no
 * partner country. Goods keep their origin wherever they are sold, but a preference is for what a
 * partner exports: a trader elsewhere is no exporter whom customs there could be asked to verify.
 * Says nothing of an agreement whose countries are not listed; such a one is refused as a whole.
 *
 * @law Trade and Cooperation Agreement with the European Union, article 38 (c) (ORIG.2): an exporter
 *   is a person located in a Party
 */
export function exporterOutsideAgreement(
  purchase: Pick<Consignment, 'goodsItems' | 'parties'>,
  { id, countries }: Partners,
): readonly Failure[] {
  const { name, address } = exporterOfPurchase(purchase)
  if (countries === undefined || countries.has(address.country)) return []
  const [first] = purchase.goodsItems
  const at =
    first?.seller === undefined ? '/parties/exporter' : `/goodsItems/${first.itemNumber - 1}/seller`
  return [
    {
      code: 'invalid-input',
      path: `${at}/address/country`,
      message: `${name} exports the goods from ${address.country}, which is no partner of ${id}.`,
      mend: 'Name the exporter in the partner country who sells the goods, or withdraw the claim.',
      zh: {
        message: `${name} 从 ${address.country} 出口货物，该国不是 ${id} 的缔约方。`,
        mend: '请填写缔约国内销售货物的出口商，或撤回优惠申请。',
      },
    },
  ]
}

/**
 * What is wrong with a claim because the goods come from a country that is no partner. They may have
 * been changed there, and nothing that a case can hold shows that they were not.
 *
 * @law Trade and Cooperation Agreement with the European Union, article 52 (ORIG.16): originating
 *   products are not altered between export and import, and customs may ask for the evidence
 */
export function dispatchOutsideAgreement(
  { shipFrom }: Pick<Consignment, 'shipFrom'>,
  { id, countries }: Partners,
): readonly Failure[] {
  if (countries === undefined || countries.has(shipFrom.country)) return []
  return [
    {
      code: 'document-missing',
      path: '/shipFrom/country',
      message:
        `The goods are sent from ${shipFrom.country}, which is no partner of ${id}, and the proof ` +
        'of non-alteration on the way is missing.',
      mend: 'Have the goods sent from a partner country, or withdraw the claim; proof of non-alteration cannot be recorded here.',
      zh: {
        message: `货物从 ${shipFrom.country} 发运，该国不是 ${id} 的缔约方，且缺少途中未加工的证明。`,
        mend: '请从缔约国发运，或撤回优惠申请；此处无法登记未加工证明。',
      },
    },
  ]
}
