/**
 * How a cell is read:
 * - `text`: as it stands, without white space around it, full-width letters and digits as others.
 * - `decimal`: `1200.50`, `1,200.50` or `1.200,50`; no unit, and nothing that has two meanings.
 * - `integer`: a whole number, thousands may stand apart.
 * - `date`: `2026-09-03`, `2026/9/3`, `2026年9月3日`, or day and month in the one order that exists.
 * - `country`: ISO 3166-1 code or the country's name in English or Chinese.
 * - `commodity-code`: 6, 8 or 10 digits.
 * - `yes-no`: `yes` or `no`, `是` or `否`.
 * - `money`: a decimal in the currency of the column `currency`, whose sign it may have.
 * - words: one of the words of the order, or a Chinese word for it.
 */
export type CellForm =
  | 'text'
  | 'decimal'
  | 'integer'
  | 'date'
  | 'country'
  | 'commodity-code'
  | 'yes-no'
  | 'money'
  | { readonly words: Readonly<Record<string, readonly string[]>> }

/** A column of a purchase list and the fact of an order that it states. */
export interface Column {
  /** The English heading; case, spaces, dashes and underscores do not matter. */
  readonly name: string
  readonly zh: string
  /**
   * - `line`: each row has its own.
   * - `order`: stated in any row of an order it holds for the order; rows must not contradict it.
   * - `list`: the same, and stated in the first row of the list it holds for every order that does
   *   not state its own: the agent need not repeat itself.
   */
  readonly scope: 'line' | 'order' | 'list'
  readonly form: CellForm
  /** JSON Pointer of the fact in the order, for `line` within its line. */
  readonly path: string
}

/** Whether a party is a private person or a business. */
const partyKind: CellForm = { words: { private: ['个人', '私人'], business: ['企业', '公司'] } }

/**
 * The order, its buyer, where the goods go, its seller, the VAT that was charged at sale, and whether it
 * is a gift or goods that come back.
 */
export const tradeColumns: readonly Column[] = [
  ...columnsOf('order', [
    ['order_reference', '订单号', 'text', '/reference'],
    ['ordered_on', '下单日期', 'date', '/orderedOn'],
    ['currency', '币种', 'text', '/currency'],
    ['freight', '运费', 'money', '/freight'],
    ['insurance', '保险费', 'money', '/insurance'],
    ['related_parties', '买卖双方有关联', 'yes-no', '/relatedParties'],
    ['invoice_number', '发票号', 'text', '/commercialInvoice/number'],
    ['invoice_date', '发票日期', 'date', '/commercialInvoice/issuedOn'],
  ]),
  // The buyer's address is where the goods go unless deliver_to says otherwise.
  ...partyColumns('order', { name: 'buyer', zh: '买家', path: '/buyer' }),
  ...addressColumns('order', { name: 'deliver_to', zh: '收货', path: '/deliverTo' }),
  ...partyColumns('order', { name: 'seller', zh: '卖家', path: '/seller' }),
  ...columnsOf('order', [
    ['sale_vat_country', '已收增值税国家', 'country', '/saleVat/country'],
    ['sale_vat_registration', '增值税登记号', 'text', '/saleVat/registration'],
    ['sale_vat_amount', '已收增值税', 'decimal', '/saleVat/amount/amount'],
    ['sale_vat_currency', '增值税币种', 'text', '/saleVat/amount/currency'],
  ]),
  {
    ...{ name: 'sale_vat_charged_by', zh: '增值税收取方', scope: 'order' },
    form: { words: { seller: ['卖家'], marketplace: ['平台'] } },
    path: '/saleVat/chargedBy',
  },
  ...columnsOf('order', [
    ['simplified_declaration', '分两步申报', 'yes-no', '/simplifiedDeclaration'],
    ['gift', '礼品', 'yes-no', '/gift'],
    ['returned_exported_on', '退运货物原出口日期', 'date', '/returnedGoods/exportedOn'],
    ['returned_export_mrn', '退运货物原出口报关单号', 'text', '/returnedGoods/exportMrn'],
    ['returned_other_proof', '退运货物其他出口证明', 'text', '/returnedGoods/otherProof'],
    ['returned_unaltered', '退运货物未经改变', 'yes-no', '/returnedGoods/unaltered'],
  ]),
  {
    ...{ name: 'returned_exported_by', zh: '退运货物原出口方', scope: 'order' },
    form: { words: { importer: ['进口商'], another: ['他人'] } },
    path: '/returnedGoods/exportedBy',
  },
]

/** Who buys for the buyer, and for what fee. */
const agentColumns: readonly Column[] = [
  ...columnsOf('order', [['agent_fee', '代购费', 'money', '/purchasingAgent/fee']]),
  ...partyColumns('list', { name: 'agent', zh: '代购', path: '/purchasingAgent/party' }),
  {
    ...{ name: 'agent_capacity', zh: '代购方式', scope: 'list' },
    form: { words: { 'buys-for-buyer': ['代买'], resells: ['转售'] } },
    path: '/purchasingAgent/capacity',
  },
]

/** The Incoterms 2020 rules with what they are called in Chinese trade. */
const incotermWords = {
  EXW: ['工厂交货'],
  FCA: ['货交承运人'],
  FAS: ['船边交货'],
  FOB: ['船上交货', '离岸价'],
  CFR: ['成本加运费'],
  CIF: ['成本、保险费加运费', '到岸价'],
  CPT: ['运费付至'],
  CIP: ['运费和保险费付至'],
  DAP: ['目的地交货'],
  DPU: ['目的地卸货后交货'],
  DDP: ['完税后交货'],
}

/** From where and on which terms the goods travel, and in whose name they are declared. */
export const journeyColumns: readonly Column[] = [
  ...addressColumns('list', { name: 'ship_from', zh: '发货', path: '/shipFrom' }),
  {
    ...{ name: 'duties_billed_to', zh: '税费承担方', scope: 'list' },
    form: {
      words: {
        buyer: ['买家'],
        seller: ['卖家'],
        'purchasing-agent': ['代购'],
        marketplace: ['平台'],
      },
    },
    path: '/dutiesBilledTo',
  },
  {
    ...{ name: 'transport_mode', zh: '运输方式', scope: 'list' },
    form: {
      words: { air: ['空运'], sea: ['海运'], rail: ['铁路'], road: ['公路'], post: ['邮政'] },
    },
    path: '/transport/mode',
  },
  {
    ...{ name: 'incoterm', zh: '贸易术语', scope: 'list', path: '/incoterm/code' },
    form: { words: incotermWords },
  },
  ...columnsOf('list', [
    ['incoterm_place', '贸易术语地点', 'text', '/incoterm/place'],
    ['carrier', '承运人', 'text', '/transport/carrier'],
    ['transport_nationality', '运输工具国籍', 'country', '/transport/nationality'],
    ['transport_identity', '航班或船名', 'text', '/transport/identity'],
    ['transport_document', '运单号', 'text', '/transport/transportDocument'],
    ['goods_location', '货物所在地代码', 'text', '/transport/goodsLocation'],
    ['authority_given_on', '委托日期', 'date', '/authorityToAct/givenOn'],
    ['authority_reference', '委托书编号', 'text', '/authorityToAct/reference'],
  ]),
  {
    ...{ name: 'authority_given_by', zh: '委托人', scope: 'list' },
    form: { words: { buyer: ['买家'], seller: ['卖家'] } },
    path: '/authorityToAct/givenBy',
  },
  {
    ...{ name: 'authority_representation', zh: '代理方式', scope: 'list' },
    form: { words: { direct: ['直接'], indirect: ['间接'] } },
    path: '/authorityToAct/representation',
  },
]

/** The goods of one line of an order. */
export const lineColumns: readonly Column[] = [
  ...columnsOf('line', [
    ['sku', '货号', 'text', '/sku'],
    ['description', '商品名称', 'text', '/description'],
    ['commodity_code', '商品编码', 'commodity-code', '/commodityCode'],
    ['origin', '原产国', 'country', '/origin'],
    ['quantity', '数量', 'integer', '/quantity'],
    ['unit_price', '单价', 'money', '/unitPrice'],
    ['net_weight_kg', '净重', 'decimal', '/netWeightKg'],
    ['gross_weight_kg', '毛重', 'decimal', '/grossWeightKg'],
    ['vat_relief', '增值税优惠代码', 'text', '/vatRelief'],
    ['additional_code', '附加编码', 'text', '/additionalCodes/0'],
    ['pure_alcohol_litres', '纯酒精升数', 'decimal', '/quantities/LPA'],
    ['supplementary_quantity', '补充数量', 'decimal', '/supplementaryQuantity/amount'],
    ['supplementary_unit', '补充计量单位', 'text', '/supplementaryQuantity/unit'],
    ['document_code', '随附单证代码', 'text', '/documents/0/code'],
    ['document_reference', '随附单证编号', 'text', '/documents/0/reference'],
    ['document_status', '随附单证状态', 'text', '/documents/0/status'],
  ]),
]

/** Every column that a purchase list may have. Only `order_reference` must be there in any case. */
export const purchaseListColumns: readonly Column[] = [
  ...tradeColumns,
  ...agentColumns,
  ...journeyColumns,
  ...lineColumns,
]

/** A group of columns whose names, headings and paths begin alike. */
interface Prefix {
  readonly name: string
  readonly zh: string
  readonly path: string
}

/** What a list may state of a party. */
export function partyColumns(scope: Column['scope'], prefix: Prefix): readonly Column[] {
  const { name, zh, path } = prefix
  return [
    { name: `${name}_kind`, zh: `${zh}类型`, scope, form: partyKind, path: `${path}/kind` },
    ...columnsOf(scope, [
      [`${name}_name`, `${zh}姓名`, 'text', `${path}/name`],
      [`${name}_eori`, `${zh}EORI`, 'text', `${path}/eori`],
      [`${name}_vat_number`, `${zh}税号`, 'text', `${path}/vatNumber`],
      [`${name}_email`, `${zh}邮箱`, 'text', `${path}/email`],
      [`${name}_phone`, `${zh}电话`, 'text', `${path}/phone`],
    ]),
    ...addressColumns(scope, { name, zh, path: `${path}/address` }),
  ]
}

function addressColumns(scope: Column['scope'], { name, zh, path }: Prefix): readonly Column[] {
  return columnsOf(scope, [
    [`${name}_street`, `${zh}地址`, 'text', `${path}/lines/0`],
    [`${name}_street_2`, `${zh}地址2`, 'text', `${path}/lines/1`],
    [`${name}_street_3`, `${zh}地址3`, 'text', `${path}/lines/2`],
    [`${name}_city`, `${zh}城市`, 'text', `${path}/city`],
    [`${name}_region`, `${zh}省州`, 'text', `${path}/region`],
    [`${name}_postcode`, `${zh}邮编`, 'text', `${path}/postcode`],
    [`${name}_country`, `${zh}国家`, 'country', `${path}/country`],
  ])
}

type ShortColumn = readonly [name: string, zh: string, form: CellForm, path: string]

/** Columns of one scope, in short. */
export function columnsOf(
  scope: Column['scope'],
  columns: readonly ShortColumn[],
): readonly Column[] {
  return columns.map(([name, zh, form, path]) => ({ name, zh, scope, form, path }))
}

const byHeading: ReadonlyMap<string, Column> = new Map(
  purchaseListColumns.flatMap((column) => [
    [comparable(column.name), column] as const,
    [comparable(column.zh), column] as const,
  ]),
)

/** The column that a heading names, in either language. */
export function columnOf(heading: string): Column | undefined {
  return byHeading.get(comparable(heading))
}

/** A heading without what does not matter in it: case, spaces, dashes and underscores. */
export function comparable(heading: string): string {
  return heading.toLowerCase().replaceAll(/[\s_-]/g, '')
}
