import type { BilingualText } from '../bilingual-text.ts'

/** The facts that several papers of a case state, in the same words in every paper. */
export const paperFacts = {
  invoiceNumber: { en: 'the number of the invoice', zh: '发票号码' },
  invoiceDate: { en: 'the date of the invoice', zh: '发票日期' },
  exporter: { en: 'the exporter', zh: '出口商' },
  exporterEori: { en: 'the EORI of the exporter', zh: '出口商的 EORI 号码' },
  buyer: { en: 'the buyer', zh: '买方' },
  consignor: { en: 'the consignor', zh: '发货人' },
  consignee: { en: 'the consignee', zh: '收货人' },
  countryOfDispatch: { en: 'the country of dispatch', zh: '发运国' },
  countryOfDestination: { en: 'the country of destination', zh: '目的国' },
  termOfDelivery: { en: 'the term of delivery', zh: '贸易术语' },
  placeOfDelivery: { en: 'the place of delivery', zh: '交货地点' },
  numberOfPackages: { en: 'the number of packages', zh: '包装件数' },
  kindOfPackages: { en: 'the kind of packages', zh: '包装种类' },
  numberOfItems: { en: 'the number of items', zh: '货物项数' },
  numberOfPieces: { en: 'the number of pieces', zh: '货物件数' },
  valueOfGoods: { en: 'the value of the goods', zh: '货物总值' },
  freight: { en: 'the freight', zh: '运费' },
  insurance: { en: 'the insurance', zh: '保险费' },
  netWeight: { en: 'the net weight', zh: '净重' },
  grossWeight: { en: 'the gross weight', zh: '毛重' },
} as const satisfies Readonly<Record<string, BilingualText>>

const lineFacts = {
  seller: { en: 'the seller', zh: '卖方' },
  invoiceNumber: { en: 'the invoice', zh: '发票' },
  description: { en: 'the description', zh: '货物描述' },
  commodityCode: { en: 'the commodity code', zh: '商品编码' },
  origin: { en: 'the origin', zh: '原产国' },
  quantity: { en: 'the quantity', zh: '数量' },
  unitPrice: { en: 'the unit price', zh: '单价' },
  amount: { en: 'the price', zh: '价格' },
  netWeightKg: { en: 'the net weight', zh: '净重' },
  grossWeightKg: { en: 'the gross weight', zh: '毛重' },
} as const satisfies Readonly<Record<string, BilingualText>>

/** A fact of one line of goods in words: `the quantity of item 1`. */
export function lineFact(name: keyof typeof lineFacts, itemNumber: number): BilingualText {
  const { en, zh } = lineFacts[name]
  return { en: `${en} of item ${itemNumber}`, zh: `第${itemNumber}项的${zh}` }
}
