import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { LaneDecision } from '../lane/lane-decision.ts'
import type { LawReference } from '../law/law.ts'
import type { DecimalText } from '../money/decimal.ts'
import type { CurrencyCode, Money } from '../money/money.ts'
import type { Rounding } from '../money/rounding.ts'
import type { Order } from '../order/order.ts'
import type { DutyExpression } from '../tariff/duty-expression.ts'

export type ChargeKind = 'customs-duty' | 'import-vat' | 'sale-vat' | 'fee'

/** One sum of money, with everything that is needed to work it out again by hand. */
export interface Charge {
  readonly kind: ChargeKind
  /** Tax type of the authority (`A00` customs duty, `B00` import VAT); absent for a fee or VAT charged at sale. */
  readonly taxType?: string
  /** Absent for a charge on the whole consignment. */
  readonly itemNumber?: number
  /** What the rate is applied to; absent for a fixed fee. */
  readonly base?: Money
  readonly rate?: {
    /** Such as `12%` or `10 GBP/100 kg`. */
    readonly text: string
    readonly expression: DutyExpression
    /** Edition of the data that the rate was read from. */
    readonly edition: string
  }
  readonly amount: Money
  /** The arithmetic in words, with the numbers in it. */
  readonly formula: BilingualText
  readonly law?: LawReference
  /** The party to whom the charge is billed in the end. */
  readonly borneBy: Order['dutiesBilledTo']
  readonly collector: 'customs' | 'seller' | 'marketplace' | 'purchasing-agent' | 'platform' | 'carrier'
  readonly timing: 'at-sale' | 'at-import'
  readonly rounding?: { readonly rule: Rounding; readonly decimals: number }
}

/** How the customs value of one goods item was built up, all in the currency of the authority. */
export interface ItemValuation {
  readonly itemNumber: number
  readonly commodityCode: string
  readonly origin: string
  readonly price: Money
  readonly freight: Money
  readonly insurance: Money
  readonly customsValue: Money
  /** Customs value plus duty plus incidental costs to the first destination. */
  readonly vatValue: Money
}

/** An exchange rate as it was used, with the period for which the authority published it. */
export interface RateUsed {
  readonly currency: CurrencyCode
  /** Units of the foreign currency for one unit of the authority's currency. */
  readonly unitsPerBase: DecimalText
  readonly periodFrom: LocalDate
  readonly periodUntil: LocalDate
}

/** The editions and rates from which a quote was made: with the consignment they replay it exactly. */
export interface QuoteInputs {
  readonly tariffEdition: string
  readonly exchangeRates: readonly RateUsed[]
}

export interface QuoteTotals {
  readonly customsValue: Money
  readonly customsDuty: Money
  readonly importVat: Money
  readonly saleVat: Money
  readonly fees: Money
  /** All charges together. */
  readonly all: Money
  /** What falls due at the border. */
  readonly dueAtImport: Money
}

/** What clearing a consignment costs on a day, and why. */
export interface Quote {
  readonly consignmentReference: string
  readonly on: LocalDate
  readonly currency: CurrencyCode
  readonly lane: LaneDecision
  readonly items: readonly ItemValuation[]
  readonly charges: readonly Charge[]
  readonly totals: QuoteTotals
  /** How the customs value was understood: what the delivery term includes, what was added and what not. */
  readonly valuationNotes: readonly BilingualText[]
  /** Measures that may apply but that the loaded tariff does not work out. */
  readonly notCovered: readonly BilingualText[]
  readonly inputs: QuoteInputs
}
