import type { BilingualText } from '../bilingual-text.ts'
import type { ChargeRule } from '../destination/charge-rule.ts'
import { inOneList } from '../in-one-list.ts'
import { apportion } from '../money/apportion.ts'
import { fractionDigits, isZero, multiplyDecimals } from '../money/decimal.ts'
import { inMinorUnits, minorUnitDecimals, type Money, sum } from '../money/money.ts'
import { moneyText } from '../money/money-text.ts'
import { combineAll, type Failure, type Result, resultOf, success } from '../result.ts'
import type { ValuePart } from '../valuation/valued-line.ts'
import { type ChargeCount, countOn, dueOnceFor } from './charge-count.ts'
import { type Charging, UNTOLD, type WorkedCharge } from './charging.ts'
import { roundToStep, type StepRounding } from './round-to-step.ts'

/** What a rate is applied to, with the words that say how it came together. */
export interface ChargeBase {
  readonly money: Money
  /** Such as `customs value GBP 100.00 + Customs duty GBP 12.00 = GBP 112.00; GBP 112.00`. */
  readonly words: BilingualText
  /** What the base of one line is counted by, where that is not its pieces alone. */
  readonly count?: ChargeCount | undefined
}

/** What people call the parts of the value of goods. */
const partWords: Readonly<Record<ValuePart, BilingualText>> = {
  price: { en: 'price', zh: '货价' },
  freight: { en: 'carriage', zh: '运费' },
  insurance: { en: 'insurance', zh: '保险费' },
  'onward-transport': { en: 'onward transport', zh: '境内运费' },
  'customs-value': { en: 'customs value', zh: '完税价格' },
}

interface NamedAmount {
  readonly name: BilingualText
  readonly money: Money
  readonly count: ChargeCount | undefined
}

/**
 * What a charge of one line is worked out on: parts of the value and charges that stand before it. A
 * part that is not known fails with the fact that it lacks.
 */
export function lineBase(
  { base = { sum: ['customs-value'] } }: ChargeRule,
  lineIndex: number,
  charging: Charging,
): Result<ChargeBase> {
  const parts = partsOf(base, lineIndex, charging)
  if (!parts.ok) return parts
  const { money, words } = joined(parts.value, base, charging)
  return success({ money, words, count: countOn(parts.value) })
}

/** The same for the whole consignment, or for those of its lines that bear the charge. */
export function consignmentBase(
  rule: ChargeRule,
  bearing: readonly number[],
  charging: Charging,
): Result<ChargeBase> {
  const { base = { sum: ['customs-value'] } } = rule
  const parts = combineAll(bearing.map((index) => partsOf(base, index, charging)))
  if (!parts.ok) return parts
  return success(joined(byName(inOneList(parts.value)), base, charging))
}

/** Adds the parts up, takes the factor of the law, and rounds where the law rounds a base. */
function joined(
  parts: readonly NamedAmount[],
  { times, rounding }: BaseRule,
  { facts: { destination }, changed }: Charging,
): ChargeBase {
  const { currency } = destination
  const total = sum(
    parts.map(({ money }) => money),
    currency,
  )
  const factored =
    times === undefined ? total : { amount: multiplyDecimals(total.amount, times), currency }
  const money =
    rounding === undefined ? factored : { amount: roundToStep(factored.amount, rounding), currency }
  return {
    money: inWholeCoins(money),
    words: changed === undefined ? baseWords(parts, { total, times, money }) : UNTOLD,
  }
}

/** Written with all decimals of the currency, unless the law leaves it finer than a coin. */
function inWholeCoins(money: Money): Money {
  const isFiner = fractionDigits(money.amount) > minorUnitDecimals(money.currency)
  return isFiner ? money : inMinorUnits(money)
}

/** Parts that are nothing are not told, unless there is nothing else. */
function baseWords(
  allParts: readonly NamedAmount[],
  made: { readonly total: Money; readonly times?: string | undefined; readonly money: Money },
): BilingualText {
  const { total, times, money } = made
  if (allParts.length === 0) return { en: moneyText(money), zh: moneyText(money) }
  const telling = allParts.filter((part) => !isZero(part.money.amount))
  const parts = telling.length === 0 ? allParts.slice(0, 1) : telling
  const factor = times === undefined ? '' : ` × ${times}`
  const isPlain = parts.length === 1 && money.amount === total.amount
  const isRounded = times === undefined && money.amount !== total.amount
  const exact = isRounded ? ` = ${moneyText(total)}` : ''
  const result = isPlain
    ? ''
    : `${exact}${isRounded ? ' → ' : ' = '}${moneyText(money)}; ${moneyText(money)}`
  const [sumStart, sumEnd] = factor !== '' && parts.length > 1 ? ['(', ')'] : ['', '']
  const end = `${sumEnd}${factor}${result}`
  const told = parts.map(({ name, money: part }) => ({ name, amount: moneyText(part) }))
  return {
    en: sumStart + told.map(({ name, amount }) => `${name.en} ${amount}`).join(' + ') + end,
    zh: sumStart + told.map(({ name, amount }) => `${name.zh} ${amount}`).join(' + ') + end,
  }
}

type BaseRule = NonNullable<ChargeRule['base']>

/** What a base names: parts of the value, charges of the line, and its share in those of the consignment. */
function partsOf(
  { sum: named, chargeRounding }: BaseRule,
  lineIndex: number,
  charging: Charging,
): Result<readonly NamedAmount[]> {
  const parts: NamedAmount[] = []
  const missing: Failure[] = []
  for (const part of named) {
    if (isValuePart(part)) {
      const value = charging.valued.lines[lineIndex]!.parts[part]
      if (value.ok) parts.push({ name: partWords[part], money: value.value, count: undefined })
      else missing.push(...value.failures)
      continue
    }
    for (const charge of chargesNamed(part, charging)) {
      const share = shareIn(charge, lineIndex, charging)
      if (share === undefined) continue
      parts.push(chargeRounding === undefined ? share : rounded(share, chargeRounding))
    }
  }
  return resultOf(missing, () => parts)
}

function rounded(
  { name, money: { amount, currency }, count }: NamedAmount,
  rounding: StepRounding,
): NamedAmount {
  const money = inMinorUnits({ amount: roundToStep(amount, rounding), currency })
  return { name, money, count }
}

/** A base may name parts of the value, and charges; those are worked out first. */
export function isValuePart(part: string): part is ValuePart {
  return !part.includes(':')
}

/** The charges so far that a base names by their rule, as in `charge:mpf`, or by their kind. */
export function chargesNamed(part: string, { charged }: Charging): readonly WorkedCharge[] {
  const name = part.slice(part.indexOf(':') + 1)
  return part.startsWith('charge:')
    ? charged.filter(({ rule }) => rule === name)
    : charged.filter(({ kind }) => kind === name)
}

/**
 * A charge on the whole consignment is shared over its lines by price, and due as long as one piece of
 * them stays.
 */
function shareIn(
  { lineNumber, name, statutory, count }: WorkedCharge,
  lineIndex: number,
  { valued }: Charging,
): NamedAmount | undefined {
  if (lineNumber !== undefined) {
    return lineNumber === lineIndex + 1 ? { name, money: statutory, count } : undefined
  }
  const prices = valued.lines.map(({ parts }) => parts.price).filter((price) => price.ok)
  const shares = apportion(
    statutory,
    prices.map(({ value }) => value.amount),
  )
  const dueOnce = dueOnceFor(valued.lines.map((_, index) => index))
  return { name, money: shares[lineIndex]!, count: dueOnce }
}

/** The parts of all lines, those of one name added up. */
function byName(parts: readonly NamedAmount[]): readonly NamedAmount[] {
  const names = new Map(parts.map(({ name }) => [name.en, name]))
  return [...names.values()].map((name) => {
    const same = parts.filter((part) => part.name.en === name.en).map(({ money }) => money)
    return { name, money: sum(same, same[0]!.currency), count: undefined }
  })
}
