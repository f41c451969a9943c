import { addDecimals, compareDecimals } from '../../customs/money/decimal.ts'
import { carriageByDeliveryTerm, valuationCodes } from '../assessment/valuation-code.ts'
import type { AdditionOrDeduction, LodgedItem } from '../message/lodged-declaration.ts'
import { toSterling } from '../tariff/exchange-rates.ts'
import { fault, forEachItem, itemFault, missing, type Check, type ItemCheck } from './check.ts'

const deliveryTerms: Check = ({ deliveryTerms: term, additionsAndDeductions, items }) => {
  if (term === undefined) return missing(term, '67A/22B/090', 'The delivery term (4/1)')
  const carriage = carriageByDeliveryTerm.get(term)
  if (carriage === undefined) {
    return [fault('CDS10020', '67A/22B/090', `Delivery term ${term} is not known.`)]
  }
  const shared = additionsAndDeductions.some(isTransport)
  const everyItem = items.every((item) => item.additionsAndDeductions.some(isTransport))
  const anyItem = items.some((item) => item.additionsAndDeductions.some(isTransport))
  if (carriage === 'not-included' && !shared && !everyItem) {
    const reason = `Under ${term} the freight is not in the price and must be declared (4/9).`
    return [fault('CDS12070', '67A/41A/58B/371', reason)]
  }
  if (term === 'CIF' || term === 'CIP') {
    const reason = `Under ${term} freight and insurance are in the price; 4/9 would add them twice.`
    return shared || anyItem ? [fault('CDS12100', '67A/41A/58B/371', reason)] : []
  }
  return []
}

/**
 * Low value is a matter of the consignment, so C07 holds for all its items or for none, and what
 * counts is the intrinsic value of the goods without freight and insurance.
 */
const lowValue: Check = ({ items }, { rates, lowValueRelief, on }) => {
  const [first, ...others] = items.filter((item) => item.additionalProcedureCodes.includes('C07'))
  if (first === undefined) return []
  const relief = lowValueRelief(on)
  if (relief === undefined) return [notLowValue(first, `there is no low value relief on ${on}.`)]
  if (others.length + 1 < items.length) return [notLowValue(first, 'C07 is not on every item.')]
  const prices = items.flatMap((item) =>
    item.itemPrice === undefined ? [] : (toSterling(item.itemPrice, rates, on) ?? []),
  )
  const total = addDecimals(...prices)
  return compareDecimals(total, relief.limitGbp) > 0
    ? [notLowValue(first, `the goods are worth ${total} GBP, more than ${relief.limitGbp}.`)]
    : []
}

const lowValueGoods: ItemCheck = (item, _declaration, { lowValueRelief, on }) => {
  const excluded = lowValueRelief(on)?.excludedCommodities ?? []
  return item.additionalProcedureCodes.includes('C07') &&
    excluded.some((prefix) => item.commodityCode?.startsWith(prefix) === true)
    ? [notLowValue(item, 'these goods are left out of the low value relief.')]
    : []
}

function notLowValue(item: LodgedItem, reason: string): ReturnType<typeof itemFault> {
  return itemFault(item, 'CDS12056', { where: '70A#2/166', reason: `C07, but ${reason}` })
}

/** VAT charged at the sale is claimed by 1RV and RVAT1 together, on a low value consignment. */
const vatAtSale: ItemCheck = (item) => {
  const relief = item.additionalProcedureCodes.includes('1RV')
  const statement = item.statementCodes.includes('RVAT1')
  if (!relief && !statement) return []
  if (!relief) return [incomplete(item, '70A#2/166', 'RVAT1 is declared without 1RV.')]
  if (!statement) return [incomplete(item, '03A/226', '1RV is declared without RVAT1.')]
  return item.additionalProcedureCodes.includes('C07')
    ? []
    : [incomplete(item, '70A#2/166', '1RV is declared without C07.')]
}

function incomplete(item: LodgedItem, where: string, reason: string): ReturnType<typeof itemFault> {
  return itemFault(item, 'CDS12070', { where, reason })
}

function isTransport(addition: AdditionOrDeduction): boolean {
  return valuationCodes.get(addition.code ?? '')?.isTransport === true
}

/** Rules about the value and the reliefs that depend on it. */
export const valueChecks: readonly Check[] = [
  deliveryTerms,
  lowValue,
  forEachItem(lowValueGoods),
  forEachItem(vatAtSale),
]
