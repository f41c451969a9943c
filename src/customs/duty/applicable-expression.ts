import { inOneList } from '../in-one-list.ts'
import { compareDecimals, type DecimalText } from '../money/decimal.ts'
import { failure, type Failure, type Result, success } from '../result.ts'
import type { DutyExpression } from './duty-expression.ts'
import { dutyText } from './duty-text.ts'
import type { DutyFacts } from './evaluate-duty.ts'
import {
  actionOf,
  isDecided,
  isEntryPrice,
  type MeasureCondition,
  type Threshold,
} from './measure-condition.ts'
import type { MissingFact } from './missing-fact.ts'
import { quantityIn } from './quantity-in.ts'

/** What a measure states, and what is known of the documents that go with the goods. */
export interface MeasureRates {
  /** The components of the measure itself; absent where only its conditions state a rate. */
  readonly standard?: DutyExpression
  /** The same with its agricultural parts resolved by the additional code. */
  readonly resolved?: DutyExpression
  readonly conditions: readonly MeasureCondition[]
  /** Codes of the documents that are presented; absent where nobody has said. */
  readonly documents?: readonly string[]
}

/** Which rate a measure comes to under its conditions. */
export type ApplicableExpression =
  | { readonly outcome: 'applies'; readonly expression: DutyExpression }
  | { readonly outcome: 'does-not-apply'; readonly condition: MeasureCondition }
  | { readonly outcome: 'missing'; readonly missing: readonly [MissingFact, ...MissingFact[]] }

/**
 * Chooses the rate of a measure: that of the condition which a document meets, else of the one whose
 * limit of quantity is kept, else of the one for goods that meet neither, else the rate resolved by
 * the additional code, else the standard one. A condition without a rate of its own leaves the rate
 * to the next in this order, but may take the whole measure away.
 *
 * Fails with `not-covered` where a rate hangs on a condition that is not decided here, and where the
 * goods may not be declared under the code.
 */
export function applicableExpression(
  rates: MeasureRates,
  facts: ConditionFacts,
  path: string,
): Result<ApplicableExpression> {
  if (rates.conditions.length === 0) return withRate(rates, undefined, path)
  const open = openConditions(rates.conditions, facts, path)
  if (!open.ok) return open
  const holding = conditionsByCode(rates.conditions).map((group) => holdingOf(group, rates, facts))
  const [first, ...others] = [...open.value, ...inOneList(holding.map(({ missing }) => missing))]
  if (first !== undefined) return success({ outcome: 'missing', missing: [first, ...others] })
  const conditions = holding
    .map(({ condition }) => condition)
    .filter((condition) => condition !== undefined)
  for (const condition of conditions) {
    const takenAway = withoutMeasure(condition, path)
    if (takenAway !== undefined) return takenAway
  }
  return withRate(rates, ownRate(conditions), path)
}

/** The rate of the conditions before those of the measure itself. */
function withRate(
  { resolved, standard }: MeasureRates,
  ofConditions: DutyExpression | undefined,
  path: string,
): Result<ApplicableExpression> {
  const expression = ofConditions ?? resolved ?? standard
  if (expression === undefined) return failure(noRate(path))
  return success({ outcome: 'applies', expression })
}

/** The part of the facts that conditions look at. */
type ConditionFacts = Pick<DutyFacts, 'quantities' | 'units'>

/** Conditions of one code: one of them holds. */
type Group = readonly [MeasureCondition, ...MeasureCondition[]]

function conditionsByCode(conditions: readonly MeasureCondition[]): readonly Group[] {
  const groups = new Map<string, [MeasureCondition, ...MeasureCondition[]]>()
  for (const condition of conditions.filter(isDecided)) {
    const group = groups.get(condition.conditionCode)
    if (group === undefined) groups.set(condition.conditionCode, [condition])
    else group.push(condition)
  }
  return [...groups.values()]
}

/** The condition of a group that holds, if any does, or what has to be known to say so. */
interface Holding {
  readonly condition?: MeasureCondition
  readonly missing: readonly MissingFact[]
}

/** A document that is presented goes before a limit that is kept, and that before neither. */
function holdingOf(group: Group, { documents }: MeasureRates, facts: ConditionFacts): Holding {
  const presented = group.find(
    ({ documentCode }) => documentCode !== undefined && documents?.includes(documentCode),
  )
  if (presented !== undefined) return { condition: presented, missing: [] }
  const documentCodes = group
    .map(({ documentCode }) => documentCode)
    .filter((code) => code !== undefined)
  if (documents === undefined && documentCodes.length > 0) {
    const neededFor = ratesText(group, facts)
    return { missing: decidesDuty(group) ? [{ fact: 'document', documentCodes, neededFor }] : [] }
  }
  return withinLimit(group, facts) ?? { ...remaining(group), missing: [] }
}

/** A licence that neither states a rate nor takes the measure away leaves the duty as it is. */
function decidesDuty(group: Group): boolean {
  return group.some(
    (condition) => condition.expression.length > 0 || condition.actionCode === NOT_APPLICABLE,
  )
}

/** Action code: the measure does not apply, so that another rate is charged. */
const NOT_APPLICABLE = '07'

/** The first condition whose limit is kept; without the quantity nobody can say which. */
function withinLimit(group: Group, facts: ConditionFacts): Holding | undefined {
  const { quantities, units } = facts
  for (const condition of group) {
    const { threshold } = condition
    if (threshold === undefined) continue
    const neededFor = ratesText(group, facts)
    const unit = units.get(threshold.unit)
    if (unit === undefined) {
      return { missing: [{ fact: 'measurement-unit', unit: threshold.unit, neededFor }] }
    }
    const found = quantityIn(unit, quantities, units)
    if (!found.known) {
      const fact = 'quantity' as const
      return { missing: found.lacking.map(({ code }) => ({ fact, unit: code, neededFor })) }
    }
    if (isKept(threshold, found.amount)) return { condition, missing: [] }
  }
  return undefined
}

function isKept({ comparison, amount }: Threshold, quantity: DecimalText): boolean {
  const order = compareDecimals(quantity, amount)
  switch (comparison) {
    case 'at-most':
      return order <= 0
    case 'below':
      return order < 0
    case 'at-least':
      return order >= 0
    case 'above':
      return order > 0
    case 'equal':
      return order === 0
  }
}

/** The condition for goods that neither present a document nor keep a limit. */
function remaining(group: Group): Pick<Holding, 'condition'> {
  const condition = group.find(
    ({ documentCode, threshold }) => documentCode === undefined && threshold === undefined,
  )
  return condition === undefined ? {} : { condition }
}

/** The rate of the conditions that hold: of a document before that of a limit, and that before others. */
function ownRate(conditions: readonly MeasureCondition[]): DutyExpression | undefined {
  const withRate = conditions.filter(({ expression }) => expression.length > 0)
  const decisive =
    withRate.find(({ documentCode }) => documentCode !== undefined) ??
    withRate.find(({ threshold }) => threshold !== undefined) ??
    withRate[0]
  return decisive?.expression
}

/** Rates that hang on something which is not decided here: facts to ask for, or a refusal. */
function openConditions(
  conditions: readonly MeasureCondition[],
  facts: ConditionFacts,
  path: string,
): Result<readonly MissingFact[]> {
  const open = conditions.filter(
    (condition) => !isDecided(condition) && condition.expression.length > 0,
  )
  const unknown = open.find((condition) => !isEntryPrice(condition))
  if (unknown !== undefined) return failure(undecided(unknown, path))
  if (open.length === 0) return success([])
  return success([{ fact: 'entry-price', neededFor: ratesText(open, facts) }])
}

/** The rates among which conditions choose; of conditions without one, their codes. */
function ratesText(conditions: readonly MeasureCondition[], { units }: ConditionFacts): string {
  const rates = conditions.flatMap(({ expression }) =>
    expression.length === 0 ? [] : [dutyText(expression, units)],
  )
  const codes = conditions.map(({ conditionCode, actionCode }) => `${conditionCode} ${actionCode}`)
  return [...new Set(rates.length === 0 ? codes : rates)].join(' / ')
}

/** What becomes of the measure where a condition holds that does not apply it. */
function withoutMeasure(
  condition: MeasureCondition,
  path: string,
): Result<ApplicableExpression> | undefined {
  switch (actionOf(condition)) {
    case 'apply':
      return undefined
    case 'do-not-apply':
      return success({ outcome: 'does-not-apply', condition })
    case 'stop':
      return failure(notDeclarable(path))
    case undefined:
      return failure(unknownAction(condition, path))
  }
}

function undecided({ conditionCode }: MeasureCondition, path: string): Failure {
  return {
    code: 'not-covered',
    path,
    message: `The rate depends on a condition of code ${conditionCode}, which is not decided here.`,
    mend: 'Ask a customs broker for the duty on these goods.',
    zh: {
      message: `税率取决于代码为 ${conditionCode} 的条件，目前尚不支持。`,
      mend: '请就这些货物的关税咨询报关行。',
    },
  }
}

function unknownAction({ actionCode }: MeasureCondition, path: string): Failure {
  return {
    code: 'not-covered',
    path,
    message: `Action ${actionCode} of a condition is not known.`,
    mend: 'Ask a customs broker for the duty on these goods.',
    zh: { message: `未知的条件措施代码 ${actionCode}。`, mend: '请就这些货物的关税咨询报关行。' },
  }
}

function notDeclarable(path: string): Failure {
  return {
    code: 'not-covered',
    path,
    message: 'Goods that meet this condition may not be declared under the commodity code.',
    mend: 'Find the commodity code that fits the goods.',
    zh: { message: '符合该条件的货物不得以此商品编码申报。', mend: '请查找适合该货物的商品编码。' },
  }
}

function noRate(path: string): Failure {
  return {
    code: 'not-covered',
    path,
    message:
      'The measure states no rate for these goods: it has no components, and no condition holds.',
    mend: 'State the components of the measure.',
    zh: {
      message: '该措施未对这些货物规定税率：没有组成部分，也没有条件成立。',
      mend: '请填写该措施的组成部分。',
    },
  }
}
