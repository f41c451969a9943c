import type { DecimalText } from '../money/decimal.ts'
import type { DutyExpression, UnitCode } from './duty-expression.ts'

/**
 * A condition of a measure in the integrated tariff. Conditions of one code belong together: one of
 * them holds, and it says what becomes of the measure.
 */
export interface MeasureCondition {
  /** `A` document against dumping, `B`, `C`, `H` documents, `E`, `I` quantity or document. */
  readonly conditionCode: string
  /** What is done where the condition holds, such as `01` or `27`: apply; `07`: do not apply. */
  readonly actionCode: string
  /** The document that has to be presented; absent where the condition asks for none. */
  readonly documentCode?: string
  /** What the tariff calls the document, in its own words. */
  readonly documentName?: string
  readonly threshold?: Threshold
  /** The rate of the condition itself; empty where it leaves that of the measure. */
  readonly expression: DutyExpression
}

/** A limit of quantity that has to be kept, such as at most 3.4 percent of alcohol. */
export interface Threshold {
  readonly comparison: 'at-most' | 'below' | 'at-least' | 'above' | 'equal'
  readonly amount: DecimalText
  readonly unit: UnitCode
}

/** What an action code does with its measure. */
export type MeasureAction = 'apply' | 'do-not-apply' | 'stop'

/**
 * Action codes of the integrated tariff. `08` says that the goods may not be declared under the
 * subheading at all.
 */
const actions: ReadonlyMap<string, MeasureAction> = new Map([
  ...['01', '24', '25', '26', '27', '28', '29', '34', '36'].map((code) => [code, 'apply'] as const),
  ...['04', '05', '06', '07', '09', '10', '16', '30'].map(
    (code) => [code, 'do-not-apply'] as const,
  ),
  ['08', 'stop'],
])

/** What the action does; nothing for a code that is not known. */
export function actionOf({ actionCode }: MeasureCondition): MeasureAction | undefined {
  return actions.get(actionCode)
}

/** The condition codes that are decided here: by a document, or by a limit of quantity. */
const decided: ReadonlySet<string> = new Set(['A', 'B', 'C', 'E', 'H', 'I'])

/** The condition code by which the price at the border sets the duty. */
const ENTRY_PRICE = 'V'

/** Whether it can be decided if the condition holds. */
export function isDecided({ conditionCode }: MeasureCondition): boolean {
  return decided.has(conditionCode)
}

/** Whether the condition compares the entry price of the goods. */
export function isEntryPrice({ conditionCode }: MeasureCondition): boolean {
  return conditionCode === ENTRY_PRICE
}
