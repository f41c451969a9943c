import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { DutyExpression } from '../duty/duty-expression.ts'
import type { DocumentsAsked } from '../measures/documents-asked.ts'
import type { DecimalText } from '../money/decimal.ts'
import type { Money } from '../money/money.ts'

/** A duty or excise that the tariff puts on the goods of one line, exact and before any rounding. */
export interface AssessedDuty {
  readonly kind: 'customs-duty' | 'additional-duty' | 'excise'
  /** A measure of the tariff itself, or a programme that stacks on it. */
  readonly source: 'tariff' | 'programme'
  /** Of the measure or the programme, such as `103` or `section-301-list-3`. */
  readonly measure: string
  readonly name: BilingualText
  /** As a tariff prints it, such as `8% + 21 GBP/100 kg`. */
  readonly rate: string
  /** The rate in its terms; absent where it is no expression of a tariff. */
  readonly expression?: DutyExpression
  readonly base?: Money
  readonly exact: Money
  /** The arithmetic with what it comes to, exact. */
  readonly words: BilingualText
  readonly law?: { readonly title: string; readonly url?: string; readonly inForceFrom?: LocalDate }
  /** Edition of the tariff that the rate was read from. */
  readonly edition: string
  /** Of the measure, such as that of a producer or of an excise class. */
  readonly additionalCode?: string
  /** A heading that is declared beside the commodity code, such as `9903.88.03`. */
  readonly declaredHeading?: string
}

/** One lawful way in which the goods of a line can be charged. */
export interface DutyOption {
  readonly id: string
  readonly kind: 'third-country' | 'preference' | 'quota' | 'suspension' | 'authorised-use'
  readonly name: BilingualText
  /** What has to be there before the option may be used: a proof, a quota balance, a permission. */
  readonly needs: readonly BilingualText[]
  /** Whether the request states all that is needed. */
  readonly isProven: boolean
  /** What a request states for the option to be proven; absent where no statement can do it. */
  readonly claim?: OptionClaim
  /** The duty of the option first, then what is charged besides. */
  readonly duties: readonly AssessedDuty[]
}

/** Fields of a line that say that what an option needs is there. */
export interface OptionClaim {
  readonly preference?: string
  readonly documents?: readonly string[]
  readonly additionalCodes?: readonly string[]
}

/** A rate of VAT that stands in the tariff, because the goods decide it. */
export interface TariffVat {
  readonly percent: DecimalText
  readonly name: BilingualText
  /** The additional code that is declared for the rate, where it has one. */
  readonly additionalCode?: string
  /** Edition of the tariff that the rate was read from. */
  readonly edition: string
  readonly law?: { readonly title: string; readonly url?: string; readonly inForceFrom?: LocalDate }
}

/** What the tariff says of the goods of a line, whatever duty they bear. */
export interface GoodsInTariff {
  /** The code under which the goods are charged; absent where the rate was stated without one. */
  readonly commodityCode?: string
  /** The rate of VAT that the tariff itself gives the goods, where it does. */
  readonly vat?: TariffVat
  /** The tariff says which rate of VAT goods bear, but does not hold these. */
  readonly vatIsUnknown?: true
  /** The unit in which a quantity is declared beside the net weight, where the tariff asks for one. */
  readonly supplementaryUnit?: string
  /** The controls on the goods that no stated document meets. */
  readonly documentsAsked?: readonly DocumentsAsked[]
  /** Measures that exist for these goods and are not worked out. */
  readonly notCovered: readonly BilingualText[]
  readonly editions: readonly string[]
}

/** The same with their duty. */
export interface LineTariff extends GoodsInTariff {
  /** The duty of third countries first. */
  readonly options: readonly [DutyOption, ...DutyOption[]]
}
