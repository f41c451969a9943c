import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { CoverageGap } from '../coverage/coverage-gap.ts'
import type { Destination } from '../destination/destination.ts'
import type { CurrencyCode, Money } from '../money/money.ts'
import type { ConversionUsed } from '../valuation/official-rates.ts'
import type { AdjustmentShare, ValuationBasis } from '../valuation/valued-line.ts'
import type { ChargeLaw, LandedCharge } from './landed-charge.ts'
import type { DutyOption, OptionClaim } from './duty-option.ts'

/** How the value of one line was built up, in the currency of the destination. */
export interface LandedLine {
  /** From 1. */
  readonly lineNumber: number
  readonly id?: string
  readonly commodityCode?: string
  readonly origin?: string
  readonly price: Money
  /** Absent where the regime asks for none and none is stated. */
  readonly freight?: Money
  readonly insurance?: Money
  readonly adjustments: readonly AdjustmentShare[]
  readonly customsValue?: Money
  /** All charges of this line. */
  readonly charges: Money
  /** Where the tariff knows more than one way to charge these goods, all of them. */
  readonly options: readonly QuotedOption[]
}

/** A lawful way to charge the goods of a line, and what the whole quote comes to under it. */
export interface QuotedOption {
  readonly id: string
  readonly kind: DutyOption['kind']
  readonly name: BilingualText
  readonly rate: string
  readonly needs: readonly BilingualText[]
  /** What a request states to be charged under this option; absent where no statement can do it. */
  readonly claim?: OptionClaim
  /** Whether the quote is charged under this option. */
  readonly isApplied: boolean
  /** Duties, taxes and fees of the whole quote, were this option used for this line. */
  readonly charges: Money
  readonly isCheapest: boolean
}

/** The sums of a quote, all in one currency. */
export interface LandedTotals {
  readonly currency: CurrencyCode
  readonly goods: Money
  /** Beside the prices; absent where not stated and not needed. */
  readonly freight?: Money
  readonly insurance?: Money
  readonly customsDuty: Money
  readonly additionalDuty: Money
  readonly excise: Money
  readonly importTax: Money
  readonly saleTax: Money
  readonly fees: Money
  /** All duties, taxes and fees. */
  readonly charges: Money
  /** Goods, carriage, insurance and charges: what the goods cost at the door. */
  readonly landedCost: Money
  readonly paidByBuyer: Money
  readonly paidBySeller: Money
  readonly dueAtSale: Money
  readonly dueAtImport: Money
  readonly dueAfterDelivery: Money
}

/** What a figure does not contain; a note on a kind of charge says which, one on the goods does not. */
export type UncoveredNote = Pick<CoverageGap, 'kind' | 'name'> & BilingualText

/** What bringing goods into a country costs on a day, and why. */
export interface LandedCost {
  readonly on: LocalDate
  readonly destination: {
    readonly country: string
    readonly region?: string
    readonly name: BilingualText
  }
  readonly regime: {
    readonly id: string
    readonly name: BilingualText
    readonly why: BilingualText
    readonly law: ChargeLaw
    readonly confidence: Destination['regimes'][number]['confidence']
    readonly notes: readonly BilingualText[]
    readonly notTaken: readonly { readonly id: string; readonly name: BilingualText }[]
  }
  readonly valuationBasis: ValuationBasis
  readonly lines: readonly LandedLine[]
  readonly charges: readonly LandedCharge[]
  readonly totals: LandedTotals
  /** The same sums in the currency of the shop, where it asked for one. */
  readonly shopTotals?: LandedTotals
  /** What may be charged besides and is not worked out, as far as it concerns this sale. */
  readonly notCovered: readonly UncoveredNote[]
  readonly inputs: {
    readonly tariffEditions: readonly string[]
    readonly exchangeRates: readonly ConversionUsed[]
    /** Whose rates these are; other than the destination's own they are a stand-in, and say so. */
    readonly ratesPublishedBy: string
  }
}
