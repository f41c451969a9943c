import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import type { Consignment } from '../../../../customs/consignment/consignment.ts'
import { leavesTheCountry } from '../../../../customs/lane/export-lane.ts'
import { incoterms } from '../../orders/incoterms.ts'
import { packageTypes } from '../../orders/package-types.ts'
import { transportModes } from './transport-modes.ts'

/** One value of the goods data that can be typed. */
export interface GoodsField {
  /** JSON Pointer into the goods data. */
  readonly path: string
  readonly label: BilingualText
  readonly hint?: BilingualText
  readonly input: 'text' | 'long-text' | 'date' | 'decimal' | 'choice'
  /** All that a `choice` may be; what is often meant by a `text`. */
  readonly choices?: readonly { readonly value: string; readonly label: BilingualText }[]
}

type Spec = Omit<GoodsField, 'path'>

const text = (en: string, zh: string, hint?: BilingualText): Spec => ({
  label: { en, zh },
  input: 'text',
  ...(hint && { hint }),
})

const itemSpecs: Readonly<Record<string, Spec>> = {
  description: {
    ...text('Description of the goods', '货物描述', {
      en: 'What they are, what they are made of, what they are for; in English',
      zh: '请用英文写明是什么货物、材料和用途',
    }),
    input: 'long-text',
  },
  commodityCode: text('Commodity code', '商品编码', {
    en: 'Ten digits of the UK tariff',
    zh: '英国税则十位编码',
  }),
  exportCommodityCode: text('Commodity code of the export', '出口商品编码', {
    en: 'Only of goods that leave: eight digits of the UK tariff',
    zh: '仅出口货物填写：英国税则八位编码',
  }),
  origin: text('Country of origin', '原产国', {
    en: 'Two letters of the country where the goods were made, such as CN',
    zh: '生产国的两位字母代码，例如 CN',
  }),
  netWeightKg: {
    ...text('Net weight, kg', '净重（千克）', {
      en: 'All pieces, without packaging',
      zh: '全部件数，不含包装',
    }),
    input: 'decimal',
  },
  grossWeightKg: {
    ...text('Gross weight, kg', '毛重（千克）', {
      en: 'All pieces, with packaging',
      zh: '全部件数，含包装',
    }),
    input: 'decimal',
  },
  additionalCodes: text('Additional codes', '附加编码', {
    en: 'Of a trade remedy or an excise class, such as B999 or X333; several with commas',
    zh: '贸易救济或消费税类别，如 B999、X333；多个以逗号分隔',
  }),
  'supplementaryQuantity/amount': {
    ...text('Supplementary quantity', '补充计量数量', {
      en: 'All pieces, in the unit that the tariff asks for',
      zh: '全部件数，以税则要求的单位计',
    }),
    input: 'decimal',
  },
  'supplementaryQuantity/unit': text('Supplementary unit', '补充计量单位', {
    en: 'Code of the tariff, such as NPR (pairs)',
    zh: '税则代码，例如 NPR（双）',
  }),
  vatRelief: text('Claim of a VAT rate', '增值税税率申请', {
    en: 'Additional code such as VATZ; leave empty to withdraw the claim',
    zh: '附加代码，例如 VATZ；留空即撤回申请',
  }),
  'preference/agreement': text('Agreement of the preference', '优惠税率协定', {
    en: 'Such as gb-eu-tca; leave all three empty to withdraw the claim',
    zh: '例如 gb-eu-tca；三项均留空即撤回申请',
  }),
  'preference/proof': text('Kind of proof of origin', '原产地证明种类'),
  'preference/reference': text('Number of the proof', '证明编号'),
}

const wholeSpecs: Readonly<Record<string, Spec>> = {
  'commercialInvoice/number': text('Invoice number', '发票号码'),
  'commercialInvoice/issuedOn': { ...text('Date of the invoice', '发票日期'), input: 'date' },
  'freight/amount': {
    ...text('Freight', '运费', {
      en: 'In the currency of the invoice; 0 where there is none',
      zh: '以发票币种填写；没有则填 0',
    }),
    input: 'decimal',
  },
  'insurance/amount': {
    ...text('Insurance', '保险费', {
      en: 'In the currency of the invoice; 0 where there is none',
      zh: '以发票币种填写；没有则填 0',
    }),
    input: 'decimal',
  },
  'packages/count': { ...text('Number of packages', '件数'), input: 'decimal' },
  'packages/type': {
    ...text('Kind of package', '包装种类', {
      en: 'CT carton, BX box, BG bag, EN envelope, PK package, or another two-character code',
      zh: 'CT 纸箱、BX 盒、BG 袋、EN 信封、PK 包裹，或其他两位代码',
    }),
    choices: packageTypes,
  },
  'packages/marks': text('Shipping marks', '唛头'),
  'transport/mode': {
    ...text('Mode of transport', '运输方式'),
    input: 'choice',
    choices: transportModes,
  },
  'transport/carrier': text('Carrier', '承运人'),
  'transport/nationality': text('Country of the aircraft, vessel or vehicle', '运输工具所属国', {
    en: 'Two letters, such as CN',
    zh: '两位字母代码，例如 CN',
  }),
  'transport/identity': text('Flight, vessel or vehicle', '航班、船舶或车辆'),
  'transport/transportDocument': text('Waybill or parcel number', '运单或包裹号'),
  'transport/goodsLocation': text('Goods location', '货物所在地', {
    en: 'Coded place where customs can see the goods, such as GBAULHRLHRLHR',
    zh: '海关可查验货物的地点代码，例如 GBAULHRLHRLHR',
  }),
  'exit/office': text('Office of exit', '出境海关', {
    en: 'Such as GB000084 for Heathrow',
    zh: '例如 GB000084（希思罗）',
  }),
  'exit/safety/carrierEori': text("Carrier's EORI number", '承运人 EORI 号码'),
  'exit/safety/freightPayment': {
    ...text('How the carriage is paid', '运费支付方式'),
    input: 'choice',
    choices: [
      { value: 'A', label: { en: 'Cash', zh: '现金' } },
      { value: 'B', label: { en: 'Card', zh: '银行卡' } },
      { value: 'C', label: { en: 'Cheque', zh: '支票' } },
      { value: 'D', label: { en: 'Other', zh: '其他' } },
      { value: 'H', label: { en: 'Electronic transfer', zh: '电子转账' } },
      { value: 'Y', label: { en: 'Account with the carrier', zh: '承运人账户' } },
      { value: 'Z', label: { en: 'Not prepaid', zh: '未预付' } },
    ],
  },
  'exit/safety/routing': text('Countries on the way', '途经国家', {
    en: 'From the first to the destination, such as GB, CN',
    zh: '自起运国至目的国，例如 GB, CN',
  }),
  'exit/carriageToBorder/amount': {
    ...text('Carriage up to the exit', '运至出境地的运费', {
      en: 'What the prices lack of it, in the currency of the invoice; 0 where there is none',
      zh: '价格未含部分，以发票币种填写；没有则填 0',
    }),
    input: 'decimal',
  },
  'exit/carriageBeyondBorder/amount': {
    ...text('Carriage beyond the exit', '出境后的运费', {
      en: 'What the prices hold of it, in the currency of the invoice; 0 where there is none',
      zh: '价格所含部分，以发票币种填写；没有则填 0',
    }),
    input: 'decimal',
  },
  'incoterm/code': {
    ...text('Incoterm', '贸易术语', {
      en: 'DDP: the seller bears the duties and imports. DAP: the buyer does.',
      zh: 'DDP：卖方承担税费并进口；DAP：由买方进口。',
    }),
    input: 'choice',
    choices: incoterms,
  },
  'incoterm/place': text('Place of the Incoterm', '贸易术语地点'),
  dutiesBilledTo: {
    ...text('Who pays the duties', '税费支付方'),
    input: 'choice',
    choices: [
      { value: 'buyer', label: { en: 'Buyer', zh: '买方' } },
      { value: 'seller', label: { en: 'Seller', zh: '卖方' } },
      { value: 'marketplace', label: { en: 'Marketplace', zh: '平台' } },
      { value: 'purchasing-agent', label: { en: 'Purchasing agent', zh: '代购' } },
    ],
  },
  sellerEori: text("Seller's GB EORI number", '卖方 GB EORI 号码', {
    en: 'Where the seller imports, or exports; such as GB123456789000',
    zh: '由卖方进口或出口时填写，例如 GB123456789000',
  }),
  'authorityToAct/givenBy': {
    ...text('Authority given by', '授权人'),
    input: 'choice',
    choices: [
      { value: 'buyer', label: { en: 'Buyer', zh: '买方' } },
      { value: 'seller', label: { en: 'Seller', zh: '卖方' } },
    ],
  },
  'authorityToAct/representation': {
    ...text('Kind of representation', '代理方式'),
    input: 'choice',
    choices: [
      { value: 'direct', label: { en: 'Direct', zh: '直接代理' } },
      { value: 'indirect', label: { en: 'Indirect', zh: '间接代理' } },
    ],
  },
  'authorityToAct/givenOn': { ...text('Authority given on', '授权日期'), input: 'date' },
  'authorityToAct/reference': text('Where the authority is kept', '授权文件编号'),
}

const invoiceSpecs: Readonly<Record<string, Spec>> = {
  'invoice/number': text("Seller's invoice number", '卖方发票号码'),
  'invoice/issuedOn': { ...text("Date of the seller's invoice", '卖方发票日期'), input: 'date' },
}

/** One licence, certificate or waiver; each goods item may have several. */
const documentSpecs: Readonly<Record<string, Spec>> = {
  code: text('Code of a licence or waiver', '许可证或豁免代码', {
    en: 'Such as C640 or Y900; leave all three empty to take it away',
    zh: '例如 C640、Y900；三项均留空即删除',
  }),
  reference: text('Number of the licence', '许可证编号'),
  status: text('Status of the licence', '许可证状态', {
    en: 'Such as AC (attached) or JP (held by you)',
    zh: '例如 AC（随附）、JP（自行留存）',
  }),
}

/** The documents that an item has, and room for one more; they are numbered where there are several. */
function documentFields(goods: Consignment, index: number): Readonly<Record<string, Spec>> {
  const count = goods.goodsItems[index]?.documents?.length ?? 0
  const rows = Array.from({ length: count + 1 }, (_, row) => row)
  return Object.fromEntries(
    rows.flatMap((row) =>
      Object.entries(documentSpecs).map(([name, spec]) => [
        `documents/${row}/${name}`,
        count === 0 ? spec : numbered(spec, row + 1),
      ]),
    ),
  )
}

function numbered({ label, ...spec }: Spec, number: number): Spec {
  return { ...spec, label: { en: `${label.en} (${number})`, zh: `${label.zh}（${number}）` } }
}

/** Goods that several sellers sold are on invoices of their own. */
function hasSeveralInvoices({ goodsItems }: Consignment): boolean {
  return goodsItems.some(({ seller, invoice }) => seller !== undefined || invoice !== undefined)
}

/** The fields of one goods item. */
export function fieldsOfItem(goods: Consignment, index: number): readonly GoodsField[] {
  const specs = {
    ...itemSpecs,
    ...documentFields(goods, index),
    ...(hasSeveralInvoices(goods) ? invoiceSpecs : {}),
  }
  const isExport = leavesTheCountry(goods)
  return Object.entries(specs)
    .filter(([name]) => isExport || name !== 'exportCommodityCode')
    .map(([name, spec]) => ({ ...spec, path: `/goodsItems/${index}/${name}` }))
}

/** What was ordered of one goods item, which is amended after the declaration and not mended before. */
export function orderedFieldsOfItem(index: number): readonly GoodsField[] {
  const base = `/goodsItems/${index}`
  return [
    { ...text('Pieces', '件数'), input: 'decimal', path: `${base}/quantity` },
    {
      ...text('Price each', '单价', {
        en: 'In the currency of the invoice',
        zh: '以发票币种填写',
      }),
      ...{ input: 'decimal', path: `${base}/unitPrice/amount` },
    },
  ]
}

/** The fields of the consignment as a whole; goods that leave have facts that no import knows. */
export function fieldsOfConsignment(goods: Consignment): readonly GoodsField[] {
  const several = hasSeveralInvoices(goods)
  const isExport = leavesTheCountry(goods)
  return Object.entries(wholeSpecs)
    .filter(([name]) => !(several && name.startsWith('commercialInvoice')))
    .filter(([name]) => isExport || !name.startsWith('exit/'))
    .map(([name, spec]) => ({ ...spec, path: `/${name}` }))
}

/** What is decided from several facts is mended by any of them. */
const partsOf: Readonly<Record<string, readonly string[]>> = {
  '/parties': ['/incoterm', '/dutiesBilledTo', '/sellerEori', '/authorityToAct'],
}

/** The fields of a fact that something is wrong with: all its parts where it has several. */
export function fieldsOfFact(goods: Consignment, factPath: string): readonly GoodsField[] {
  const index = /^\/goodsItems\/(\d+)\//.exec(factPath)?.[1]
  const fields =
    index === undefined ? fieldsOfConsignment(goods) : fieldsOfItem(goods, Number(index))
  return fields.filter(({ path }) =>
    (partsOf[factPath] ?? [factPath]).some((part) => path === part || path.startsWith(`${part}/`)),
  )
}
