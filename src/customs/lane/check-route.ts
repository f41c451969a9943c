import type { Consignment } from '../consignment/consignment.ts'
import type { Address } from '../order/party.ts'
import type { Failure } from '../result.ts'

/** Territories whose goods reach Great Britain under other rules than those of an import. */
const DISPATCH_NOT_COVERED: ReadonlySet<string> = new Set(['GB', 'IM', 'GG', 'JE'])

/** Why the route of a consignment is none that a lane here serves; empty where one may. */
export function checkRoute(consignment: Consignment): readonly Failure[] {
  const { shipFrom, deliverTo, transport } = consignment
  return [
    ...checkDestination(deliverTo),
    ...(DISPATCH_NOT_COVERED.has(shipFrom.country) ? [dispatchNotCovered(shipFrom)] : []),
    ...(transport.mode === 'post' ? [postNotCovered] : []),
  ]
}

/** Northern Ireland shares the country code but not the rules, so the postcode has to be known. */
function checkDestination({ country, postcode }: Address): readonly Failure[] {
  if (country !== 'GB') {
    return [
      {
        code: 'not-covered',
        path: '/deliverTo/country',
        message: `Imports into ${country} are not covered; only Great Britain is.`,
        mend: 'Clear this consignment outside this program.',
        zh: {
          message: `目前不支持进口到 ${country}，仅支持大不列颠。`,
          mend: '请在本系统之外办理此票货物的清关。',
        },
      },
    ]
  }
  if (postcode === undefined) {
    return [
      {
        code: 'fact-missing',
        path: '/deliverTo/postcode',
        message:
          'The postcode of delivery is missing; it decides between Great Britain and Northern Ireland.',
        mend: 'State the postcode of the address of delivery.',
        zh: {
          message: '缺少收货邮编；须凭邮编判断属于大不列颠还是北爱尔兰。',
          mend: '请填写收货地址的邮编。',
        },
      },
    ]
  }
  return []
}

/**
 * Goods of the same customs territory, or of islands in customs union with it, are not imported in
 * this sense.
 */
function dispatchNotCovered({ country }: Address): Failure {
  return {
    code: 'not-covered',
    path: '/shipFrom/country',
    message: `Goods sent from ${country} to Great Britain are no ordinary import; that is not covered.`,
    mend: 'Correct the place of dispatch, or clear this consignment outside this program.',
    zh: {
      message: `从 ${country} 发往大不列颠的货物不属于一般进口；目前尚不支持。`,
      mend: '请更正发运地，或在本系统之外办理此票货物的清关。',
    },
  }
}

/**
 * In the post nobody lodges a declaration for the parcel: the label CN22 or CN23 is the
 * declaration.
 */
export const postNotCovered: Failure = {
  code: 'not-covered',
  path: '/transport/mode',
  message: 'Parcels in the post are cleared by the postal operator from their label, not declared.',
  mend: 'Send the goods with a carrier who presents them to customs, or leave them to the post.',
  zh: {
    message: '邮寄包裹由邮政经营者凭面单清关，无须申报。',
    mend: '请改由会向海关呈验货物的承运人运送，或交由邮政办理。',
  },
}
