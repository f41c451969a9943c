import { compareDecimals, decimal } from '../../money/decimal.ts'
import { compare, type Money, sum } from '../../money/money.ts'
import type { Declaration } from '../declaration.ts'
import { breachUnless, type DeclarationRule, documentCodes, itemsOf } from './rule.ts'

/** Incoterms 2020 by which the price leaves out carriage and insurance to the destination. */
const termsWithoutCarriage: readonly string[] = ['EXW', 'FCA', 'FAS', 'FOB']
/** Incoterms 2020 by which the price holds both. */
const termsWithCarriageAndInsurance: readonly string[] = ['CIF', 'CIP']
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
    mend: 'Declare the price of each item in the invoice currency, above nothing.',
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        const price = item.commodity?.invoiceLine?.itemCharge
        return breachUnless(
          price !== undefined && compareDecimals(price.amount, ZERO) > 0,
          `${path}/commodity/invoiceLine/itemCharge`,
          `Item ${item.sequenceNumber} has no price.`,
        )
      }),
  },
  // One invoice total cannot be compared with prices in several currencies, so they must be alike.
  {
    id: 'invoice-total-agrees',
    severity: 'error',
    dataElement: '4/11',
    mend: 'Declare the sum of the item prices, in their currency.',
    breaches(declaration) {
      const total = declaration.invoiceAmount
      const prices = pricesOf(declaration)
      if (total === undefined) {
        return [{ path: '/invoiceAmount', message: 'The invoice total is not declared.' }]
      }
      if (prices.some(({ currency }) => currency !== total.currency)) {
        return [{ path: '/invoiceAmount', message: 'Prices and invoice total differ in currency.' }]
      }
      const summed = sum(prices, total.currency)
      return breachUnless(
        compare(summed, total) === 0,
        '/invoiceAmount',
        `The invoice total is ${total.amount}, the item prices sum to ${summed.amount} ${total.currency}.`,
      )
    },
  },
  {
    id: 'delivery-terms-declared',
    severity: 'error',
    dataElement: '4/1',
    mend: 'Declare the Incoterm and the named place; the transaction value depends on them.',
    breaches(declaration) {
      const terms = declaration.goodsShipment?.tradeTerms
      const isNeeded = itemsOf(declaration).some(
        ({ item }) => item.customsValuation?.methodCode === '1',
      )
      const isDeclared =
        terms?.conditionCode !== undefined && (terms.locationId ?? terms.locationName) !== undefined
      return breachUnless(
        !isNeeded || isDeclared,
        '/goodsShipment/tradeTerms',
        'The delivery terms are not declared, though the transaction value is used.',
      )
    },
  },
  // The customs value includes carriage and insurance to the border, Taxation (Cross-border Trade) Act
  // 2018, section 16; left out twice or counted twice it is wrong either way.
  {
    id: 'carriage-added-once',
    severity: 'error',
    dataElement: '4/1 and 4/9',
    mend: 'Add carriage and insurance where the price leaves them out, and only there.',
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
        return [{ path, message: `By ${term} the price leaves out carriage, and none is added.` }]
      }
      if (termsWithCarriageAndInsurance.includes(term) && isAdded) {
        return [{ path, message: `By ${term} the price holds carriage, which is added again.` }]
      }
      return []
    },
  },
  {
    id: 'transaction-value-evidenced',
    severity: 'error',
    dataElement: '4/16 and 2/3',
    mend: 'Declare the invoice as document N935 (or N380), and the four valuation indicators.',
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) => {
        if (item.customsValuation?.methodCode !== '1') return []
        const codes = documentCodes(item)
        return [
          ...breachUnless(
            codes.includes('N935') || codes.includes('N380'),
            `${path}/additionalDocuments`,
            `Item ${item.sequenceNumber} uses the transaction value and names no invoice.`,
          ),
          ...breachUnless(
            /^[01]{4}$/.test(item.valuationAdjustment?.additionCode ?? ''),
            `${path}/valuationAdjustment/additionCode`,
            `Item ${item.sequenceNumber} uses the transaction value without valuation indicators.`,
          ),
        ]
      }),
  },
  {
    id: 'valuation-method-known',
    severity: 'error',
    dataElement: '4/16',
    mend: 'Declare one of the methods 1 to 6.',
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }) =>
        breachUnless(
          /^[1-6]$/.test(item.customsValuation?.methodCode ?? ''),
          `${path}/customsValuation/methodCode`,
          `Item ${item.sequenceNumber} has no valuation method.`,
        ),
      ),
  },
]
