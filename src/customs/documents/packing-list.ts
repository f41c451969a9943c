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
  readonly consignmentReference: string
  readonly orderReferences: readonly string[]
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

/** Makes out the packing list that belongs to the invoice of a consignment. */
export function packingList(consignment: CompleteConsignment): PackingList {
  const { parties, goodsItems } = consignment
  return {
    invoice: consignment.commercialInvoice,
    consignmentReference: consignment.reference,
    orderReferences: consignment.orderReferences,
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
    names: consignment.names,
  }
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
