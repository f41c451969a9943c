import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { ConditionFacts } from '../destination/condition-facts.ts'
import type { Regime } from '../destination/destination.ts'
import type { DutyExpression } from '../duty/duty-expression.ts'
import type { Money } from '../money/money.ts'
import type { ValuedConsignment } from '../valuation/valued-line.ts'
import type { DutyOption, GoodsInTariff, LineTariff } from './duty-option.ts'
import type { LandedCharge } from './landed-charge.ts'
import type { StepRounding } from './round-to-step.ts'
import type { TaxRatesHere } from './tax-rate-for.ts'

/** A form of which nothing is left out: what may be absent from it stands there as undefined. */
type Whole<T> = {
  readonly [Name in keyof Required<T>]: T extends Required<Pick<T, Name>>
    ? T[Name]
    : T[Name] | undefined
}

/**
 * A charge with what later charges are worked out on: its amount before a share is taken of it. Of all
 * charges only those that are shown are put into the form of the answer.
 */
export interface WorkedCharge extends Omit<Whole<LandedCharge>, 'ownFee'> {
  readonly statutory: Money
  /** The rate in its terms, and the edition of the tariff that it was read from, where there is one. */
  readonly expression: DutyExpression | undefined
  readonly edition: string | undefined
}

/** What the tariff says of a line, and the option under which it is charged in this reckoning. */
export interface ChosenTariff {
  readonly tariff: LineTariff
  readonly option: DutyOption
}

/** Everything that the charges of a regime are worked out from, and what has been worked out so far. */
export interface Charging {
  readonly facts: ConditionFacts
  readonly regime: Regime
  readonly valued: ValuedConsignment
  readonly on: LocalDate
  /** One a line; nothing for a line that no charge asks the tariff about. */
  readonly goods: readonly (GoodsInTariff | undefined)[]
  /** The same with their duty; nothing for a line whose duty no charge asks about. */
  readonly tariffs: readonly (ChosenTariff | undefined)[]
  readonly rounding: StepRounding
  /** The rates of VAT, GST and the like that are in force where the goods go. */
  readonly taxRates: TaxRatesHere
  /** Rules that a tenant has switched on although they are not in force or not confirmed. */
  readonly switchedOn: ReadonlySet<string>
  readonly charged: readonly WorkedCharge[]
  /**
   * Where only one line is charged otherwise than in a reckoning before. Nobody is shown how such a
   * reckoning comes about, only what it comes to, so it is not put into words.
   */
  readonly changed?: ChangedLine
}

/** Stands for the words of a reckoning that is not put into words. */
export const UNTOLD: BilingualText = { en: '', zh: '' }

/** The line that is charged otherwise, and all charges of the reckoning before. */
export interface ChangedLine {
  readonly lineIndex: number
  readonly before: readonly WorkedCharge[]
}
