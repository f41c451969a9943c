import type { DecimalText } from '../money/decimal.ts'
import { combineAll, failure, type Result, success } from '../result.ts'
import type {
  AgriculturalComponent,
  DutyExpression,
  DutyRate,
  DutyTerm,
  TermOperator,
  UnitCode,
} from './duty-expression.ts'
import { type DutyTextFault, dutyTextFailure } from './duty-text-fault.ts'
import type { MeasurementUnits } from './measurement-units.ts'

/** What the signs of a duty text may stand for. */
export interface DutyTextSigns {
  readonly units: MeasurementUnits
  /** Currencies by ISO 4217 code. */
  readonly currencies: { has(code: string): boolean }
}

/**
 * Reads a duty as a tariff prints it, the inverse of `dutyText`: terms from left to right, joined by
 * `+`, `-`, `MIN` or `MAX` with a space on either side. A text of which any part is not understood
 * is refused with that part and the reason; an empty text is not free of duty.
 *
 * A unit is written as it is printed (`100 kg`) or by its code (`DTN`). A number that belongs to the
 * name of a unit is read as that: `100 kg` is the unit of 100 kg once, not a kilogram 100 times.
 *
 * @param path place of the text in the input
 * @example parseDutyText('10% MIN 22 GBP/100 kg', signs, '/rate')
 */
export function parseDutyText(
  text: string,
  signs: DutyTextSigns,
  path: string,
): Result<DutyExpression> {
  const wording = text.trim().replaceAll(/\s+/g, ' ')
  if (/^free$/i.test(wording)) return success([])
  const terms = combineAll(
    wording.split(BEFORE_AN_OPERATOR).map((term, index) => {
      return index === 0 ? leadingTerm(term, { signs, path }) : laterTerm(term, { signs, path })
    }),
  )
  // A deduction alone has nothing to be deducted from.
  return terms.ok && terms.value.length === 1 && terms.value[0]!.operator === 'subtract'
    ? failure(dutyTextFailure({ kind: 'no-duty', term: wording }, path))
    : terms
}

interface Reading {
  readonly signs: DutyTextSigns
  readonly path: string
}

const BEFORE_AN_OPERATOR = / (?=(?:\+|-|MIN|MAX) )/

const operators: Readonly<Record<string, TermOperator>> = {
  '+': 'add',
  '-': 'subtract',
  MIN: 'minimum',
  MAX: 'maximum',
}

/** Before the first term only the sign of a deduction may stand. */
function leadingTerm(text: string, reading: Reading): Result<DutyTerm> {
  const isDeduction = text.startsWith('-')
  const rate = rateOf(isDeduction ? text.slice(1) : text, reading)
  if (!rate.ok || !isDeduction) return rate
  return success({ ...rate.value, operator: 'subtract' })
}

function laterTerm(text: string, reading: Reading): Result<DutyTerm> {
  const gap = text.indexOf(' ')
  const operator = operators[text.slice(0, gap)]!
  const rate = rateOf(text.slice(gap + 1), reading)
  if (!rate.ok || operator === 'add') return rate
  return success({ ...rate.value, operator })
}

const AD_VALOREM = /^(\d{1,24}(?:\.\d{1,18})?) ?%$/
const RETAIL_PRICE = /^(\d{1,24}(?:\.\d{1,18})?) ?% of the retail price$/
const SPECIFIC = /^(\d{1,24}(?:\.\d{1,18})?) ([A-Z]{3}) ?\/ ?(.+)$/
const RELIEF = /^(\d{1,24}(?:\.\d{1,18})?) × SPR discount\/(.+)$/
const AGRICULTURAL = /^(?:EAR?|ADSZR?|ADFMR?)$/
const SUPPLEMENTARY_UNIT = /^supplementary unit (.+)$/

function rateOf(term: string, reading: Reading): Result<DutyRate> {
  const percent = AD_VALOREM.exec(term)?.[1] as DecimalText | undefined
  if (percent !== undefined) return success({ kind: 'ad-valorem', percent })
  const ofRetail = RETAIL_PRICE.exec(term)?.[1] as DecimalText | undefined
  if (ofRetail !== undefined) return success({ kind: 'retail-price', percent: ofRetail })
  if (AGRICULTURAL.test(term)) {
    return success({ kind: 'agricultural', component: term as AgriculturalComponent })
  }
  return specific(term, reading) ?? relief(term, reading) ?? supplementaryUnit(term, reading)
}

function specific(term: string, { signs, path }: Reading): Result<DutyRate> | undefined {
  const [, amount, currency, per] = SPECIFIC.exec(term) ?? []
  if (amount === undefined || currency === undefined || per === undefined) return undefined
  if (!signs.currencies.has(currency)) return refused({ kind: 'currency', term, currency }, path)
  const counted = countedIn(per, signs.units)
  if (counted === undefined) return refused({ kind: 'unit', term, unit: per }, path)
  return success({ kind: 'specific', amount: amount as DecimalText, currency, ...counted })
}

/** Small producers' relief is counted in litres of pure alcohol and nothing else. */
function relief(term: string, { signs, path }: Reading): Result<DutyRate> | undefined {
  const [, factor, per] = RELIEF.exec(term) ?? []
  if (factor === undefined || per === undefined) return undefined
  if (unitNamed(per, signs.units) !== 'LPA') return refused({ kind: 'unit', term, unit: per }, path)
  return success({ kind: 'small-producers-relief', factor: factor as DecimalText })
}

function supplementaryUnit(term: string, { signs, path }: Reading): Result<DutyRate> {
  const [, name] = SUPPLEMENTARY_UNIT.exec(term) ?? []
  if (name === undefined) return refused(faultOf(term), path)
  const unit = unitNamed(name, signs.units)
  return unit === undefined
    ? refused({ kind: 'unit', term, unit: name }, path)
    : success({ kind: 'supplementary-unit', unit })
}

const SO_MANY = /^(\d{1,24}(?:\.\d{1,18})?) (.+)$/

/** What an amount is due for: a unit, or so many of it. */
function countedIn(
  words: string,
  units: MeasurementUnits,
): { readonly perUnits: DecimalText; readonly unit: UnitCode } | undefined {
  const whole = unitNamed(words, units)
  if (whole !== undefined) return { perUnits: '1' as DecimalText, unit: whole }
  const [, count = '', name = ''] = SO_MANY.exec(words) ?? []
  const unit = unitNamed(name, units)
  if (unit === undefined || /^[0.]+$/.test(count)) return undefined
  return { perUnits: count as DecimalText, unit }
}

function unitNamed(name: string, units: MeasurementUnits): UnitCode | undefined {
  if (units.has(name)) return name
  return [...units.values()].find(({ symbol }) => symbol === name)?.code
}

/** Spreadsheets turn `12%` into `0.12`, which is then neither a share nor an amount of money. */
function faultOf(term: string): DutyTextFault {
  if (term === '') return { kind: 'empty' }
  return /^[\d.,]+$/.test(term) ? { kind: 'bare-number', term } : { kind: 'unread', term }
}

function refused(fault: DutyTextFault, path: string): Result<never> {
  return failure(dutyTextFailure(fault, path))
}
