import type { Consignment } from '../consignment/consignment.ts'
import { addDecimals, type DecimalText } from '../money/decimal.ts'
import { sum } from '../money/money.ts'
import type { CommercialInvoice } from './commercial-invoice.ts'
import type { PackingList } from './packing-list.ts'
import { moneyText, numberText, saidOfLine, type Statement, statementsOf } from './statement.ts'

/** What the data of the order say, against which the papers made from them are held. */
export function statementsOfConsignment(consignment: Consignment): readonly Statement[] {
  const { goodsItems, parties, incoterm, packages, commercialInvoice } = consignment
  const prices = goodsItems.map((item) => item.linePrice)
  const pieces = goodsItems.reduce((count, item) => count + item.quantity, 0)
  return statementsOf('consignment', [
    ['the number of the invoice', '/commercialInvoice/number', commercialInvoice?.number],
    ['the date of the invoice', '/commercialInvoice/issuedOn', commercialInvoice?.issuedOn],
    ['the seller', '/parties/exporter/name', parties.exporter.name],
    ['the EORI of the seller', '/parties/exporter/eori', parties.exporter.eori],
    ['the buyer', '/parties/buyer/name', parties.buyer.name],
    ['the consignor', '/parties/consignor/name', parties.consignor.name],
    ['the consignee', '/parties/consignee/name', parties.consignee.name],
    ['the country of dispatch', '/shipFrom/country', consignment.shipFrom.country],
    ['the country of destination', '/deliverTo/country', consignment.deliverTo.country],
    ['the term of delivery', '/incoterm/code', incoterm.code],
    ['the place of delivery', '/incoterm/place', incoterm.place],
    ['the number of packages', '/packages/count', packages && String(packages.count)],
    ['the kind of packages', '/packages/type', packages?.type],
    ['the number of items', '/goodsItems', String(goodsItems.length)],
    ['the number of pieces', '/goodsItems', String(pieces)],
    ['the value of the goods', '/goodsItems', moneyText(sum(prices, consignment.currency))],
    ['the freight', '/freight', moneyText(consignment.freight)],
    ['the insurance', '/insurance', moneyText(consignment.insurance)],
    ['the net weight', '/goodsItems', totalOf(goodsItems.map((item) => item.netWeightKg))],
    ['the gross weight', '/goodsItems', totalOf(goodsItems.map((item) => item.grossWeightKg))],
    ...goodsItems.flatMap((item, index) =>
      saidOfLine({ ...item, amount: item.linePrice }, `/goodsItems/${index}`, {
        amount: 'linePrice',
      }),
    ),
  ])
}

/** What the invoice says; its lines carry amounts without currency, which it states once. */
export function statementsOfInvoice(invoice: CommercialInvoice): readonly Statement[] {
  const { currency, incoterm, packages, lines, totals } = invoice
  const money = (amount: DecimalText) => ({ amount, currency })
  return statementsOf('invoice', [
    ['the number of the invoice', '/number', invoice.number],
    ['the date of the invoice', '/issuedOn', invoice.issuedOn],
    ['the seller', '/seller/name', invoice.seller.name],
    ['the EORI of the seller', '/seller/eori', invoice.seller.eori],
    ['the buyer', '/buyer/name', invoice.buyer.name],
    ['the consignee', '/consignee/name', invoice.consignee.name],
    ['the country of dispatch', '/countryOfDispatch', invoice.countryOfDispatch],
    ['the country of destination', '/countryOfDestination', invoice.countryOfDestination],
    ['the term of delivery', '/incoterm/code', incoterm.code],
    ['the place of delivery', '/incoterm/place', incoterm.place],
    ['the number of packages', '/packages/count', String(packages.count)],
    ['the kind of packages', '/packages/type', packages.type],
    ['the number of items', '/lines', String(lines.length)],
    ['the value of the goods', '/totals/goods', moneyText(money(totals.goods))],
    ['the freight', '/totals/freight', moneyText(money(totals.freight))],
    ['the insurance', '/totals/insurance', moneyText(money(totals.insurance))],
    ['the net weight', '/netWeightKg', numberText(invoice.netWeightKg)],
    ['the gross weight', '/grossWeightKg', numberText(invoice.grossWeightKg)],
    ...lines.flatMap((line, index) =>
      saidOfLine(
        { ...line, unitPrice: money(line.unitPrice), amount: money(line.amount) },
        `/lines/${index}`,
      ),
    ),
  ])
}

/** What the packing list says, which is nothing of prices. */
export function statementsOfPackingList(list: PackingList): readonly Statement[] {
  const { incoterm, packages, lines } = list
  return statementsOf('packingList', [
    ['the number of the invoice', '/invoice/number', list.invoice.number],
    ['the date of the invoice', '/invoice/issuedOn', list.invoice.issuedOn],
    ['the seller', '/seller/name', list.seller.name],
    ['the EORI of the seller', '/seller/eori', list.seller.eori],
    ['the consignor', '/consignor/name', list.consignor.name],
    ['the consignee', '/consignee/name', list.consignee.name],
    ['the country of dispatch', '/countryOfDispatch', list.countryOfDispatch],
    ['the country of destination', '/countryOfDestination', list.countryOfDestination],
    ['the term of delivery', '/incoterm/code', incoterm.code],
    ['the place of delivery', '/incoterm/place', incoterm.place],
    ['the number of packages', '/packages/count', String(packages.count)],
    ['the kind of packages', '/packages/type', packages.type],
    ['the number of items', '/lines', String(lines.length)],
    ['the number of pieces', '/quantity', String(list.quantity)],
    ['the net weight', '/netWeightKg', numberText(list.netWeightKg)],
    ['the gross weight', '/grossWeightKg', numberText(list.grossWeightKg)],
    ...lines.flatMap((line, index) => saidOfLine(line, `/lines/${index}`)),
  ])
}

/** The sum of the weights, where every item states its own. */
function totalOf(weights: readonly (DecimalText | undefined)[]): string | undefined {
  const stated = weights.filter((weight) => weight !== undefined)
  return stated.length === weights.length ? numberText(addDecimals(...stated)) : undefined
}
