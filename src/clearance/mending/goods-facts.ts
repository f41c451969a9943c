import type { BilingualText } from '../../customs/bilingual-text.ts'

/** A fact of the goods data that can be mended, with its name. */
export interface GoodsFact {
  /** JSON Pointer into the goods data of the case. */
  readonly path: string
  readonly name: BilingualText
}

/** The facts that a person can mend before the declaration, by the end of their path. */
const names: Readonly<Record<string, BilingualText>> = {
  description: { en: 'description of the goods', zh: '货物描述' },
  commodityCode: { en: 'commodity code', zh: '商品编码' },
  exportCommodityCode: { en: 'commodity code of the export', zh: '出口商品编码' },
  origin: { en: 'country of origin', zh: '原产国' },
  netWeightKg: { en: 'net weight', zh: '净重' },
  grossWeightKg: { en: 'gross weight', zh: '毛重' },
  vatRelief: { en: 'claim of a VAT rate', zh: '增值税税率申请' },
  preference: { en: 'claim of preference', zh: '优惠税率申请' },
  additionalCodes: { en: 'additional codes', zh: '附加编码' },
  supplementaryQuantity: { en: 'supplementary quantity', zh: '补充计量数量' },
  quantities: { en: 'further quantities', zh: '其他数量' },
  documents: { en: 'licences and certificates', zh: '许可证和证书' },
  invoice: { en: "seller's invoice", zh: '卖方发票' },
  freight: { en: 'freight', zh: '运费' },
  insurance: { en: 'insurance', zh: '保险费' },
  packages: { en: 'packages', zh: '包装' },
  commercialInvoice: { en: 'commercial invoice', zh: '商业发票' },
  authorityToAct: { en: 'authority to act', zh: '代理授权' },
  parties: { en: 'who imports', zh: '由谁进口' },
  incoterm: { en: 'Incoterm', zh: '贸易术语' },
  dutiesBilledTo: { en: 'who pays the duties', zh: '税费支付方' },
  sellerEori: { en: "seller's EORI number", zh: '卖方 EORI 号码' },
  exit: { en: 'how the goods leave', zh: '出境信息' },
  'exit/office': { en: 'office of exit', zh: '出境海关' },
  'exit/safety': { en: 'safety data of the exit', zh: '出境安全数据' },
  'exit/carriageToBorder': { en: 'carriage up to the exit', zh: '运至出境地的运费' },
  'exit/carriageBeyondBorder': { en: 'carriage beyond the exit', zh: '出境后的运费' },
  'transport/mode': { en: 'mode of transport', zh: '运输方式' },
  'transport/carrier': { en: 'carrier', zh: '承运人' },
  'transport/nationality': { en: 'nationality of the means of transport', zh: '运输工具国籍' },
  'transport/identity': { en: 'flight, vessel or vehicle', zh: '航班、船舶或车辆' },
  'transport/transportDocument': { en: 'transport document', zh: '运输单据' },
  'transport/goodsLocation': { en: 'goods location', zh: '货物所在地' },
}

/** The fact at a path into the goods data; undefined where nobody can mend what is there. */
export function goodsFactAt(path: string): GoodsFact | undefined {
  const [, item, rest = ''] = /^(\/goodsItems\/\d+)?\/(.+)$/.exec(path) ?? []
  const [name = '', part = ''] = rest.split('/')
  const fact = factOf(name, part)
  const text = names[fact]
  return text === undefined ? undefined : { path: `${item ?? ''}/${fact}`, name: text }
}

/** Some facts are mended part by part; the seller's number stands with the seller and is stated apart. */
function factOf(name: string, part: string): string {
  if (name === 'seller' && part === 'eori') return 'sellerEori'
  const isByPart = name === 'transport' || (name === 'exit' && part !== '')
  return isByPart ? `${name}/${part}` : name
}

/** Places of an item's declaration, and the fact of the goods data that they are filled from. */
const itemSources: readonly (readonly [RegExp, string])[] = [
  [/^commodity\/description/, 'description'],
  [/^commodity\/classifications\/[01](\/|$)/, 'commodityCode'],
  [/^commodity\/goodsMeasure\/tariffQuantity/, 'supplementaryQuantity'],
  // The authority names the position of the code itself; without one it speaks of those beside it.
  [/^commodity\/classifications/, 'vatRelief'],
  [/^commodity\/goodsMeasure\/grossMass/, 'grossWeightKg'],
  [/^commodity\/goodsMeasure\/netMass/, 'netWeightKg'],
  [/^commodity\/goodsMeasure/, 'netWeightKg'],
  [/^commodity\/dutyTaxFees\/\d+\/dutyRegimeCode/, 'preference'],
  [/^commodity\/dutyTaxFees$/, 'preference'],
  [/^origins\/1/, 'preference'],
  [/^origins/, 'origin'],
]

/** The same for what is declared once; these facts belong to the whole consignment. */
const sources: readonly (readonly [RegExp, string])[] = [
  [/^goodsShipment\/goodsItems\/\d+\/additionalDocuments/, 'commercialInvoice'],
  [/^goodsShipment\/goodsItems\/\d+\/packagings/, 'packages'],
  [/^totalPackageQuantity/, 'packages'],
  [/^goodsShipment\/consignment\/goodsLocation/, 'transport/goodsLocation'],
  [/^goodsShipment\/consignment\/arrivalTransportMeans/, 'transport/identity'],
  [/^borderTransportMeans\/registrationNationalityCode/, 'transport/nationality'],
  [/^borderTransportMeans/, 'transport/mode'],
  [/^goodsShipment\/customsValuation/, 'freight'],
  [/^exitOffice/, 'exit/office'],
  [/^consignment\//, 'exit/safety'],
  [/^agent/, 'authorityToAct'],
]

/**
 * The fact of the goods data that a field of the declaration is filled from: what to mend where the
 * authority objects to the field. Undefined where the field follows from something else.
 *
 * @param fieldPath JSON Pointer into the declaration
 */
export function goodsFactBehind(fieldPath: string): GoodsFact | undefined {
  const [, index, inItem = ''] = /^\/goodsShipment\/goodsItems\/(\d+)\/(.+)$/.exec(fieldPath) ?? []
  const ofItem = itemSources.find(([pattern]) => pattern.test(inItem))?.[1]
  if (index !== undefined && ofItem !== undefined) {
    return goodsFactAt(`/goodsItems/${index}/${ofItem}`)
  }
  const fact = sources.find(([pattern]) => pattern.test(fieldPath.slice(1)))?.[1]
  return fact === undefined ? undefined : goodsFactAt(`/${fact}`)
}
