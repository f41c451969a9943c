import { compareDecimals, decimal } from '../../money/decimal.ts'
import { compare, type Money, sum } from '../../money/money.ts'
import type { Declaration } from '../declaration.ts'
import { fullImportSets, valuedImportSets } from './data-set.ts'
import {
  additionalProcedures,
  breachUnless,
  type DeclarationRule,
  documentCodes,
  itemsOf,
} from './rule.ts'
import { importDataSets, importGuide } from './rule-sources.ts'

/** Incoterms 2020 by which the price leaves out carriage and insurance to the destination. */
const termsWithoutCarriage: readonly string[] = ['EXW', 'FCA', 'FAS', 'FOB']
/** Incoterms 2020 by which the price holds both. */
const termsWithCarriageAndInsurance: readonly string[] = ['CIF', 'CIP']
/** Additional procedures by which perishable goods are valued by published prices. */
const unitPrices: readonly string[] = ['E01', 'E02']
const ZERO = decimal('0')

/** The declared item prices; items without one are another rule's finding. */
function pricesOf(declaration: Declaration): readonly Money[] {
  return itemsOf(declaration).flatMap(({ item }) => item.commodity?.invoiceLine?.itemCharge ?? [])
}

/** Rules from which the customs value can be rebuilt by somebody who knows only the declaration. */
export const valuationRules: readonly DeclarationRule[] = [
  {
    id: 'item-price-declared',
    severity: 'error',
    dataElement: '4/14',
    asks: { en: 'Each item has a price above nothing.', zh: '每一项都有大于零的价格。' },
    source: importGuide(4),
    dataSets: valuedImportSets,
    errorCodes: ['CDS10001', 'CDS12123'],
    mend: {
      en: 'Declare the price of each item in the invoice currency, above nothing.',
      zh: '请以发票币种申报每一项的价格，且须大于零。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        const price = item.commodity?.invoiceLine?.itemCharge
        const hasUnitPrice = additionalProcedures(item).some((code) => unitPrices.includes(code))
        if (hasUnitPrice && price === undefined) return []
        return breachUnless(
          price !== undefined && compareDecimals(price.amount, ZERO) > 0,
          `${path}/commodity/invoiceLine/itemCharge`,
          {
            en: `Item ${item.sequenceNumber} has no price.`,
            zh: `第${item.sequenceNumber}项没有价格。`,
          },
        )
      }),
  },
  {
    id: 'invoice-total-declared',
    severity: 'warning',
    dataElement: '4/11',
    asks: {
      en: 'The invoice total is declared, though CDS leaves it to the trader.',
      zh: '宜申报发票总额，CDS 不强制要求。',
    },
    source: importDataSets,
    dataSets: ['h1'],
    mend: {
      en: 'Declare the sum of the item prices, in their currency.',
      zh: '请以相同币种申报各项价格之和。',
    },
    breaches: ({ invoiceAmount }) =>
      breachUnless(invoiceAmount !== undefined, '/invoiceAmount', {
        en: 'The invoice total is not declared.',
        zh: '没有申报发票总额。',
      }),
  },
  // One invoice total cannot be compared with prices in several currencies, so they must be alike.
  {
    id: 'invoice-total-agrees',
    severity: 'error',
    dataElement: '4/11',
    asks: {
      en: 'The invoice total is the sum of the item prices, in their currency.',
      zh: '发票总额为各项价格之和，币种相同。',
    },
    source: importGuide(4),
    dataSets: fullImportSets,
    errorCodes: ['CDS12057', 'CDS12082'],
    mend: {
      en: 'Declare the sum of the item prices, in their currency.',
      zh: '请以相同币种申报各项价格之和。',
    },
    breaches(declaration) {
      const total = declaration.invoiceAmount
      const prices = pricesOf(declaration)
      if (total === undefined || prices.length === 0) return []
      if (prices.some(({ currency }) => currency !== total.currency)) {
        return [
          {
            path: '/invoiceAmount',
            message: {
              en: 'Prices and invoice total differ in currency.',
              zh: '价格与发票总额的币种不同。',
            },
          },
        ]
      }
      const summed = sum(prices, total.currency)
      return breachUnless(compare(summed, total) === 0, '/invoiceAmount', {
        en: `The invoice total is ${total.amount}, the item prices sum to ${summed.amount} ${total.currency}.`,
        zh: `发票总额为${total.amount}，各项价格合计${summed.amount} ${total.currency}。`,
      })
    },
  },
  {
    id: 'delivery-terms-declared',
    severity: 'error',
    dataElement: '4/1',
    asks: {
      en: 'Delivery terms and their place are declared where the transaction value is used.',
      zh: '采用成交价格的，申报贸易术语及其地点。',
    },
    source: importGuide(4),
    dataSets: fullImportSets,
    errorCodes: ['CDS12073'],
    mend: {
      en: 'Declare the Incoterm and the named place; the transaction value depends on them.',
      zh: '请申报贸易术语和指定地点；成交价格取决于此。',
    },
    breaches(declaration) {
      const terms = declaration.goodsShipment?.tradeTerms
      const isNeeded = itemsOf(declaration).some(
        ({ item }) => item.customsValuation?.methodCode === '1',
      )
      const isDeclared =
        terms?.conditionCode !== undefined && (terms.locationId ?? terms.locationName) !== undefined
      return breachUnless(!isNeeded || isDeclared, '/goodsShipment/tradeTerms', {
        en: 'The delivery terms are not declared, though the transaction value is used.',
        zh: '采用成交价格，却没有申报贸易术语。',
      })
    },
  },
  // The customs value includes carriage and insurance to the border, Taxation (Cross-border Trade) Act
  // 2018, section 16; left out twice or counted twice it is wrong either way.
  {
    id: 'carriage-added-once',
    severity: 'error',
    dataElement: '4/1 and 4/9',
    asks: {
      en: 'Carriage and insurance are added where the price leaves them out, and only there.',
      zh: '价格不含运费和保险费的才计入，且只计入一次。',
    },
    source: importGuide(4),
    dataSets: ['h1'],
    errorCodes: ['CDS12100'],
    mend: {
      en: 'Add carriage and insurance where the price leaves them out, and only there.',
      zh: '价格不含运费和保险费的才须计入，已含的不得再计。',
    },
    breaches(declaration, { transportAdditions }) {
      const shipment = declaration.goodsShipment
      const term = shipment?.tradeTerms?.conditionCode ?? ''
      const codes = [
        ...(shipment?.customsValuation?.chargeDeductions ?? []),
        ...itemsOf(declaration).flatMap(
          ({ item }) => item.customsValuation?.chargeDeductions ?? [],
        ),
      ].map(({ chargesTypeCode = '' }) => chargesTypeCode)
      const isAdded = codes.some((code) => transportAdditions.includes(code))
      const path = '/goodsShipment/customsValuation/chargeDeductions'
      if (termsWithoutCarriage.includes(term) && !isAdded) {
        return [
          {
            path,
            message: {
              en: `By ${term} the price leaves out carriage, and none is added.`,
              zh: `按 ${term} 价格不含运费，却没有计入运费。`,
            },
          },
        ]
      }
      if (termsWithCarriageAndInsurance.includes(term) && isAdded) {
        return [
          {
            path,
            message: {
              en: `By ${term} the price holds carriage, which is added again.`,
              zh: `按 ${term} 价格已含运费，却又计入一次。`,
            },
          },
        ]
      }
      return []
    },
  },
  {
    id: 'transaction-value-evidenced',
    severity: 'error',
    dataElement: '4/16 and 2/3',
    asks: {
      en: 'The transaction value is evidenced by an invoice and has valuation indicators.',
      zh: '成交价格须有发票为证，并申报估价标志。',
    },
    source: importGuide(4),
    dataSets: valuedImportSets,
    errorCodes: ['CDS12070'],
    mend: {
      en: 'Declare the invoice as document N935 (or N380), and the four valuation indicators.',
      zh: '请以单证 N935（或 N380）申报发票，并申报四位估价标志。',
    },
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        if (item.customsValuation?.methodCode !== '1') return []
        const codes = documentCodes(item)
        return [
          ...breachUnless(
            codes.includes('N935') || codes.includes('N380'),
            `${path}/additionalDocuments`,
            {
              en: `Item ${item.sequenceNumber} uses the transaction value and names no invoice.`,
              zh: `第${item.sequenceNumber}项采用成交价格，却没有申报发票。`,
            },
          ),
          ...breachUnless(
            /^[01]{4}$/.test(item.valuationAdjustment?.additionCode ?? ''),
            `${path}/valuationAdjustment/additionCode`,
            {
              en: `Item ${item.sequenceNumber} uses the transaction value without valuation indicators.`,
              zh: `第${item.sequenceNumber}项采用成交价格，却没有申报估价标志。`,
            },
          ),
        ]
      }),
  },
]
