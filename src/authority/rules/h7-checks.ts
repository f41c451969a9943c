import { addDecimals, compareDecimals, isNegative, isZero } from '../../customs/money/decimal.ts'
import type { LodgedItem } from '../message/lodged-declaration.ts'
import { toSterling } from '../tariff/exchange-rates.ts'
import { fault, forEachItem, itemFault, missing, type Check, type ItemCheck } from './check.ts'
import { statementsMissing } from './northern-ireland-checks.ts'

/** `IM` and ten digits: a seller in the import one stop shop. */
const IOSS_NUMBER = /^IM\d{10}$/
const VAT_NUMBER = /^GB\d{9}(\d{3})?$/

const movement: ItemCheck = (item) => statementsMissing(item, ['NIIMP'])

const intrinsicValue: ItemCheck = (item) => {
  const { intrinsicValue: value } = item
  if (value !== undefined && !isZero(value.amount) && !isNegative(value.amount)) return []
  const reason = 'the value of the goods (4/18) is missing or not positive.'
  return [itemFault(item, 'CDS10001', { where: '108', reason })]
}

const transportCosts: Check = ({ transportCosts: costs }) =>
  missing(costs, '67A/41A/117', 'The transport costs (4/19)')

/** The relief is one of the consignment: negligible value (C07), or a gift (C08). */
const relief: Check = ({ items }, { rates, northernIrelandRelief, giftRelief, on }) => {
  const [first] = items
  if (first === undefined) return []
  const claimed = first.additionalProcedureCodes.includes('C08') ? 'C08' : 'C07'
  const without = items.filter((item) => !item.additionalProcedureCodes.includes(claimed))
  if (without.length > 0) {
    return without.map((item) => notRelieved(item, `${claimed} is not declared.`))
  }
  const law = claimed === 'C08' ? giftRelief(on) : northernIrelandRelief(on)
  if (law === undefined) return [notRelieved(first, `there is no relief by value on ${on}.`)]
  const values = items.flatMap(({ intrinsicValue: value }) =>
    value === undefined ? [] : (toSterling(value, rates, on) ?? []),
  )
  if (values.length < items.length) {
    return [notRelieved(first, 'the office has no rate of exchange for the value.')]
  }
  const total = addDecimals(...values)
  return compareDecimals(total, law.limitGbp) > 0
    ? [notRelieved(first, `the goods are worth ${total} GBP, more than ${law.limitGbp}.`)]
    : []
}

const goods: ItemCheck = (item, _declaration, { northernIrelandRelief, giftRelief, on }) =>
  [northernIrelandRelief(on), giftRelief(on)]
    .flatMap((law) => law?.excludedCommodities ?? [])
    .some((prefix) => item.commodityCode?.startsWith(prefix) === true)
    ? [notRelieved(item, 'these goods are left out of the relief.')]
    : []

function notRelieved(item: LodgedItem, reason: string): ReturnType<typeof itemFault> {
  return itemFault(item, 'CDS12056', { where: '70A#2/166', reason })
}

/** F48 and the seller's number stand together, so that the VAT can be found on a return. */
const oneStopShop: Check = ({ items, taxParties }) => {
  const claiming = items.filter((item) => item.additionalProcedureCodes.includes('F48'))
  const sellers = taxParties.filter(({ roleCode }) => roleCode === 'FR5')
  const where = '67A/55B/R119'
  if (claiming.length === 0 && sellers.length === 0) return []
  if (claiming.length < items.length || sellers.length !== 1) {
    return [fault('CDS12070', where, 'F48 stands on every item beside one number FR5, or neither.')]
  }
  const id = sellers[0]?.id ?? '(none)'
  return IOSS_NUMBER.test(id)
    ? []
    : [fault('CDS12013', where, `${id} is no number of the import one stop shop.`)]
}

const customer: Check = ({ taxParties }) =>
  taxParties
    .filter(({ roleCode, id }) => roleCode === 'FR2' && !VAT_NUMBER.test(id ?? ''))
    .map(({ id }) => fault('CDS12013', '67A/55B/R119', `${id ?? '(none)'} is no VAT number.`))

/** Rules of the super-reduced data set. */
export const h7Checks: readonly Check[] = [
  ...[movement, intrinsicValue, goods].map(forEachItem),
  transportCosts,
  relief,
  oneStopShop,
  customer,
]
