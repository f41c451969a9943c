import type { Consignment } from '../consignment/consignment.ts'
import { addDecimals, type DecimalText } from '../money/decimal.ts'
import { sum } from '../money/money.ts'
import type { CommercialInvoice } from './commercial-invoice.ts'
import type { PackingList } from './packing-list.ts'
import {
  moneyText,
  numberText,
  type Said,
  saidOfLine,
  type Statement,
  statementsOf,
} from './statement.ts'

/** What the data of the order say, against which the papers made from them are held. */
export function statementsOfConsignment(consignment: Consignment): readonly Statement[] {
  const { goodsItems, parties, incoterm, packages, commercialInvoice } = consignment
  const prices = goodsItems.map((item) => item.linePrice)
  const pieces = goodsItems.reduce((count, item) => count + item.quantity, 0)
  return statementsOf('consignment', [
    ['the number of the invoice', '/commercialInvoice/number', commercialInvoice?.number],
    ['the date of the invoice', '/commercialInvoice/issuedOn', commercialInvoice?.issuedOn],
    ['the exporter', '/parties/exporter/name', parties.exporter.name],
    ['the EORI of the exporter', '/parties/exporter/eori', parties.exporter.eori],
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
      saidOfLine(
        {
          ...item,
          amount: item.linePrice,
          seller: item.seller?.name,
          invoiceNumber: (item.invoice ?? commercialInvoice)?.number,
        },
        `/goodsItems/${index}`,
        { amount: 'linePrice', seller: 'seller/name', invoiceNumber: 'invoice/number' },
      ),
    ),
  ])
}

/**
 * What an invoice says; its lines carry amounts without currency, which it states once.
 *
 * @param paper what the invoice is called among the papers of the case, such as `invoices/0`
 */
export function statementsOfInvoice(
  invoice: CommercialInvoice,
  paper: string,
): readonly Statement[] {
  const { currency, incoterm, packages, lines } = invoice
  const money = (amount: DecimalText) => ({ amount, currency })
  // The invoice of a part names its seller and its number for its own lines alone.
  const own =
    invoice.coverage === 'part-of-consignment'
      ? { seller: invoice.seller.name, invoiceNumber: invoice.number }
      : {}
  return statementsOf(paper, [
    ['the buyer', '/buyer/name', invoice.buyer.name],
    ['the consignee', '/consignee/name', invoice.consignee.name],
    ['the country of dispatch', '/countryOfDispatch', invoice.countryOfDispatch],
    ['the country of destination', '/countryOfDestination', invoice.countryOfDestination],
    ['the term of delivery', '/incoterm/code', incoterm.code],
    ['the place of delivery', '/incoterm/place', incoterm.place],
    ['the number of packages', '/packages/count', String(packages.count)],
    ['the kind of packages', '/packages/type', packages.type],
    ...(invoice.coverage === undefined ? saidOfWhole(invoice) : []),
    ...lines.flatMap((line, index) =>
      saidOfLine(
        { ...line, ...own, unitPrice: money(line.unitPrice), amount: money(line.amount) },
        `/lines/${index}`,
      ),
    ),
  ])
}

/** What an invoice says that covers the whole consignment, and no other can say. */
function saidOfWhole(invoice: CommercialInvoice): readonly Said[] {
  const { currency, totals, lines } = invoice
  const money = (amount: DecimalText) => moneyText({ amount, currency })
  return [
    ['the number of the invoice', '/number', invoice.number],
    ['the date of the invoice', '/issuedOn', invoice.issuedOn],
    ['the exporter', '/seller/name', invoice.seller.name],
    ['the EORI of the exporter', '/seller/eori', invoice.seller.eori],
    ['the number of items', '/lines', String(lines.length)],
    ['the value of the goods', '/totals/goods', money(totals.goods)],
    ['the freight', '/totals/freight', money(totals.freight)],
    ['the insurance', '/totals/insurance', money(totals.insurance)],
    ['the net weight', '/netWeightKg', numberText(invoice.netWeightKg)],
    ['the gross weight', '/grossWeightKg', numberText(invoice.grossWeightKg)],
  ]
}

/** What the packing list says, which is nothing of prices. */
export function statementsOfPackingList(list: PackingList): readonly Statement[] {
  const { incoterm, packages, lines } = list
  return statementsOf('packingList', [
    ['the number of the invoice', '/invoice/number', list.invoice.number],
    ['the date of the invoice', '/invoice/issuedOn', list.invoice.issuedOn],
    ['the exporter', '/seller/name', list.seller.name],
    ['the EORI of the exporter', '/seller/eori', list.seller.eori],
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
