import type { LocalDate } from '../calendar/local-date.ts'
import type { Consignment } from '../consignment/consignment.ts'
import { addDecimals, type DecimalText } from '../money/decimal.ts'
import type { Party } from '../order/party.ts'
import type { CompleteConsignment, CompleteGoodsItem } from './complete-consignment.ts'
import type { DocumentNames } from './document-names.ts'

/** One line of goods as they are packed. */
export interface PackingLine {
  readonly itemNumber: number
  readonly sku?: string
  readonly description: string
  readonly commodityCode: string
  readonly origin: string
  /** Number of pieces. */
  readonly quantity: number
  readonly netWeightKg: DecimalText
  readonly grossWeightKg: DecimalText
}

/** What is in the packages of a consignment and what it weighs, without any price. */
export interface PackingList {
  readonly invoice: { readonly number: string; readonly issuedOn: LocalDate }
  /** The invoices of the goods of other sellers that are packed with them. */
  readonly furtherInvoices?: readonly PackingList['invoice'][]
  readonly consignmentReference: string
  readonly orderReferences: readonly string[]
  /** Who sends the goods: their seller, or the agent who put several sellers' goods together. */
  readonly seller: Party
  /** Who hands the goods to the carrier. */
  readonly consignor: Party
  readonly consignee: Party
  readonly countryOfDispatch: string
  readonly countryOfDestination: string
  readonly transport: Consignment['transport']
  readonly incoterm: Consignment['incoterm']
  readonly packages: CompleteConsignment['packages']
  readonly lines: readonly PackingLine[]
  /** Number of pieces over all lines. */
  readonly quantity: number
  readonly netWeightKg: DecimalText
  readonly grossWeightKg: DecimalText
  readonly names: DocumentNames
}

/**
 * Makes out the packing list of a consignment.
 *
 * @param others the further purchases in it, which are packed with the first
 */
export function packingList(
  consignment: CompleteConsignment,
  others: readonly CompleteConsignment[] = [],
): PackingList {
  const { parties } = consignment
  const purchases = [consignment, ...others]
  const goodsItems = purchases
    .flatMap((purchase) => purchase.goodsItems)
    .toSorted((left, right) => left.itemNumber - right.itemNumber)
  const furtherInvoices = others.map((purchase) => purchase.commercialInvoice)
  return {
    invoice: consignment.commercialInvoice,
    ...(furtherInvoices.length > 0 && { furtherInvoices }),
    consignmentReference: consignment.reference,
    orderReferences: [...new Set(purchases.flatMap((purchase) => purchase.orderReferences))],
    seller: parties.exporter,
    consignor: parties.consignor,
    consignee: parties.consignee,
    countryOfDispatch: consignment.shipFrom.country,
    countryOfDestination: consignment.deliverTo.country,
    transport: consignment.transport,
    incoterm: consignment.incoterm,
    packages: consignment.packages,
    lines: goodsItems.map(packingLine),
    quantity: goodsItems.reduce((sum, item) => sum + item.quantity, 0),
    netWeightKg: addDecimals(...goodsItems.map((item) => item.netWeightKg)),
    grossWeightKg: addDecimals(...goodsItems.map((item) => item.grossWeightKg)),
    names: namesOf(purchases, consignment.names),
  }
}

/** The list prints the origin of every line, so it needs the names of all of them. */
function namesOf(
  purchases: readonly CompleteConsignment[],
  { packageType }: DocumentNames,
): DocumentNames {
  const countries = purchases.map((purchase) => Object.entries(purchase.names.countries))
  return { countries: Object.fromEntries(countries.flat()), packageType }
}

/** Prices are left out on purpose: whoever unpacks the goods need not know them. */
function packingLine(item: CompleteGoodsItem): PackingLine {
  return {
    itemNumber: item.itemNumber,
    ...(item.sku !== undefined && { sku: item.sku }),
    description: item.description,
    commodityCode: item.commodityCode,
    origin: item.origin,
    quantity: item.quantity,
    netWeightKg: item.netWeightKg,
    grossWeightKg: item.grossWeightKg,
  }
}
