import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { ChargeRule } from '../destination/charge-rule.ts'
import type { Money } from '../money/money.ts'
import type { ChargeCount } from './charge-count.ts'
import type { OwnFeeMark } from './own-fees.ts'

/** The law that a charge rests on, as an explanation links it. */
export interface ChargeLaw {
  readonly title: string
  readonly url?: string
  /** Absent where it has held since before the records that state it. */
  readonly inForceFrom?: LocalDate
}

/** One sum of money of a quote, with all that is needed to work it out again by hand. */
export interface LandedCharge {
  /** Of the rule of the destination, such as `import-vat`. */
  readonly rule: string
  readonly kind: ChargeRule['kind']
  readonly name: BilingualText
  /** From 1; absent for a charge on the whole consignment. */
  readonly lineNumber?: number
  readonly base?: Money
  /** As a tariff prints it: `20%`, `8% + 21 GBP/100 kg`, `3 EUR a declaration line`. */
  readonly rate: string
  readonly amount: Money
  /** The arithmetic in words, with the numbers in it. */
  readonly formula: BilingualText
  readonly law?: ChargeLaw
  /** The first day on which the charge is as it is; absent where that is before all records. */
  readonly inForceFrom?: LocalDate
  readonly payer: 'buyer' | 'seller'
  readonly collector: ChargeRule['collector']
  readonly timing: ChargeRule['timing']
  readonly rounding: { readonly rule: 'truncate' | 'half-up' | 'half-even'; readonly to: string }
  /** How well the rule is known: `verified` at the source, `secondary`, or `unverified`. */
  readonly confidence: ChargeRule['confidence']
  /** Only of a fee of a business's own table, which no law sets. */
  readonly ownFee?: OwnFeeMark
  readonly measure?: string
  readonly declaredHeading?: string
  /** Absent where all of it goes by the pieces of the line, or it is on the whole consignment. */
  readonly count?: ChargeCount
}
