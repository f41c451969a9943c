import type { BilingualText } from '../bilingual-text.ts'
import { jsonPointer } from '../json-pointer.ts'
import type { DecimalText } from '../money/decimal.ts'
import type { CurrencyCode } from '../money/money.ts'
import { combineAll, failure, type Failure, type Result, success } from '../result.ts'
import type {
  AgriculturalComponent,
  DutyExpression,
  DutyRate,
  DutyTerm,
  TermOperator,
} from './duty-expression.ts'
import { type MeasurementUnits, unitCode } from './measurement-units.ts'

/** A component of a measure as the UK and EU integrated tariff publishes it. */
export interface IntegratedTariffComponent {
  /** Such as `01`: how the component joins the others, or which placeholder it is. */
  readonly dutyExpressionId: string
  readonly dutyAmount?: DecimalText
  /** Absent for a percentage. */
  readonly monetaryUnit?: CurrencyCode
  readonly measurementUnit?: string
  readonly qualifier?: string
}

/** Duty expressions of the integrated tariff that state a rate, by their id. */
const operators: ReadonlyMap<string, TermOperator> = new Map([
  ['01', 'add'],
  ['04', 'add'],
  ['19', 'add'],
  ['20', 'add'],
  ['02', 'subtract'],
  ['36', 'subtract'],
  ['15', 'minimum'],
  ['17', 'maximum'],
])

/** Those that stand for a part which an additional code resolves. */
const placeholders: ReadonlyMap<string, AgriculturalComponent> = new Map([
  ['12', 'EA'],
  ['14', 'EAR'],
  ['21', 'ADSZ'],
  ['25', 'ADSZR'],
  ['27', 'ADFM'],
  ['29', 'ADFMR'],
])

/** The duty expression that only says in which unit a quantity is declared. */
const SUPPLEMENTARY_UNIT = '99'

/**
 * The duty expression that the components of a measure make up, in their order. What is not known,
 * or does not state a rate whole, is refused by its name: a component dropped in silence would make
 * the duty wrong.
 *
 * @param path place of the components in the input
 */
export function expressionFromComponents(
  components: readonly IntegratedTariffComponent[],
  units: MeasurementUnits,
  path: string,
): Result<DutyExpression> {
  const terms = combineAll(
    components.map((component, index) => {
      const at = path + jsonPointer(index)
      return termOf(component, { units, at, position: index === 0 ? 'first' : 'later' })
    }),
  )
  if (!terms.ok) return terms
  const [only, ...others] = terms.value
  // A deduction alone has nothing to be deducted from: it states the amount that it comes to.
  return success(only?.operator === 'subtract' && others.length === 0 ? [added(only)] : terms.value)
}

function added({ operator: _, ...rate }: DutyTerm): DutyTerm {
  return rate
}

interface Place {
  readonly units: MeasurementUnits
  readonly at: string
  readonly position: 'first' | 'later'
}

function termOf(component: IntegratedTariffComponent, place: Place): Result<DutyTerm> {
  const id = component.dutyExpressionId
  const placeholder = placeholders.get(id)
  if (placeholder !== undefined) return success({ kind: 'agricultural', component: placeholder })
  if (id === SUPPLEMENTARY_UNIT) return supplementaryUnit(component, place)
  const operator = operators.get(id)
  if (operator === undefined) return failure(unknownExpression(id, place.at))
  if (place.position === 'first' && (operator === 'minimum' || operator === 'maximum')) {
    return failure(nothingToBound(id, place.at))
  }
  const rate = rateOf(component, place)
  if (!rate.ok || operator === 'add') return rate
  return success({ ...rate.value, operator })
}

function supplementaryUnit(
  { measurementUnit, qualifier }: IntegratedTariffComponent,
  { units, at }: Place,
): Result<DutyRate> {
  if (measurementUnit === undefined) return failure(incomplete(at, unitWords))
  const unit = unitCode(measurementUnit, qualifier)
  return units.has(unit)
    ? success({ kind: 'supplementary-unit', unit })
    : failure(unknownUnit(unit, at))
}

function rateOf(component: IntegratedTariffComponent, { units, at }: Place): Result<DutyRate> {
  const { dutyAmount, monetaryUnit, measurementUnit, qualifier } = component
  if (dutyAmount === undefined) return failure(incomplete(at, amountWords))
  if (measurementUnit === 'SPQ') {
    return success({ kind: 'small-producers-relief', factor: dutyAmount })
  }
  if (measurementUnit === undefined) {
    return monetaryUnit === undefined
      ? success({ kind: 'ad-valorem', percent: dutyAmount })
      : failure(incomplete(at, unitWords))
  }
  if (measurementUnit === 'RET' && monetaryUnit === undefined) {
    return success({ kind: 'retail-price', percent: dutyAmount })
  }
  const unit = unitCode(measurementUnit, qualifier)
  if (!units.has(unit)) return failure(unknownUnit(unit, at))
  if (monetaryUnit === undefined) return failure(incomplete(at, currencyWords))
  const perUnits = '1' as DecimalText
  return success({ kind: 'specific', amount: dutyAmount, currency: monetaryUnit, perUnits, unit })
}

function unknownExpression(id: string, path: string): Failure {
  return {
    code: 'not-covered',
    path,
    message: `Duty expression ${id} is not one that is worked out here.`,
    mend: 'Ask a customs broker for the duty on these goods.',
    zh: { message: `尚不支持税率表达式 ${id}。`, mend: '请就这些货物的关税咨询报关行。' },
  }
}

function nothingToBound(id: string, path: string): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `Duty expression ${id} bounds what stands before it, but nothing does.`,
    mend: 'State the components in their order.',
    zh: {
      message: `税率表达式 ${id} 用于限定其前面的税率，但前面没有内容。`,
      mend: '请按顺序填写各组成部分。',
    },
  }
}

function unknownUnit(unit: string, path: string): Failure {
  return {
    code: 'not-covered',
    path,
    message: `Measurement unit ${unit} is not known.`,
    mend: 'Add the unit to data/reference/measurement-units.json, with its source.',
    zh: {
      message: `未知的计量单位 ${unit}。`,
      mend: '请将该单位及其来源添加到 data/reference/measurement-units.json。',
    },
  }
}

const unitWords: BilingualText = { en: 'measurement unit', zh: '计量单位' }
const amountWords: BilingualText = { en: 'amount', zh: '税率或金额' }
const currencyWords: BilingualText = { en: 'monetary unit', zh: '货币单位' }

function incomplete(path: string, part: BilingualText): Failure {
  return {
    code: 'invalid-input',
    path,
    message: `The component has no ${part.en}, so it states no rate.`,
    mend: `State the ${part.en} of the component.`,
    zh: {
      message: `该组成部分缺少${part.zh}，不构成税率。`,
      mend: `请填写该组成部分的${part.zh}。`,
    },
  }
}
