import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { LocalDate } from '../../customs/calendar/local-date.ts'
import type { DecimalText } from '../../customs/money/decimal.ts'
import type { ValueStep } from './item-value.ts'

/** Why an amount that was worked out is not charged, or not charged now. */
export type TaxTreatment =
  | 'charged'
  /** Low value consignment, additional procedure C07. */
  | 'relieved-low-value'
  /** A gift from one private person to another, additional procedure C08. */
  | 'relieved-gift'
  /** Goods that were exported and come back, additional procedures F01 and F05. */
  | 'relieved-returned-goods'
  /** VAT was charged at the sale: 1RV with RVAT1. */
  | 'relieved-vat-at-sale'
  /** Postponed VAT accounting by the importer named with FR1. */
  | 'postponed'

/** One tax on one goods item; amounts in pounds, truncated to pence as CDS does. */
export interface TaxLine {
  /**
   * `A00` customs duty, `A30` anti-dumping duty, `333` an excise, `B00` import VAT; in Northern Ireland
   * `A50` the customs duty of the European Union and `B05` the VAT on it.
   */
  readonly taxType: string
  readonly baseGbp: DecimalText
  /** Percent; absent where a specific rate takes part. */
  readonly ratePercent?: DecimalText
  /** Kilograms, pieces or litres of alcohol that the specific rate was applied to. */
  readonly specificQuantity?: DecimalText
  /** The rate in words, with its source. */
  readonly basis: BilingualText
  readonly deductedGbp: DecimalText
  readonly assessedGbp: DecimalText
  readonly payableGbp: DecimalText
  readonly treatment: TaxTreatment
  readonly preferenceCode: string
  /** Method of payment as declared; absent where nothing is to be paid. */
  readonly paymentMethodCode?: string
}

/**
 * One goods item with its value and its taxes: the duty line always first, then what is charged beside
 * it, then VAT, whose base contains all of them.
 */
export interface AssessedItem {
  /** The declared item number, by which notifications point at the item. */
  readonly sequence: number
  readonly commodityCode: string
  readonly customsValueGbp: DecimalText
  /** The sums that the customs value is built from, the item price first. */
  readonly valueSteps: readonly ValueStep[]
  readonly taxLines: readonly TaxLine[]
}

/** What is owed on a declaration, by the tariff in force on the day of acceptance. */
export interface Assessment {
  readonly on: LocalDate
  readonly items: readonly AssessedItem[]
  readonly customsValueGbp: DecimalText
  readonly assessedGbp: DecimalText
  readonly payableGbp: DecimalText
}

/** The tax lines by their method of payment, such as `E` deferment; lines without one are left out. */
export function payableByMethod(assessment: Assessment): ReadonlyMap<string, readonly TaxLine[]> {
  const byMethod = new Map<string, TaxLine[]>()
  for (const line of assessment.items.flatMap((item) => item.taxLines)) {
    if (line.paymentMethodCode === undefined) continue
    const lines = byMethod.get(line.paymentMethodCode)
    if (lines === undefined) byMethod.set(line.paymentMethodCode, [line])
    else lines.push(line)
  }
  return byMethod
}

/** Whether anything was worked out: a data set without taxes is told of none. */
export function hasTaxLines({ items }: Assessment): boolean {
  return items.some(({ taxLines }) => taxLines.length > 0)
}
