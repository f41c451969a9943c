import type { LocalDate } from '../calendar/local-date.ts'
import type { DecimalText } from '../money/decimal.ts'
import type { CurrencyCode, Money } from '../money/money.ts'
import type { Order, OrderLine } from '../order/order.ts'
import type { Address, Party } from '../order/party.ts'

/**
 * One line of the goods as customs sees them. Facts that the order did not state are absent here
 * as well; the step that needs one says so.
 */
export interface GoodsItem {
  /** 1 for the first item of the consignment, without gaps. */
  readonly itemNumber: number
  /** Where the item was ordered, so that each figure can be followed back. */
  readonly orderReference: string
  readonly sku?: string
  readonly description: string
  readonly commodityCode?: string
  /** Code in the tariff of the country that exported goods leave. */
  readonly exportCommodityCode?: string
  /** Country of origin, ISO 3166-1 alpha-2. */
  readonly origin?: string
  /** Number of pieces. */
  readonly quantity: number
  readonly unitPrice: Money
  /** Unit price times quantity, exact. */
  readonly linePrice: Money
  /** Weight of all pieces of the item, without and with packaging. */
  readonly netWeightKg?: DecimalText
  readonly grossWeightKg?: DecimalText
  /** VAT additional code that claims another than the standard rate. */
  readonly vatRelief?: string
  readonly preference?: NonNullable<OrderLine['preference']>
  /** Codes that the tariff chooses a rate by: the producer of a trade remedy, an excise class. */
  readonly additionalCodes?: NonNullable<OrderLine['additionalCodes']>
  /** Of all pieces of the item, in the unit that the tariff asks for beside kilograms. */
  readonly supplementaryQuantity?: NonNullable<OrderLine['supplementaryQuantity']>
  /** Further amounts of all pieces, by unit. */
  readonly quantities?: NonNullable<OrderLine['quantities']>
  /** Licences, certificates and waivers that are held for these goods. */
  readonly documents?: NonNullable<OrderLine['documents']>
  /** Who sold these goods to the buyer, where not all goods of the consignment have one seller. */
  readonly seller?: Party
  /** The seller's invoice of these goods, where not all goods of the consignment are on one. */
  readonly invoice?: NonNullable<Order['commercialInvoice']>
}

/** Who has a part in the movement, each in the role that customs names. */
export interface ConsignmentParties {
  /**
   * Whose price the buyer pays: a purchasing agent where it resells, otherwise the shop. Absent where
   * the goods have several sellers; then each goods item names its own.
   */
  readonly seller?: Party
  readonly buyer: Party
  readonly marketplace?: Party
  readonly purchasingAgent?: {
    readonly party: Party
    readonly capacity: 'buys-for-buyer' | 'resells'
  }
  /** Who hands the goods to the carrier: the purchasing agent's warehouse, else the seller. */
  readonly consignor: Party
  /** The last seller before importation; who consigns the goods, where they have several sellers. */
  readonly exporter: Party
  /** The buyer at the address of delivery. */
  readonly consignee: Party
}

/** What one case clears: one movement of goods of one buyer to one address under one set of terms. */
export interface Consignment {
  readonly reference: string
  readonly orderReferences: readonly string[]
  /** The day of the latest of the joined orders. */
  readonly orderedOn: LocalDate
  readonly channel: Order['channel']
  readonly parties: ConsignmentParties
  readonly shipFrom: Address
  readonly deliverTo: Address
  readonly goodsItems: readonly GoodsItem[]
  /** The currency of every price, of freight and of insurance. */
  readonly currency: CurrencyCode
  /** Charged for carriage beside the prices; `"0"` is a fact, absence a missing fact. */
  readonly freight?: Money
  readonly insurance?: Money
  readonly incoterm: Order['incoterm']
  readonly dutiesBilledTo: Order['dutiesBilledTo']
  readonly saleVat?: NonNullable<Order['saleVat']>
  readonly internalMarket?: NonNullable<Order['internalMarket']>
  readonly transport: Order['transport']
  /** Only of goods that are exported. */
  readonly exit?: NonNullable<Order['exit']>
  readonly packages?: NonNullable<Order['packages']>
  readonly authorityToAct?: NonNullable<Order['authorityToAct']>
  /** The seller's invoice; absent also where the goods are on several, which their items name. */
  readonly commercialInvoice?: NonNullable<Order['commercialInvoice']>
  /** Buyer and seller are related, so the price alone does not make the customs value. */
  readonly relatedParties?: boolean
  /** One private person sends the goods to another as a gift. */
  readonly gift?: boolean
  /** The goods were exported before and come back. */
  readonly returnedGoods?: NonNullable<Order['returnedGoods']>
  /** The goods are to be declared in two steps: simplified first, supplementary afterwards. */
  readonly simplifiedDeclaration?: boolean
  /** What the purchasing agent charges the buyer for its own work. */
  readonly agentFee?: Money
}
