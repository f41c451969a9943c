import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import type { ChargeRule } from '../destination/charge-rule.ts'
import { goodsGroup, isInGroup } from '../destination/goods-group.ts'
import type { DutyExpression } from '../duty/duty-expression.ts'
import { jsonPointer } from '../json-pointer.ts'
import {
  decimal,
  type DecimalText,
  isNegative,
  isZero,
  multiplyDecimals,
  percentOf,
  shortest,
  subtractDecimals,
} from '../money/decimal.ts'
import { compare, type Money, zero } from '../money/money.ts'
import { moneyText } from '../money/money-text.ts'
import { divideAndRound } from '../money/rounding.ts'
import { failure, type Failure, type Result, success } from '../result.ts'
import { convertAmount } from '../valuation/official-rates.ts'
import type { Charging, ChosenTariff } from './charging.ts'
import { factNeeded, longerCodeNeeded } from './fact-needed.ts'
import type { ChargeLaw } from './landed-charge.ts'
import type { ChargeBase } from './line-base.ts'
import { taxRateFor } from './tax-rate-for.ts'

/** What a rate makes of a base: exact, with the arithmetic in words and the rate as printed. */
export interface WorkedRate {
  readonly exact: Money
  readonly rate: string
  readonly words: BilingualText
  /** Whether the words already say what comes out, as those of a least amount do. */
  readonly wordsEnd?: 'with-result'
  /** Of a rate of VAT, which has a law and a date of its own. */
  readonly law?: string
  readonly inForceFrom?: LocalDate
  /** Of a rate of VAT that stands in the tariff. */
  readonly own?: { readonly law: ChargeLaw }
  readonly edition?: string
  /** Of a plain percentage. */
  readonly expression?: DutyExpression
}

/** More decimals than any later rounding looks at, where a division does not end. */
const QUOTIENT_DECIMALS = 12

/** The base with the rule, and the line where there is one. */
interface Question {
  readonly rule: ChargeRule
  readonly base: ChargeBase
  readonly lineIndex?: number
}

/** Works out the rates that are no tariff's: percentages, scales and taxes on the goods. */
export function workedRate(question: Question, charging: Charging): Result<WorkedRate> {
  const { rate } = question.rule
  switch (rate.from) {
    case 'percent':
      return bounded(percentage(question, rate.percent), rate, charging)
    case 'fraction':
      return success(fractionOf(question, rate))
    case 'scale':
      return scaleOf(question, rate.steps, charging)
    case 'byGoods':
      return byGoods(question, rate, charging)
    case 'byOrigin':
      return byOrigin(question, rate, charging)
    case 'vat':
      return goodsTax(question, charging)
    case 'tariff':
    case 'programmes':
    case 'amount':
      throw new Error(`a rate from ${rate.from} is not worked out on a base`)
  }
}

/** The rate of VAT or GST that the goods of the line bear here: the tariff's own before the general. */
function goodsTax(question: Question, charging: Charging): Result<WorkedRate> {
  const { lineIndex } = question
  const ofTariff = lineIndex === undefined ? undefined : charging.goods[lineIndex]?.vat
  if (ofTariff !== undefined) {
    const { percent, law, edition } = ofTariff
    return success({ edition, ...(law && { own: { law } }), ...percentage(question, percent) })
  }
  const found = taxRateFor(question.lineIndex, charging)
  if (!found.ok) return found
  const { percent, law, inForceFrom, edition } = found.value
  return success({
    ...{ law, inForceFrom, ...percentage(question, percent) },
    ...(edition !== undefined && { edition }),
  })
}

/** A percentage of the base; of a tax that is part of its own base, of what makes it so. */
function percentage({ rule, base }: Question, percent: DecimalText): WorkedRate {
  const { money, words } = base
  const rate = `${percent}%`
  if (rule.inside !== true) {
    const exact = percentOf(money.amount, percent)
    return {
      rate,
      expression: [{ kind: 'ad-valorem', percent }],
      exact: { amount: exact, currency: money.currency },
      words: followedBy(words, ` × ${rate}`),
    }
  }
  const exact = divideAndRound(
    multiplyDecimals(money.amount, percent),
    subtractDecimals(decimal('100'), percent),
    { decimals: QUOTIENT_DECIMALS, rounding: 'half-even' },
  )
  return {
    exact: { ...money, amount: shortest(exact) },
    rate,
    words: followedBy(words, ` ÷ (1 − ${rate}) × ${rate}`),
  }
}

function followedBy({ en, zh }: BilingualText, text: string): BilingualText {
  return { en: en + text, zh: zh + text }
}

function fractionOf(
  { base: { money, words } }: Question,
  {
    numerator,
    denominator,
  }: { readonly numerator: DecimalText; readonly denominator: DecimalText },
): WorkedRate {
  const exact = divideAndRound(multiplyDecimals(money.amount, numerator), denominator, {
    decimals: QUOTIENT_DECIMALS,
    rounding: 'half-even',
  })
  const rate = `${numerator}/${denominator}`
  return {
    exact: { ...money, amount: shortest(exact) },
    rate,
    words: followedBy(words, ` × ${rate}`),
  }
}

/** Keeps an amount within the least and the greatest that the law has. */
function bounded(
  worked: WorkedRate,
  bounds: { readonly minimum?: Money; readonly maximum?: Money },
  charging: Charging,
): Result<WorkedRate> {
  const least = inOwnCurrency(bounds.minimum, charging)
  const greatest = inOwnCurrency(bounds.maximum, charging)
  if (!least.ok) return least
  if (!greatest.ok) return greatest
  const [minimum, maximum] = [least.value, greatest.value]
  if (minimum !== undefined && compare(worked.exact, minimum) < 0) {
    return success(heldAt(worked, minimum, atLeast))
  }
  if (maximum !== undefined && compare(worked.exact, maximum) > 0) {
    return success(heldAt(worked, maximum, atMost))
  }
  return success(worked)
}

const atLeast: BilingualText = { en: 'at least', zh: '不低于' }
const atMost: BilingualText = { en: 'at most', zh: '不高于' }

/** The limit instead of what the rate makes, and that it is so. */
function heldAt(
  { exact, rate, words }: WorkedRate,
  limit: Money,
  bound: BilingualText,
): WorkedRate {
  const [made, held] = [exact, limit].map(moneyText)
  return {
    exact: limit,
    rate,
    words: {
      en: `${words.en} = ${made}, ${bound.en} ${held}, so ${held}`,
      zh: `${words.zh} = ${made}，${bound.zh} ${held}，故为 ${held}`,
    },
    wordsEnd: 'with-result',
  }
}

/** The step that the base falls into; its percentage is of the whole base. */
function scaleOf(
  question: Question,
  steps: Extract<ChargeRule['rate'], { from: 'scale' }>['steps'],
  charging: Charging,
): Result<WorkedRate> {
  for (const { upTo, percent, less } of steps) {
    const limit = inOwnCurrency(upTo, charging)
    if (!limit.ok) return limit
    if (limit.value !== undefined && compare(question.base.money, limit.value) > 0) continue
    const worked = percentage(question, percent)
    const deducted = inOwnCurrency(less, charging)
    if (!deducted.ok || deducted.value === undefined)
      return deducted.ok ? success(worked) : deducted
    const left = subtractDecimals(worked.exact.amount, deducted.value.amount)
    const lessened: WorkedRate = {
      exact: { ...worked.exact, amount: left },
      rate: `${percent}% − ${moneyText(less!)}`,
      words: followedBy(worked.words, ` − ${moneyText(deducted.value)}`),
    }
    if (!isNegative(left)) return success(lessened)
    return success(heldAt(lessened, zero(worked.exact.currency), atLeast))
  }
  throw new Error(`the scale of ${question.rule.id} does not reach ${question.base.money.amount}`)
}

/** The percentage of the first group that the goods belong to. */
function byGoods(
  question: Question,
  rate: Extract<ChargeRule['rate'], { from: 'byGoods' }>,
  { facts: { destination, request }, tariffs }: Charging,
): Result<WorkedRate> {
  const { lineIndex } = question
  if (lineIndex === undefined) throw new Error(`${question.rule.id} is no charge of a line`)
  if (rate.unlessTariffFree && isFree(tariffs[lineIndex])) {
    return success(percentage(question, decimal('0')))
  }
  const code = request.lines[lineIndex]?.commodityCode
  const line = { request, lineIndex }
  if (code === undefined) return failure(factNeeded('commodityCode', line))
  for (const { group, percent } of rate.groups) {
    const within = isInGroup(goodsGroup(destination, group), code)
    if (within === 'cannot-say') return failure(longerCodeNeeded(code, line))
    if (within) return success(percentage(question, percent))
  }
  return rate.otherwise === undefined
    ? failure(goodsNotCovered(question.rule, lineIndex, code))
    : success(percentage(question, rate.otherwise))
}

/** Whether the tariff itself has no duty on the goods of a line, whatever their origin. */
function isFree(chosen: ChosenTariff | undefined): boolean {
  if (chosen === undefined) throw new Error('a regime that asks the tariff has one for each line')
  const [{ duties }] = chosen.tariff.options
  return duties
    .filter(({ kind, source }) => kind === 'customs-duty' && source === 'tariff')
    .every(({ exact }) => isZero(exact.amount))
}

/** The percentage of the first list that the country of origin stands in. */
function byOrigin(
  question: Question,
  { groups, otherwise }: Extract<ChargeRule['rate'], { from: 'byOrigin' }>,
  { facts: { request } }: Charging,
): Result<WorkedRate> {
  const { rule, lineIndex } = question
  if (lineIndex === undefined) throw new Error(`${rule.id} is no charge of a line`)
  const origin = request.lines[lineIndex]?.origin
  if (origin === undefined) return failure(factNeeded('origin', { request, lineIndex }))
  const listed = groups.find(({ origins }) => origins.includes(origin))
  const percent = listed?.percent ?? otherwise
  return percent === undefined
    ? failure(originNotCovered(rule, lineIndex, origin))
    : success(percentage(question, percent))
}

function inOwnCurrency(
  amount: Money | undefined,
  { facts: { destination, rates }, on }: Charging,
): Result<Money | undefined> {
  if (amount === undefined) return success(undefined)
  const converted = convertAmount(rates, amount, { to: destination.currency, on, path: '' })
  return converted.ok ? success(converted.value.money) : converted
}

function goodsNotCovered({ name }: ChargeRule, lineIndex: number, code: string): Failure {
  return {
    code: 'not-covered',
    path: jsonPointer('lines', lineIndex, 'commodityCode'),
    message: `${name.en}: no rate is loaded for goods of code ${code}.`,
    mend: 'Ask a customs broker for these goods.',
    zh: {
      message: `${name.zh}：没有载入编码 ${code} 货物的税率。`,
      mend: '请就这些货物咨询报关行。',
    },
  }
}

function originNotCovered({ name }: ChargeRule, lineIndex: number, origin: string): Failure {
  return {
    code: 'not-covered',
    path: jsonPointer('lines', lineIndex, 'origin'),
    message: `${name.en}: no rate is loaded for goods that were made in ${origin}.`,
    mend: 'Ask a customs broker for these goods.',
    zh: {
      message: `${name.zh}：没有载入原产于 ${origin} 的货物的税率。`,
      mend: '请就这些货物咨询报关行。',
    },
  }
}
