import { compare } from '../../money/money.ts'
import { moneyText } from '../../money/money-text.ts'
import { isUkVatNumber } from '../../order/uk-registration.ts'
import { isPositive as isPositiveDecimal } from '../../money/decimal.ts'
import type { Declaration } from '../declaration.ts'
import type { GoodsItem } from '../goods-item.ts'
import {
  additionalProcedures,
  breachUnless,
  type DeclarationRule,
  hasStatement,
  itemsOf,
} from './rule.ts'
import { additionalProceduresAppendix, importDataSets, importGuide } from './rule-sources.ts'

/** The reliefs for value that the super-reduced data set rests on: negligible value, and gifts. */
const valueReliefs: readonly string[] = ['C07', 'C08']

/** `IM` and ten digits: how a seller is registered in the import one stop shop. */
const IOSS_NUMBER = /^IM\d{10}$/

/** Rules of the super-reduced data set, which Northern Ireland alone has (1H7). */
export const h7Rules: readonly DeclarationRule[] = [
  {
    id: 'h7-procedure',
    severity: 'error',
    dataSets: ['h7'],
    source: additionalProceduresAppendix,
    asks: {
      en: 'Every item of H7 is released for free circulation (4000) with 1H7.',
      zh: 'H7 的每一项均以程序 4000 和附加程序 1H7 放行供自由流通。',
    },
    dataElement: '1/10 and 1/11',
    mend: {
      en: 'Declare procedure 4000 with 1H7 on every item.',
      zh: '请在每一项申报程序 4000 和附加程序 1H7。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        const [main] = item.governmentProcedures ?? []
        const isFreeCirculation = main?.currentCode === '40' && main.previousCode === '00'
        return breachUnless(
          isFreeCirculation && additionalProcedures(item).includes('1H7'),
          `${path}/governmentProcedures`,
          {
            en: `Item ${item.sequenceNumber} is not declared under 4000 with 1H7.`,
            zh: `第${item.sequenceNumber}项未以程序 4000 和 1H7 申报。`,
          },
        )
      }),
  },
  {
    id: 'h7-one-relief',
    severity: 'error',
    dataSets: ['h7'],
    source: additionalProceduresAppendix,
    asks: { en: 'All items claim C07, or all claim C08.', zh: '各项同为 C07 或同为 C08。' },
    dataElement: '1/11',
    mend: {
      en: 'Declare C07 on every item, or C08 on every item of a gift.',
      zh: '请在每一项申报 C07；礼品则在每一项申报 C08。',
    },
    breaches(declaration) {
      const claimed = itemsOf(declaration).map(({ item, path }) => ({
        ...{ item, path },
        reliefs: additionalProcedures(item).filter((code) => valueReliefs.includes(code)),
      }))
      const first = claimed[0]?.reliefs[0]
      return claimed.flatMap(({ item, path, reliefs }) =>
        breachUnless(reliefs.length === 1 && reliefs[0] === first, `${path}/governmentProcedures`, {
          en: `Item ${item.sequenceNumber} claims ${reliefs.join(' and ') || 'no relief'}; all items claim one and the same of C07 and C08.`,
          zh: `第${item.sequenceNumber}项申报的减免为${reliefs.join('、') || '无'}；各项须同为 C07 或同为 C08。`,
        }),
      )
    },
  },
  {
    id: 'h7-value-within-limit',
    severity: 'error',
    dataSets: ['h7'],
    source: additionalProceduresAppendix,
    asks: {
      en: 'The goods of the consignment are worth no more than the limit of the relief.',
      zh: '整票货物的价值不超过减免限额。',
    },
    needs: ['lowValue'],
    dataElement: '4/18',
    mend: {
      en: 'Declare the consignment in full (H1), and duty becomes due.',
      zh: '请作完整申报（H1），并缴纳关税。',
    },
    breaches: (_declaration, { lowValue }) =>
      lowValue === undefined
        ? []
        : breachUnless(
            compare(lowValue.intrinsicValue, lowValue.limit) <= 0,
            '/goodsShipment/goodsItems',
            {
              en: `The goods are worth ${moneyText(lowValue.intrinsicValue)}, over the limit of ${moneyText(lowValue.limit)}.`,
              zh: `货物本身价值${moneyText(lowValue.intrinsicValue)}，超过限额${moneyText(lowValue.limit)}。`,
            },
          ),
  },
  {
    id: 'h7-intrinsic-value-stated',
    severity: 'error',
    dataSets: ['h7'],
    source: importGuide(4),
    asks: {
      en: 'Every item states the price of its goods, above zero.',
      zh: '每一项填写大于零的货物价格。',
    },
    dataElement: '4/18',
    mend: {
      en: 'State the price of the goods of the item, above zero.',
      zh: '请填写该项货物的价格，须大于零。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        const amount = item.customsValueAmount?.amount
        return breachUnless(
          amount !== undefined && isPositiveDecimal(amount),
          `${path}/customsValueAmount`,
          {
            en: `Item ${item.sequenceNumber} states no value above zero.`,
            zh: `第${item.sequenceNumber}项未填写大于零的价值。`,
          },
        )
      }),
  },
  {
    id: 'h7-transport-costs-stated',
    severity: 'error',
    dataSets: ['h7'],
    source: importGuide(4),
    asks: {
      en: 'Carriage and insurance to the destination are stated.',
      zh: '填写至目的地的运费和保险费。',
    },
    dataElement: '4/19',
    mend: {
      en: 'State carriage and insurance to the destination; 0 where the price has them in it.',
      zh: '请填写至目的地的运费和保险费；已含在价格中的填 0。',
    },
    breaches: ({ goodsShipment }) =>
      breachUnless(
        goodsShipment?.customsValuation?.freightCharge !== undefined,
        '/goodsShipment/customsValuation/freightCharge',
        { en: 'The transport costs are not stated.', zh: '未填写运输费用。' },
      ),
  },
  {
    id: 'h7-movement-to-northern-ireland',
    severity: 'error',
    dataSets: ['h7'],
    source: importGuide(2),
    asks: {
      en: 'Every item states NIIMP: goods from outside come to Northern Ireland.',
      zh: '每一项申报 NIIMP：境外货物运往北爱尔兰。',
    },
    dataElement: '2/2',
    mend: {
      en: 'State NIIMP on every item: the goods come to Northern Ireland from outside.',
      zh: '请在每一项申报 NIIMP：货物自境外运往北爱尔兰。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) =>
        breachUnless(
          hasStatement(item, 'NIIMP') && !hasStatement(item, 'NIDOM'),
          `${path}/additionalInformation`,
          {
            en: `Item ${item.sequenceNumber} does not state the movement into Northern Ireland.`,
            zh: `第${item.sequenceNumber}项未声明运入北爱尔兰。`,
          },
        ),
      ),
  },
  {
    id: 'h7-one-stop-shop',
    severity: 'error',
    dataSets: ['h7'],
    source: importGuide(3),
    asks: {
      en: "F48 and the seller's number in the import one stop shop (FR5) stand together, and not beside C08.",
      zh: 'F48 与卖方的进口一站式号码（FR5）并用，不与 C08 并用。',
    },
    dataElement: '1/11 and 3/40',
    mend: {
      en: "Declare F48 on every item together with the seller's number in the import one stop shop (FR5, IM and ten digits), or neither; never beside C08.",
      zh: 'F48 须在每一项申报，并与卖方的进口一站式号码（FR5，IM 加十位数字）一并申报，或两者都不申报；不得与 C08 并用。',
    },
    breaches(declaration) {
      const items = itemsOf(declaration)
      const claiming = items.filter(({ item }) => additionalProcedures(item).includes('F48'))
      const seller = taxParty(declaration, 'FR5')
      const isGift = items.some(({ item }) => additionalProcedures(item).includes('C08'))
      const isSound =
        claiming.length === 0
          ? seller === undefined
          : claiming.length === items.length && IOSS_NUMBER.test(seller ?? '') && !isGift
      return breachUnless(isSound, '/goodsShipment/taxParties', {
        en: `F48 stands on ${claiming.length} of ${items.length} items, the seller's number is ${seller ?? 'absent'}.`,
        zh: `${items.length}项中有${claiming.length}项申报 F48，卖方号码为${seller ?? '空'}。`,
      })
    },
  },
  {
    id: 'h7-customer-for-vat',
    severity: 'error',
    dataSets: ['h7'],
    source: importGuide(3),
    asks: {
      en: 'A customer who accounts for the VAT (FR2) is named by its UK VAT number.',
      zh: '自行核算增值税的客户（FR2）填写英国增值税号。',
    },
    dataElement: '3/40',
    mend: {
      en: 'State the UK VAT number of the customer: GB and nine digits.',
      zh: '请填写客户的英国增值税号：GB 加九位数字。',
    },
    breaches(declaration) {
      const customer = taxParty(declaration, 'FR2')
      return breachUnless(
        customer === undefined || isUkVatNumber(customer),
        '/goodsShipment/taxParties',
        {
          en: `${customer} is no UK VAT number.`,
          zh: `${customer} 不是英国增值税号。`,
        },
      )
    },
  },
  {
    id: 'h7-classification',
    severity: 'error',
    dataSets: ['h7'],
    source: importGuide(6),
    asks: { en: 'Goods are classified by six or eight digits.', zh: '货物以六位或八位编码归类。' },
    dataElement: '6/14',
    mend: {
      en: 'State six digits of the Harmonised System or eight of the nomenclature, and no more.',
      zh: '请仅填写协调制度六位编码或税则八位编码。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        const codes = item.commodity?.classifications ?? []
        const isSound =
          codes.length === 1 &&
          codes[0]?.typeCode === 'TSP' &&
          /^(\d{6}|\d{8})$/.test(codes[0].code ?? '')
        return breachUnless(isSound, `${path}/commodity/classifications`, {
          en: `Item ${item.sequenceNumber} is not classified by six or eight digits alone.`,
          zh: `第${item.sequenceNumber}项未仅以六位或八位编码归类。`,
        })
      }),
  },
  {
    id: 'h7-goods-described-and-weighed',
    severity: 'error',
    dataSets: ['h7'],
    source: importGuide(6),
    asks: {
      en: 'Every item has a description and its weight with packaging.',
      zh: '每一项有货物描述和毛重。',
    },
    dataElement: '6/5 and 6/8',
    mend: {
      en: 'State what the goods are and their weight with packaging, above zero.',
      zh: '请填写货物名称及大于零的毛重。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        const grossMass = item.commodity?.goodsMeasure?.grossMass?.value
        return breachUnless(
          (item.commodity?.description ?? '') !== '' &&
            grossMass !== undefined &&
            isPositiveDecimal(grossMass),
          `${path}/commodity`,
          {
            en: `Item ${item.sequenceNumber} lacks its description or its gross mass.`,
            zh: `第${item.sequenceNumber}项缺少货物描述或毛重。`,
          },
        )
      }),
  },
  {
    id: 'h7-nothing-beyond-the-data-set',
    severity: 'error',
    dataSets: ['h7'],
    source: importDataSets,
    asks: {
      en: 'H7 has no taxes, payment, price, valuation method, origin and net mass.',
      zh: 'H7 没有税种、缴纳方式、价格、估价方法、原产地和净重。',
    },
    dataElement: '4/3, 4/8, 4/14, 5/15 and 6/1',
    mend: {
      en: 'Leave out taxes, payment, price, valuation method and net mass, or declare in full (H1).',
      zh: '请勿申报税种、缴纳方式、价格、估价方法和净重；或作完整申报（H1）。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        const beyond = elementsBeyond(item)
        return breachUnless(beyond.length === 0, path, {
          en: `Item ${item.sequenceNumber} declares ${beyond.join(', ')}, which H7 does not have.`,
          zh: `第${item.sequenceNumber}项申报了 H7 没有的数据元 ${beyond.join('、')}。`,
        })
      }),
  },
  {
    id: 'h7-previous-document',
    severity: 'error',
    dataSets: ['h7'],
    source: importGuide(2),
    asks: { en: 'A previous document is named.', zh: '填写前置单证。' },
    dataElement: '2/1',
    mend: {
      en: 'Name what went before: the reference of the consignment (DCR) or the packing list (271).',
      zh: '请填写前置单证：货物参考号（DCR）或装箱单（271）。',
    },
    breaches: ({ goodsShipment }) =>
      breachUnless(
        (goodsShipment?.previousDocuments ?? []).length > 0,
        '/goodsShipment/previousDocuments',
        { en: 'No previous document is declared.', zh: '未申报前置单证。' },
      ),
  },
  {
    id: 'h7-packages-counted',
    severity: 'error',
    dataSets: ['h7'],
    source: importGuide(6),
    asks: {
      en: 'Where packages are counted there is at least one.',
      zh: '填写包装件数的，至少为1。',
    },
    dataElement: '6/18',
    mend: { en: 'State the number of packages, 1 or more.', zh: '请填写包装件数，至少为1。' },
    breaches: ({ totalPackageQuantity }) =>
      breachUnless(totalPackageQuantity !== 0, '/totalPackageQuantity', {
        en: 'The goods are declared in 0 packages.',
        zh: '包装件数申报为0。',
      }),
  },
]

function taxParty({ goodsShipment }: Declaration, role: string): string | undefined {
  const party = goodsShipment?.taxParties?.find(({ roleCode }) => roleCode === role)
  return party === undefined ? undefined : (party.id ?? '')
}

/** Data elements that an item states although the super-reduced data set has no place for them. */
function elementsBeyond({ commodity, customsValuation, origins }: GoodsItem): readonly string[] {
  return [
    ...(commodity?.dutyTaxFees?.some(({ typeCode }) => typeCode !== undefined) ? ['4/3'] : []),
    ...(commodity?.invoiceLine === undefined ? [] : ['4/14']),
    ...(customsValuation?.methodCode === undefined ? [] : ['4/16']),
    ...(origins === undefined ? [] : ['5/15']),
    ...(commodity?.goodsMeasure?.netMass === undefined ? [] : ['6/1']),
  ]
}
