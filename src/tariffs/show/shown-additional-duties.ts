import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { GoodsOnDay } from '../../customs/measures/measure-index.ts'
import type { Measure } from '../../customs/measures/measure.ts'
import { addDecimals, decimal, type DecimalText } from '../../customs/money/decimal.ts'
import {
  type EndedProgramme,
  type ProgrammeCharge,
  type StackingLaw,
  surveyProgrammes,
  type UnsettledProgramme,
} from '../../customs/programmes/index.ts'

/** A line of Chapter 99 that goods bear, or that frees them. */
export interface ShownAdditionalDuty extends Pick<
  ProgrammeCharge,
  'programme' | 'authority' | 'name' | 'heading' | 'mode' | 'percent' | 'law' | 'inForce'
> {
  /** What it comes to on all of the value, in percent of it; absent where that cannot be said. */
  readonly percentOfValue?: DecimalText
}

/** What the United States charge on goods on top of their schedule, and when each of it began or ended. */
export interface ShownAdditionalDuties {
  /** In the order of the lines on the entry summary. */
  readonly duties: readonly ShownAdditionalDuty[]
  /** Programmes that a fact about the goods, or a list that is not held, stands in the way of. */
  readonly unsettled: readonly UnsettledProgramme[]
  /** Programmes that are over: they are not charged, whatever a printed edition still shows. */
  readonly ended: readonly EndedProgramme[]
  /** All duties together, in percent of the value, without a preference. */
  readonly effectivePercent?: DecimalText
  /** Why that cannot be said. */
  readonly notSaid?: BilingualText
}

/** The value that rates are tried on, so that amounts are percentages. */
const HUNDRED = decimal('100')

/** The additional duties on goods, as far as they follow from code, origin and day. */
export function shownAdditionalDuties(
  law: StackingLaw,
  { code, origin, on }: GoodsOnDay,
  measures: readonly Measure[],
): ShownAdditionalDuties {
  const base = percentBorne(measures)
  const { charges, unsettled, ended } = surveyProgrammes(law, {
    ...{ code, origin, entered: on, enteredValueUsd: HUNDRED },
    scheduleDutyUsd: base ?? decimal('0'),
    facts: {},
  })
  const replaces = charges.some(({ mode }) => mode === 'replaces')
  const isCertain = unsettled.length === 0 && (base !== undefined || replaces)
  const scheduled = replaces ? decimal('0') : (base ?? decimal('0'))
  return {
    duties: charges.map((charge) => shownDuty(charge, base !== undefined)),
    ...{ unsettled, ended },
    ...(isCertain
      ? { effectivePercent: addDecimals(scheduled, ...charges.map(({ amountUsd }) => amountUsd)) }
      : { notSaid: unsettled.length === 0 ? notAPercentage : notSettled }),
  }
}

/** A total to be reached depends on the duty of the schedule, so it has to be a percentage too. */
function shownDuty(
  { programme, authority, name, heading, mode, percent, law, inForce, amountUsd }: ProgrammeCharge,
  isBaseKnown: boolean,
): ShownAdditionalDuty {
  return {
    ...{ programme, authority, name, heading, mode, law, inForce },
    ...(percent !== undefined && { percent }),
    ...((isBaseKnown || mode !== 'minimum-total') && { percentOfValue: amountUsd }),
  }
}

/** The rate that goods bear which claim nothing, where it is one percentage or none. */
function percentBorne(measures: readonly Measure[]): DecimalText | undefined {
  const borne = measures.find(({ type }) => type === THIRD_COUNTRY_DUTY)
  if (borne?.expression === undefined || borne.notWorkedOut !== undefined) return undefined
  const [term, ...others] = borne.expression
  if (term === undefined) return decimal('0')
  if (term.kind !== 'ad-valorem' || others.length > 0) return undefined
  return term.percent
}

const THIRD_COUNTRY_DUTY = '103'

const notAPercentage = {
  en: 'The duty of the schedule is not a percentage of the value.',
  zh: '税则关税不是从价百分比。',
}

const notSettled = {
  en: 'Not every programme is settled.',
  zh: '部分项目尚未确定。',
}
