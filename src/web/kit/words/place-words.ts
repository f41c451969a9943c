import type { BilingualText } from '../../../customs/bilingual-text.ts'

/** What the steps of a pointer into a request are called on the pages. */
const steps: Readonly<Record<string, BilingualText>> = {
  additionalType: { en: 'where the goods are', zh: '货物状态' },
  address: { en: 'address', zh: '地址' },
  amount: { en: 'amount', zh: '金额' },
  authorisation: { en: 'authorisation', zh: '授权' },
  authorityToAct: { en: 'authority to act', zh: '代理授权' },
  buyer: { en: 'buyer', zh: '买方' },
  channel: { en: 'carriage', zh: '运输方式' },
  city: { en: 'town', zh: '城市' },
  code: { en: 'code', zh: '代码' },
  commercialInvoice: { en: 'invoice', zh: '发票' },
  commodityCode: { en: 'commodity code', zh: '商品编码' },
  count: { en: 'number', zh: '件数' },
  country: { en: 'country', zh: '国家' },
  currency: { en: 'currency', zh: '币种' },
  deliverTo: { en: 'delivery', zh: '收货' },
  description: { en: 'description', zh: '描述' },
  destination: { en: 'destination', zh: '目的地' },
  email: { en: 'e-mail', zh: '邮箱' },
  eori: { en: 'EORI number', zh: 'EORI 号码' },
  explanation: { en: 'explanation', zh: '说明' },
  freight: { en: 'freight', zh: '运费' },
  givenBy: { en: 'given by', zh: '授权人' },
  givenOn: { en: 'given on', zh: '授权日期' },
  goodsItems: { en: 'goods item', zh: '货物项' },
  goodsLocation: { en: 'goods location', zh: '货物所在地' },
  grossWeightKg: { en: 'gross weight', zh: '毛重' },
  heightCm: { en: 'height', zh: '高' },
  holder: { en: 'holder of the authorisation', zh: '被授权人' },
  identity: { en: 'flight, vessel or vehicle', zh: '航班、船舶或车辆' },
  incoterm: { en: 'Incoterm', zh: '贸易术语' },
  insurance: { en: 'insurance', zh: '保险费' },
  internalMarket: { en: 'UK Internal Market Scheme', zh: '英国内部市场计划' },
  invoice: { en: 'invoice', zh: '发票' },
  issuedOn: { en: 'date', zh: '日期' },
  kind: { en: 'kind', zh: '种类' },
  lengthCm: { en: 'length', zh: '长' },
  lines: { en: 'goods', zh: '商品' },
  marks: { en: 'marks', zh: '唛头' },
  name: { en: 'name', zh: '名称' },
  nationality: { en: 'country of the aircraft, vessel or vehicle', zh: '运输工具所属国' },
  netWeightKg: { en: 'net weight', zh: '净重' },
  number: { en: 'number', zh: '编号' },
  occurredAt: { en: 'time', zh: '时间' },
  on: { en: 'day', zh: '日期' },
  orderedOn: { en: 'day of the order', zh: '下单日期' },
  origin: { en: 'country of origin', zh: '原产国' },
  packages: { en: 'packages', zh: '包装' },
  payer: { en: 'payer', zh: '付款人' },
  phone: { en: 'telephone', zh: '电话' },
  place: { en: 'place', zh: '地点' },
  postcode: { en: 'postcode', zh: '邮编' },
  profile: { en: 'business', zh: '企业' },
  purchasingAgent: { en: 'purchasing agent', zh: '代购' },
  purpose: { en: 'purpose', zh: '用途' },
  quantity: { en: 'pieces', zh: '件数' },
  reason: { en: 'reason', zh: '原因' },
  reference: { en: 'reference', zh: '编号' },
  region: { en: 'county', zh: '省/郡' },
  seller: { en: 'seller', zh: '卖方' },
  setApart: { en: 'goods set apart', zh: '异常货物' },
  shipFrom: { en: 'dispatch', zh: '发货地' },
  signature: { en: 'signature', zh: '签署' },
  signatory: { en: 'who signed', zh: '签署人' },
  signedOn: { en: 'date', zh: '日期' },
  simplifiedDeclaration: { en: 'declaring in two steps', zh: '分两步申报' },
  simplifiedDeclarations: { en: 'authorisation for simplified declarations', zh: '简化申报授权' },
  text: { en: 'text', zh: '内容' },
  transport: { en: 'transport', zh: '运输' },
  transportDocument: { en: 'waybill', zh: '运单' },
  type: { en: 'kind', zh: '种类' },
  unitPrice: { en: 'price each', zh: '单价' },
  url: { en: 'address', zh: '网址' },
  vatNumber: { en: 'VAT number', zh: '增值税号' },
  widthCm: { en: 'width', zh: '宽' },
}

/**
 * What a place of a request is called by people: `/lines/0/grossWeightKg` is “Goods 1, gross weight”.
 * Undefined where a step of it has no name, so that nothing wrong is said.
 */
export function placeName(pointer: string): BilingualText | undefined {
  const names: BilingualText[] = []
  for (const step of pointer.split('/').slice(1)) {
    const before = names.at(-1)
    if (/^\d+$/.test(step)) {
      if (before === undefined) return undefined
      const number = Number(step) + 1
      names[names.length - 1] = { en: `${before.en} ${number}`, zh: `${before.zh} ${number}` }
      continue
    }
    const name = steps[step]
    if (name === undefined) return undefined
    // An amount of an amount is one thing to people.
    if (before?.en !== name.en) names.push(name)
  }
  if (names.length === 0) return undefined
  const en = names.map((name) => name.en).join(', ')
  return {
    en: en.charAt(0).toUpperCase() + en.slice(1),
    zh: names.map((name) => name.zh).join('：'),
  }
}
