import type { Consignment } from '../../customs/consignment/consignment.ts'
import { isNorthernIreland } from '../../customs/northern-ireland/is-northern-ireland.ts'
import type { Failure } from '../../customs/result.ts'

/**
 * Destinations to which goods do not leave by a declaration of data set B1: the Isle of Man is in one
 * customs territory with Great Britain, Jersey and Guernsey are special fiscal territories (B4).
 */
const destinationsOfTheirOwn: readonly string[] = ['GB', 'IM', 'JE', 'GG']

/** Excise classes of the tariff; goods under suspension of excise leave under procedures of their own. */
const EXCISE_CODE = /^X\d{3}$/

/** What stands against declaring a consignment as an export from Great Britain. */
export function notExportable({
  shipFrom,
  deliverTo,
  goodsItems,
}: Consignment): readonly Failure[] {
  const leavesBritain = shipFrom.country === 'GB' && !isNorthernIreland(shipFrom)
  const excise = goodsItems.findIndex(({ additionalCodes = [] }) =>
    additionalCodes.some((code) => EXCISE_CODE.test(code)),
  )
  return [
    ...(leavesBritain ? [] : [notFromBritain(shipFrom.country)]),
    ...(destinationsOfTheirOwn.includes(deliverTo.country) ? [notAbroad(deliverTo.country)] : []),
    ...(excise < 0 ? [] : [exciseGoods(excise)]),
  ]
}

function notFromBritain(country: string): Failure {
  return {
    code: 'not-covered',
    path: '/shipFrom/country',
    message: `Goods that leave ${country === 'GB' ? 'Northern Ireland' : country} are not exported from Great Britain.`,
    mend: 'Declare them where they leave.',
    zh: {
      message: `自${country === 'GB' ? '北爱尔兰' : country}运出的货物不属大不列颠出口。`,
      mend: '请在货物离境地申报。',
    },
  }
}

function notAbroad(country: string): Failure {
  return {
    code: 'not-covered',
    path: '/deliverTo/country',
    message: `Goods to ${country} do not leave by a full export declaration (B1).`,
    mend: 'Check the destination; Jersey and Guernsey have declarations of their own.',
    zh: {
      message: `运往 ${country} 的货物不以完整出口申报（B1）离境。`,
      mend: '请核对目的地；泽西岛和根西岛另有申报。',
    },
  }
}

function exciseGoods(index: number): Failure {
  return {
    code: 'not-covered',
    path: `/goodsItems/${index}/additionalCodes`,
    message: 'Exports of excise goods are not covered.',
    mend: 'Have a broker declare them.',
    zh: { message: '尚未涵盖消费税货物的出口。', mend: '请委托报关行申报。' },
  }
}
