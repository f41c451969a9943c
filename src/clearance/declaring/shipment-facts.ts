import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Consignment } from '../../customs/consignment/consignment.ts'
import type {
  FieldOrigin,
  GoodsLocationFacts,
  ShipmentFacts,
  TransportFacts,
} from '../../customs/declaration/fill-input.ts'
import { combine, failure, type Result, success } from '../../customs/result.ts'

type TransportMode = Consignment['transport']['mode']

/** Border transport mode, data element 7/4 (UN/ECE Recommendation 19). */
const modeCode: Record<TransportMode, string> = {
  sea: '1',
  rail: '2',
  road: '3',
  air: '4',
  post: '5',
}

/** Kind of identity of the means of transport on arrival, data element 7/9. */
const identityCode: Partial<Record<TransportMode, string>> = {
  sea: '11',
  rail: '20',
  road: '30',
  air: '40',
}

/** Country, type, qualifier and the code itself, as one text: `GB` `A` `U` `LHRLHRLHR`. */
const GOODS_LOCATION = /^([A-Z]{2})([A-D])([A-Z])([A-Z0-9]{3,17})$/

/** How the goods travel and where they can be examined. Fails for each absent fact. */
export function shipmentFacts(consignment: Consignment): Result<ShipmentFacts> {
  const { shipFrom, deliverTo, packages } = consignment
  const facts = combine({
    goodsLocation: goodsLocation(consignment),
    transport: transport(consignment),
    totalPackages:
      packages === undefined
        ? missing('/packages', { en: 'number and kind of the packages', zh: '包装件数和种类' })
        : success(packages.count),
  })
  if (!facts.ok) return facts
  const origin: FieldOrigin = { source: 'order', reference: consignment.reference }
  return success({
    origin,
    exportCountry: shipFrom.country,
    destinationCountry: deliverTo.country,
    totalPackages: facts.value.totalPackages,
    transactionNatureCode: natureOf(consignment),
    goodsLocation: { ...facts.value.goodsLocation, origin },
    transport: { ...facts.value.transport, origin },
  })
}

/**
 * A sale to a final customer, goods that come back, or goods that change hands without payment.
 * Source: Commission Implementing Regulation (EU) 2020/1197, table of natures.
 */
function natureOf({ returnedGoods, gift }: Consignment): string {
  if (returnedGoods !== undefined) return '2'
  return gift === true ? '3' : '1'
}

function goodsLocation({ transport }: Consignment): Result<GoodsLocationFacts> {
  const { goodsLocation: coded } = transport
  if (coded === undefined) {
    return missing('/transport/goodsLocation', {
      en: 'place where the goods will be presented to customs',
      zh: '货物向海关呈验的地点',
    })
  }
  const parts = GOODS_LOCATION.exec(coded)
  if (parts === null) {
    return failure({
      code: 'invalid-input',
      path: '/transport/goodsLocation',
      message: `${coded} is no coded goods location.`,
      mend: 'Write country, type, qualifier and code as one text, such as GBAULHRLHRLHR.',
      zh: {
        message: `${coded} 不是货物所在地代码。`,
        mend: '请将国家、类型、限定符和代码连写，例如 GBAULHRLHRLHR。',
      },
    })
  }
  const [, countryCode = '', typeCode = '', qualifier = '', code = ''] = parts
  return success({ countryCode, typeCode, qualifier, code })
}

function transport({
  transport: { mode, nationality, identity },
}: Consignment): Result<TransportFacts> {
  const identified = identityCode[mode]
  const borderModeCode = modeCode[mode]
  if (identified === undefined) return success({ borderModeCode, containerIds: [] })
  const facts = combine({
    nationality:
      nationality !== undefined || mode === 'rail'
        ? success(nationality)
        : missing('/transport/nationality', {
            en: 'nationality of the vehicle that crosses the border',
            zh: '入境运输工具的国籍',
          }),
    identity:
      identity === undefined
        ? missing('/transport/identity', {
            en: 'flight, vessel or vehicle that brings the goods',
            zh: '运送货物的航班、船舶或车辆',
          })
        : success(identity),
  })
  if (!facts.ok) return facts
  return success({
    borderModeCode,
    ...(facts.value.nationality === undefined
      ? {}
      : { borderNationality: facts.value.nationality }),
    arrival: { typeCode: identified, id: facts.value.identity },
    containerIds: [],
  })
}

function missing(path: string, { en, zh }: BilingualText): Result<never> {
  return failure({
    code: 'fact-missing',
    path,
    message: `The declaration needs the ${en}.`,
    mend: 'Mend the goods data of the case with this fact.',
    zh: { message: `报关单需要${zh}。`, mend: '请在本案的货物资料中补充此项。' },
  })
}
