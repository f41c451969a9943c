import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { DeclaredProof } from '../documents/proven-preference.ts'
import type { LaneDecision } from '../lane/lane-decision.ts'
import type { LawReference, Reason } from '../law/law.ts'
import type { DocumentsAsked } from '../measures/documents-asked.ts'
import type { DecimalText } from '../money/decimal.ts'
import type { CurrencyCode, Money } from '../money/money.ts'
import type { Order } from '../order/order.ts'
import type { DutyExpression } from '../duty/duty-expression.ts'
import type { Rounding } from '../money/rounding.ts'

/** What kind of money a charge is; a duty is never shown as a tax, nor a fee as a duty. */
export type ChargeKind =
  | 'customs-duty'
  /** Trade remedies, safeguards and other duties beside that of the tariff. */
  | 'additional-duty'
  | 'excise'
  | 'import-vat'
  | 'sale-vat'
  | 'fee'

/** Who takes the money in. */
export type Collector =
  'customs' | 'seller' | 'marketplace' | 'purchasing-agent' | 'platform' | 'carrier'

/** One sum of money, with everything that is needed to work it out again by hand. */
export interface Charge {
  readonly kind: ChargeKind
  /** What a bill calls the charge. */
  readonly name: BilingualText
  /**
   * Tax type of the authority: `A00` customs duty, `A30` anti-dumping duty, `B00` VAT; absent for what
   * is no tax at import.
   */
  readonly taxType?: string
  /** Absent for a charge on the whole consignment. */
  readonly itemNumber?: number
  /** What the rate is applied to; absent for a fixed amount. */
  readonly base?: Money
  readonly rate?: ChargeRate
  readonly amount: Money
  /** The arithmetic in words, with the numbers in it. */
  readonly formula: BilingualText
  readonly law?: LawReference
  /** To whom the charge is billed in the end. */
  readonly borneBy: Order['dutiesBilledTo']
  readonly collector: Collector
  readonly timing: 'at-sale' | 'at-import'
  readonly rounding?: TaxLineRounding
}

/** How an authority rounds the amount of one tax on one goods item. */
export interface TaxLineRounding {
  readonly rule: Rounding
  readonly decimals: number
}

/** A rate with the edition that it comes from, so that a later difference can be traced. */
export interface ChargeRate {
  /** Such as `12%` or `8% + 21 GBP/100 kg`. */
  readonly text: string
  readonly expression: DutyExpression
  /** Edition of the data that the rate was read from. */
  readonly edition: string
}

/** How the values of one goods item were built up, all in the currency of the authority. */
export interface ItemValuation {
  readonly itemNumber: number
  readonly commodityCode: string
  readonly origin: string
  readonly price: Money
  /** The share of the item, by value, in what is stated for the consignment. */
  readonly freight: Money
  readonly insurance: Money
  /** Price, freight and insurance: the value at the border of the country. */
  readonly customsValue: Money
  /** Customs value and customs duty: what import VAT is charged on. */
  readonly vatValue: Money
  /** Additional code that is declared for a VAT rate other than the standard one. */
  readonly vatAdditionalCode?: string
  /** The unit in which the tariff asks for a quantity beside the net weight. */
  readonly supplementaryUnit?: string
  /** The controls on the goods that no document of the order meets. */
  readonly documentsAsked?: readonly DocumentsAsked[]
  /** Only of goods that are declared in full in Northern Ireland. */
  readonly risk?: QuotedRisk
  /** Only where the duty is that of an agreement; absent where it is that of third countries. */
  readonly preference?: QuotedPreference
}

/** Whether goods in Northern Ireland are at risk of moving on to the European Union, and why. */
export interface QuotedRisk {
  readonly isAtRisk: boolean
  readonly why: BilingualText
  /** The duty under the tariff of the Union. */
  readonly unionDuty: Money
  /** The duty under the tariff of the United Kingdom; absent where nobody asks about it. */
  readonly ukDuty?: Money
}

/** The preference that a duty was charged under, and the proof that it rests on. */
export interface QuotedPreference {
  readonly agreement: string
  /** Data element 4/17, such as `300`. */
  readonly preferenceCode: string
  /** Data element 5/16, such as `EU`. */
  readonly preferentialOrigin: string
  readonly proof: DeclaredProof
}

/** An exchange rate as it was used, with the period for which the authority published it. */
export interface RateUsed {
  readonly currency: CurrencyCode
  readonly unitsPerBase: DecimalText
  readonly from: LocalDate
  readonly until: LocalDate
}

/** The editions and rates from which a quote was made: with the consignment they replay it exactly. */
export interface QuoteInputs {
  readonly tariffEditions: readonly string[]
  /** Rates of the currencies that had to be converted. */
  readonly exchangeRates: readonly RateUsed[]
}

/** The sums of a quote, by kind of charge and by where they fall due. */
export interface QuoteTotals {
  readonly customsValue: Money
  readonly customsDuty: Money
  /** Absent where there are none. */
  readonly additionalDuty?: Money
  readonly excise?: Money
  readonly importVat: Money
  readonly saleVat: Money
  readonly fees: Money
  /** All charges together, without the goods and their carriage. */
  readonly charges: Money
  /** Duties, excise and import VAT: what falls due at the border. */
  readonly dueAtImport: Money
}

/** What clearing a consignment costs on a day, and why. */
export interface Quote {
  readonly consignmentReference: string
  readonly on: LocalDate
  /** The currency of the authority, in which every amount of the quote stands. */
  readonly currency: CurrencyCode
  readonly lane: LaneDecision
  readonly items: readonly ItemValuation[]
  readonly charges: readonly Charge[]
  readonly totals: QuoteTotals
  /** What the delivery term includes, what was added to the prices and what was not. */
  readonly valuationNotes: readonly Reason[]
  /** Measures that may apply but that the loaded tariff does not work out. */
  readonly notCovered: readonly BilingualText[]
  readonly inputs: QuoteInputs
}
