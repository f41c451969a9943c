import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import { dutyPayers } from '../duty-payers.ts'
import { incoterms } from '../incoterms.ts'

/** A choice in a field with few words. */
export interface Choice {
  readonly value: string
  readonly label: BilingualText
}

/** A field of the form and the fact that it states. */
export interface Field {
  /** JSON Pointer in the order; for lines within the line. */
  readonly pointer: string
  readonly label: BilingualText
  readonly isRequired?: true
  readonly choices?: readonly Choice[]
  readonly form?: 'number' | 'date' | 'code' | 'country'
  /** What a person may not know of it. */
  readonly hint?: BilingualText
}

const choice = (value: string, en: string, zh: string): Choice => ({ value, label: { en, zh } })

const kinds = [choice('private', 'Private person', '个人'), choice('business', 'Business', '企业')]

/** Fields of an address below a pointer. */
export function addressFields(pointer: string): readonly Field[] {
  return [
    { pointer: `${pointer}/lines/0`, label: { en: 'Street', zh: '街道地址' }, isRequired: true },
    { pointer: `${pointer}/lines/1`, label: { en: 'Street, continued', zh: '街道地址（续）' } },
    { pointer: `${pointer}/city`, label: { en: 'Town', zh: '城市' }, isRequired: true },
    { pointer: `${pointer}/region`, label: { en: 'County or province', zh: '省/郡' } },
    { pointer: `${pointer}/postcode`, label: { en: 'Postcode', zh: '邮编' }, form: 'code' },
    {
      ...{ pointer: `${pointer}/country`, label: { en: 'Country', zh: '国家' }, form: 'country' },
      isRequired: true,
      hint: { en: 'two letters, such as GB or CN', zh: '两位字母，如 GB、CN' },
    },
  ]
}

/** Fields of a party that nearly every order states; its name comes with suggestions. */
export function usualPartyFields(pointer: string): readonly Field[] {
  return [
    {
      ...{ pointer: `${pointer}/kind`, label: { en: 'Kind', zh: '类型' } },
      ...{ choices: kinds, isRequired: true },
    },
    ...addressFields(`${pointer}/address`),
  ]
}

/** Fields of a party that few orders state. */
export function furtherPartyFields(pointer: string): readonly Field[] {
  return [
    { pointer: `${pointer}/email`, label: { en: 'E-mail', zh: '邮箱' } },
    { pointer: `${pointer}/phone`, label: { en: 'Telephone', zh: '电话' } },
    {
      ...{ pointer: `${pointer}/eori`, label: { en: 'EORI', zh: 'EORI 号' }, form: 'code' },
      hint: { en: 'customs number of a business', zh: '企业的海关登记号' },
    },
    { pointer: `${pointer}/vatNumber`, label: { en: 'VAT number', zh: '增值税号' }, form: 'code' },
  ]
}

/** All fields of a party beside its name. */
export function partyFields(pointer: string): readonly Field[] {
  return [...usualPartyFields(pointer), ...furtherPartyFields(pointer)]
}

/** Fields of the order as a whole. */
export const orderFields: readonly Field[] = [
  {
    ...{ pointer: '/reference', label: { en: 'Order reference', zh: '订单号' }, isRequired: true },
    hint: { en: 'yours; each order has its own', zh: '由您编号，不可重复' },
  },
  {
    ...{ pointer: '/orderedOn', label: { en: 'Ordered on', zh: '下单日期' } },
    ...{ form: 'date', isRequired: true },
  },
]

/** Where the goods were sold; a purchasing agent's tell it by themselves. */
export const channelField: Field = {
  pointer: '/channel',
  label: { en: 'Sold in', zh: '销售渠道' },
  choices: [
    choice('shop', 'Own shop', '自营网店'),
    choice('marketplace', 'Marketplace', '电商平台'),
  ],
  isRequired: true,
}

/** In which capacity the agent buys. */
export const capacityField: Field = {
  pointer: '/purchasingAgent/capacity',
  label: { en: 'The agent', zh: '代购方式' },
  choices: [
    choice('buys-for-buyer', 'buys for the buyer, for a fee', '代买并收取代购服务费'),
    choice('resells', 'buys and sells on', '买入后转售'),
  ],
  isRequired: true,
}

/** What is paid beside the goods, and on which terms they travel. */
export const termFields: readonly Field[] = [
  {
    ...{ pointer: '/currency', label: { en: 'Currency', zh: '币种' }, form: 'code' },
    isRequired: true,
    hint: { en: 'of all prices: GBP, CNY, JPY …', zh: '所有价格的币种：GBP、CNY、JPY …' },
  },
  {
    ...{ pointer: '/freight/amount', label: { en: 'Freight', zh: '运费' }, form: 'number' },
    hint: { en: 'beside the prices; 0 where it is free', zh: '价格之外另付；免费填 0' },
  },
  {
    ...{ pointer: '/insurance/amount', label: { en: 'Insurance', zh: '保险费' }, form: 'number' },
    hint: { en: '0 where there is none', zh: '没有填 0' },
  },
  {
    ...{ pointer: '/incoterm/code', label: { en: 'Delivery term', zh: '贸易术语' } },
    choices: incoterms,
    isRequired: true,
  },
  {
    ...{ pointer: '/incoterm/place', label: { en: 'Place of the term', zh: '术语地点' } },
    isRequired: true,
  },
  {
    ...{ pointer: '/dutiesBilledTo', label: { en: 'Duty and tax are paid by', zh: '税费承担方' } },
    choices: Object.entries(dutyPayers).map(([value, label]) => ({ value, label })),
    isRequired: true,
  },
  {
    ...{ pointer: '/transport/mode', label: { en: 'Travels by', zh: '运输方式' } },
    choices: [
      choice('air', 'air', '空运'),
      choice('sea', 'sea', '海运'),
      choice('rail', 'rail', '铁路'),
      choice('road', 'road', '公路'),
      choice('post', 'post', '邮政'),
    ],
    isRequired: true,
  },
  { pointer: '/transport/carrier', label: { en: 'Carrier', zh: '承运人' } },
  {
    pointer: '/transport/identity',
    label: { en: 'Flight, vessel or vehicle', zh: '航班、船名或车号' },
  },
  { pointer: '/transport/transportDocument', label: { en: 'Waybill', zh: '运单号' } },
  {
    ...{
      pointer: '/transport/goodsLocation',
      label: { en: 'Goods location', zh: '货物所在地代码' },
    },
    hint: {
      en: 'where customs can see them, as GBAULHRLHRLHR',
      zh: '海关可查验的地点代码，如 GBAULHRLHRLHR',
    },
  },
  { pointer: '/commercialInvoice/number', label: { en: 'Invoice number', zh: '发票号' } },
  {
    ...{ pointer: '/commercialInvoice/issuedOn', label: { en: 'Invoice date', zh: '发票日期' } },
    form: 'date',
  },
]

/** How goods are packed that travel as they were ordered. */
export const packageFields: readonly Field[] = [
  { pointer: '/packages/count', label: { en: 'Packages', zh: '件数' }, form: 'number' },
  {
    ...{ pointer: '/packages/type', label: { en: 'Kind of package', zh: '包装种类' } },
    choices: [
      choice('CT', 'Carton', '纸箱'),
      choice('BX', 'Box', '盒'),
      choice('BG', 'Bag', '袋'),
      choice('EN', 'Envelope', '信封'),
      choice('PK', 'Package', '包裹'),
    ],
  },
]

/** Fields of a line beside description and commodity code, which come with suggestions. */
export const lineFields: readonly Field[] = [
  {
    ...{ pointer: '/origin', label: { en: 'Made in', zh: '原产国' }, form: 'country' },
    hint: { en: 'two letters, such as CN', zh: '两位字母，如 CN' },
  },
  { pointer: '/quantity', label: { en: 'Pieces', zh: '件数' }, form: 'number', isRequired: true },
  {
    ...{ pointer: '/unitPrice/amount', label: { en: 'Price each', zh: '单价' }, form: 'number' },
    isRequired: true,
  },
  {
    pointer: '/netWeightKg',
    label: { en: 'Net kg, all pieces', zh: '净重合计（千克）' },
    form: 'number',
  },
  {
    pointer: '/grossWeightKg',
    label: { en: 'Gross kg, all pieces', zh: '毛重合计（千克）' },
    form: 'number',
  },
  { pointer: '/sku', label: { en: 'Article number', zh: '货号' } },
]

/** Fields of a line that only some goods need. */
export const furtherLineFields: readonly Field[] = [
  {
    ...{ pointer: '/additionalCodes/0', label: { en: 'Additional code', zh: '附加编码' } },
    form: 'code',
    hint: {
      en: 'producer of a trade remedy or excise class, such as B999 or X333',
      zh: '贸易救济的生产商或消费税类别，如 B999、X333',
    },
  },
  {
    ...{ pointer: '/quantities/LPA', form: 'number' },
    label: { en: 'Litres of pure alcohol, all pieces', zh: '纯酒精合计（升）' },
  },
  {
    ...{ pointer: '/supplementaryQuantity/amount', form: 'number' },
    label: { en: 'Supplementary quantity', zh: '补充数量' },
  },
  {
    ...{ pointer: '/supplementaryQuantity/unit', form: 'code' },
    label: { en: 'Supplementary unit', zh: '补充计量单位' },
    hint: { en: 'code of the tariff, such as NPR (pairs)', zh: '税则代码，如 NPR（双）' },
  },
  {
    ...{ pointer: '/documents/0/code', form: 'code' },
    label: { en: 'Code of a licence or waiver', zh: '许可证或豁免代码' },
    hint: { en: 'such as C640 or Y900', zh: '如 C640、Y900' },
  },
  {
    ...{ pointer: '/documents/0/reference' },
    label: { en: 'Number of the licence', zh: '许可证编号' },
  },
  {
    ...{ pointer: '/documents/0/status', form: 'code' },
    label: { en: 'Status of the licence', zh: '许可证状态' },
    hint: { en: 'such as AC (attached) or JP (held by you)', zh: '如 AC（随附）、JP（自行留存）' },
  },
]

/** How goods are declared that are not declared in full at once, and under which authorisation. */
export const declaringFields: readonly Field[] = [
  {
    pointer: '/simplifiedDeclaration',
    label: { en: 'Declared in two steps', zh: '分两步申报' },
    choices: [
      choice('true', 'Yes, simplified first', '是，先简化申报'),
      choice('false', 'No', '否'),
    ],
    hint: {
      en: 'needs your authorisation SDE; duty follows with the supplementary declaration',
      zh: '须有 SDE 授权；税费随补充申报缴纳',
    },
  },
  {
    ...{ pointer: '/internalMarket/holder' },
    label: { en: 'Authorised under the Internal Market Scheme', zh: '英国内部市场计划的被授权人' },
    choices: [choice('buyer', 'The buyer', '买方'), choice('seller', 'The seller', '卖方')],
    hint: {
      en: 'only of goods from Great Britain to a business in Northern Ireland',
      zh: '仅限由大不列颠运往北爱尔兰企业的货物',
    },
  },
  {
    ...{ pointer: '/internalMarket/authorisation', form: 'code' },
    label: { en: 'Number of that authorisation', zh: '该授权编号' },
    hint: { en: 'XIUKIM and what follows', zh: '以 XIUKIM 开头' },
  },
  {
    ...{ pointer: '/internalMarket/purpose' },
    label: { en: 'What the goods are for there', zh: '货物在当地的用途' },
    choices: [
      choice('sale-to-end-consumers', 'Sale to end consumers', '销售给最终消费者'),
      choice('final-use', 'Own final use', '自行最终使用'),
      choice('processing', 'Processing', '加工'),
      choice('other', 'Something else', '其他'),
    ],
  },
]

/** Whether the goods are not sold at all, or were here before; the law frees such goods of charges. */
export const reliefFields: readonly Field[] = [
  {
    ...{ pointer: '/gift', label: { en: 'A gift', zh: '礼品' } },
    choices: [
      choice('true', 'Yes, between private persons', '是，私人之间'),
      choice('false', 'No', '否'),
    ],
    hint: { en: 'occasional, and not paid for by anybody', zh: '偶尔寄送且无人付款' },
  },
  {
    ...{ pointer: '/returnedGoods/exportedOn', form: 'date' },
    label: { en: 'Goods that come back were exported on', zh: '退运货物原出口日期' },
  },
  {
    ...{ pointer: '/returnedGoods/exportMrn', form: 'code' },
    label: { en: 'MRN of the export', zh: '原出口报关单号（MRN）' },
  },
  {
    ...{ pointer: '/returnedGoods/otherProof' },
    label: { en: 'Another proof of the export', zh: '其他出口证明' },
    hint: { en: 'such as a certificate of posting', zh: '如邮寄凭证' },
  },
  {
    ...{ pointer: '/returnedGoods/exportedBy', label: { en: 'Exported by', zh: '原出口方' } },
    choices: [
      choice('importer', 'who imports them now', '现进口人'),
      choice('another', 'somebody else', '他人'),
    ],
  },
  {
    ...{ pointer: '/returnedGoods/unaltered', label: { en: 'Unaltered', zh: '未经改变' } },
    choices: [
      choice('true', 'Yes, apart from upkeep', '是（日常保养除外）'),
      choice('false', 'No', '否'),
    ],
  },
]
