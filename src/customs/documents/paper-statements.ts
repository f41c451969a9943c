import type { Consignment } from '../consignment/consignment.ts'
import { addDecimals, type DecimalText } from '../money/decimal.ts'
import { sum } from '../money/money.ts'
import type { CommercialInvoice } from './commercial-invoice.ts'
import type { PackingList } from './packing-list.ts'
import { paperFacts } from './paper-facts.ts'
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
    [paperFacts.invoiceNumber, '/commercialInvoice/number', commercialInvoice?.number],
    [paperFacts.invoiceDate, '/commercialInvoice/issuedOn', commercialInvoice?.issuedOn],
    [paperFacts.exporter, '/parties/exporter/name', parties.exporter.name],
    [paperFacts.exporterEori, '/parties/exporter/eori', parties.exporter.eori],
    [paperFacts.buyer, '/parties/buyer/name', parties.buyer.name],
    [paperFacts.consignor, '/parties/consignor/name', parties.consignor.name],
    [paperFacts.consignee, '/parties/consignee/name', parties.consignee.name],
    [paperFacts.countryOfDispatch, '/shipFrom/country', consignment.shipFrom.country],
    [paperFacts.countryOfDestination, '/deliverTo/country', consignment.deliverTo.country],
    [paperFacts.termOfDelivery, '/incoterm/code', incoterm.code],
    [paperFacts.placeOfDelivery, '/incoterm/place', incoterm.place],
    [paperFacts.numberOfPackages, '/packages/count', packages && String(packages.count)],
    [paperFacts.kindOfPackages, '/packages/type', packages?.type],
    [paperFacts.numberOfItems, '/goodsItems', String(goodsItems.length)],
    [paperFacts.numberOfPieces, '/goodsItems', String(pieces)],
    [paperFacts.valueOfGoods, '/goodsItems', moneyText(sum(prices, consignment.currency))],
    [paperFacts.freight, '/freight', moneyText(consignment.freight)],
    [paperFacts.insurance, '/insurance', moneyText(consignment.insurance)],
    [paperFacts.netWeight, '/goodsItems', totalOf(goodsItems.map((item) => item.netWeightKg))],
    [paperFacts.grossWeight, '/goodsItems', totalOf(goodsItems.map((item) => item.grossWeightKg))],
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
    [paperFacts.buyer, '/buyer/name', invoice.buyer.name],
    [paperFacts.consignee, '/consignee/name', invoice.consignee.name],
    [paperFacts.countryOfDispatch, '/countryOfDispatch', invoice.countryOfDispatch],
    [paperFacts.countryOfDestination, '/countryOfDestination', invoice.countryOfDestination],
    [paperFacts.termOfDelivery, '/incoterm/code', incoterm.code],
    [paperFacts.placeOfDelivery, '/incoterm/place', incoterm.place],
    [paperFacts.numberOfPackages, '/packages/count', String(packages.count)],
    [paperFacts.kindOfPackages, '/packages/type', packages.type],
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
    [paperFacts.invoiceNumber, '/number', invoice.number],
    [paperFacts.invoiceDate, '/issuedOn', invoice.issuedOn],
    [paperFacts.exporter, '/seller/name', invoice.seller.name],
    [paperFacts.exporterEori, '/seller/eori', invoice.seller.eori],
    [paperFacts.numberOfItems, '/lines', String(lines.length)],
    [paperFacts.valueOfGoods, '/totals/goods', money(totals.goods)],
    [paperFacts.freight, '/totals/freight', money(totals.freight)],
    [paperFacts.insurance, '/totals/insurance', money(totals.insurance)],
    [paperFacts.netWeight, '/netWeightKg', numberText(invoice.netWeightKg)],
    [paperFacts.grossWeight, '/grossWeightKg', numberText(invoice.grossWeightKg)],
  ]
}

/** What the packing list says, which is nothing of prices. */
export function statementsOfPackingList(list: PackingList): readonly Statement[] {
  const { incoterm, packages, lines } = list
  return statementsOf('packingList', [
    [paperFacts.invoiceNumber, '/invoice/number', list.invoice.number],
    [paperFacts.invoiceDate, '/invoice/issuedOn', list.invoice.issuedOn],
    [paperFacts.exporter, '/seller/name', list.seller.name],
    [paperFacts.exporterEori, '/seller/eori', list.seller.eori],
    [paperFacts.consignor, '/consignor/name', list.consignor.name],
    [paperFacts.consignee, '/consignee/name', list.consignee.name],
    [paperFacts.countryOfDispatch, '/countryOfDispatch', list.countryOfDispatch],
    [paperFacts.countryOfDestination, '/countryOfDestination', list.countryOfDestination],
    [paperFacts.termOfDelivery, '/incoterm/code', incoterm.code],
    [paperFacts.placeOfDelivery, '/incoterm/place', incoterm.place],
    [paperFacts.numberOfPackages, '/packages/count', String(packages.count)],
    [paperFacts.kindOfPackages, '/packages/type', packages.type],
    [paperFacts.numberOfItems, '/lines', String(lines.length)],
    [paperFacts.numberOfPieces, '/quantity', String(list.quantity)],
    [paperFacts.netWeight, '/netWeightKg', numberText(list.netWeightKg)],
    [paperFacts.grossWeight, '/grossWeightKg', numberText(list.grossWeightKg)],
    ...lines.flatMap((line, index) => saidOfLine(line, `/lines/${index}`)),
  ])
}

/** The sum of the weights, where every item states its own. */
function totalOf(weights: readonly (DecimalText | undefined)[]): string | undefined {
  const stated = weights.filter((weight) => weight !== undefined)
  return stated.length === weights.length ? numberText(addDecimals(...stated)) : undefined
}
