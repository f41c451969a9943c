import type { BilingualText } from '../bilingual-text.ts'
import type { Validity } from '../calendar/local-date.ts'
import type { DutyExpression } from '../duty/duty-expression.ts'

/** A measure that the edition knows to exist but does not work out. */
export interface MeasureNotCovered {
  readonly measure: string
  /** Countries of origin that it concerns; absent for all. */
  readonly origins?: readonly string[]
  /** `refuse`: a figure without it would be wrong, so none is given; `warn`: it is named beside the figure. */
  readonly effect: 'warn' | 'refuse'
  readonly note: BilingualText
}

/** Which VAT rate goods bear, and which other ones may be claimed for them by an additional code. */
export interface GoodsVat {
  readonly rate: VatRateName
  /** The additional code that is declared for this rate, where it is not the standard rate. */
  readonly additionalCode?: string
  readonly law?: string
  readonly options: readonly VatOption[]
}

/** The names under which the VAT rates of a country are kept. */
export type VatRateName = 'standard' | 'reduced' | 'zero'

/** A VAT rate that the goods bear only where a condition holds that the importer vouches for. */
export interface VatOption {
  readonly rate: VatRateName
  readonly additionalCode: string
  readonly condition: BilingualText
  readonly law: string
}

/** What the tariff says about one commodity code. */
export interface TariffGoods {
  readonly commodityCode: string
  readonly name: BilingualText
  readonly validity: Validity
  readonly thirdCountryDuty: DutyExpression
  readonly vat: GoodsVat
  readonly notCovered: readonly MeasureNotCovered[]
  /** Id of the law that sets the duty. */
  readonly law: string
}

/** One dated state of a tariff, as one data file holds it. */
export interface TariffEdition {
  readonly id: string
  readonly authority: string
  /** First day on which this edition is the one to use. */
  readonly validFrom: Validity['from']
  /** Holds for every commodity of the edition. */
  readonly notCovered: readonly MeasureNotCovered[]
  readonly goods: readonly TariffGoods[]
}
