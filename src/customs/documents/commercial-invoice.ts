import type { LocalDate } from '../calendar/local-date.ts'
import type { Consignment } from '../consignment/consignment.ts'
import { addDecimals, type DecimalText } from '../money/decimal.ts'
import { add, type CurrencyCode, sum } from '../money/money.ts'
import type { Party } from '../order/party.ts'
import type { PartyInRole } from '../parties/parties-decision.ts'
import type { CompleteConsignment, CompleteGoodsItem } from './complete-consignment.ts'
import type { DocumentNames } from './document-names.ts'
import type { Signature } from './signature.ts'

/** One line of goods as the seller invoices it. Amounts are in the currency of the invoice. */
export interface InvoiceLine {
  readonly itemNumber: number
  readonly sku?: string
  readonly description: string
  readonly commodityCode: string
  /** Country of origin, ISO 3166-1 alpha-2. */
  readonly origin: string
  /** Number of pieces. */
  readonly quantity: number
  readonly unitPrice: DecimalText
  /** Unit price times quantity, exact. */
  readonly amount: DecimalText
  readonly netWeightKg: DecimalText
  readonly grossWeightKg: DecimalText
}

/** What the invoice comes to, in its currency. */
export interface InvoiceTotals {
  readonly goods: DecimalText
  /**
   * Under the C and D terms of Incoterms 2020 the seller pays carriage and invoices it. Under the
   * E and F terms the buyer pays it to others; it is stated for the customs value alone.
   */
  readonly carriagePaidBy: 'seller' | 'buyer'
  readonly freight: DecimalText
  readonly insurance: DecimalText
  /** What the buyer owes the seller. */
  readonly invoice: DecimalText
}

/**
 * The seller's account of a sale, from which customs takes the value of the goods.
 *
 * Goods of several sellers have one invoice each, even where a purchasing agent sends them as one
 * consignment: the transaction value is the price paid for a sale (TCTA 2018, section 16), and the
 * agent who buys for the buyer makes no sale of its own. A pro-forma of the agent over all goods
 * would state a price that nobody owes anybody. What the agent charges stands on the buyer's bill,
 * apart from any invoice, as a buying commission has to.
 */
export interface CommercialInvoice {
  /** As the seller gave it; this program never numbers an invoice. */
  readonly number: string
  readonly issuedOn: LocalDate
  readonly consignmentReference: string
  readonly orderReferences: readonly string[]
  readonly orderedOn: LocalDate
  /** Stated where the consignment holds goods on other invoices as well. */
  readonly coverage?: 'part-of-consignment'
  readonly seller: Party
  readonly buyer: Party
  /** The buyer at the address of delivery. */
  readonly consignee: Party
  /** The importer of record, where it is not the buyer. */
  readonly importer?: Party
  readonly countryOfDispatch: string
  readonly countryOfDestination: string
  readonly transport: Consignment['transport']
  /**
   * Goods that are given or lent have no invoice of a sale; other reasons are not made out here.
   */
  readonly reasonForExport: 'sale'
  readonly incoterm: Consignment['incoterm']
  readonly currency: CurrencyCode
  readonly lines: readonly InvoiceLine[]
  readonly totals: InvoiceTotals
  readonly packages: CompleteConsignment['packages']
  readonly netWeightKg: DecimalText
  readonly grossWeightKg: DecimalText
  /** VAT of the destination that was charged at the sale; it is no part of the customs value. */
  readonly saleVat?: NonNullable<Consignment['saleVat']>
  /** The seller's own act; the invoice of an unsigned sale leaves the lines free for the hand. */
  readonly signature?: Signature
  readonly names: DocumentNames
}

/** What the invoice is made out from. */
export interface CommercialInvoiceFacts {
  readonly consignment: CompleteConsignment
  readonly importerOfRecord: PartyInRole
  readonly signature?: Signature
}

/** Makes out the invoice of one purchase, under the number and date that the seller gave it. */
export function commercialInvoice(facts: CommercialInvoiceFacts): CommercialInvoice {
  const { consignment, importerOfRecord, signature } = facts
  const { parties, goodsItems, saleVat } = consignment
  return {
    ...consignment.commercialInvoice,
    consignmentReference: consignment.reference,
    orderReferences: consignment.orderReferences,
    orderedOn: consignment.orderedOn,
    ...(goodsItems.length < consignment.goodsItemsOfWhole && { coverage: 'part-of-consignment' }),
    seller: parties.seller,
    buyer: parties.buyer,
    consignee: parties.consignee,
    ...(importerOfRecord.role !== 'buyer' && { importer: importerOfRecord.party }),
    countryOfDispatch: consignment.shipFrom.country,
    countryOfDestination: consignment.deliverTo.country,
    transport: consignment.transport,
    reasonForExport: 'sale',
    incoterm: consignment.incoterm,
    currency: consignment.currency,
    lines: goodsItems.map(invoiceLine),
    totals: invoiceTotals(consignment),
    packages: consignment.packages,
    netWeightKg: addDecimals(...goodsItems.map((item) => item.netWeightKg)),
    grossWeightKg: addDecimals(...goodsItems.map((item) => item.grossWeightKg)),
    ...(saleVat && { saleVat }),
    ...(signature && { signature }),
    names: consignment.names,
  }
}

function invoiceLine(item: CompleteGoodsItem): InvoiceLine {
  return {
    itemNumber: item.itemNumber,
    ...(item.sku !== undefined && { sku: item.sku }),
    description: item.description,
    commodityCode: item.commodityCode,
    origin: item.origin,
    quantity: item.quantity,
    unitPrice: item.unitPrice.amount,
    amount: item.linePrice.amount,
    netWeightKg: item.netWeightKg,
    grossWeightKg: item.grossWeightKg,
  }
}

/** Sums exactly and rounds nothing: a price of a third of a penny stays one. */
function invoiceTotals(consignment: CompleteConsignment): InvoiceTotals {
  const { freight, insurance, currency } = consignment
  const prices = consignment.goodsItems.map((item) => item.linePrice)
  const goods = sum(prices, currency)
  const carriagePaidBy = carriagePayer(consignment.incoterm.code)
  const invoice = carriagePaidBy === 'seller' ? add(add(goods, freight), insurance) : goods
  return {
    goods: goods.amount,
    carriagePaidBy,
    freight: freight.amount,
    insurance: insurance.amount,
    invoice: invoice.amount,
  }
}

/** Incoterms 2020, articles A9 and B9: who bears the cost of carriage to the named place. */
function carriagePayer(incoterm: Consignment['incoterm']['code']): 'seller' | 'buyer' {
  switch (incoterm) {
    case 'EXW':
    case 'FCA':
    case 'FAS':
    case 'FOB':
      return 'buyer'
    case 'CFR':
    case 'CIF':
    case 'CPT':
    case 'CIP':
    case 'DAP':
    case 'DPU':
    case 'DDP':
      return 'seller'
  }
}
