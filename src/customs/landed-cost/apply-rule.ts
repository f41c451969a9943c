import type { BilingualText } from '../bilingual-text.ts'
import { isInForce } from '../calendar/local-date.ts'
import type { ChargeRule } from '../destination/charge-rule.ts'
import { conditionsHold } from '../destination/condition-holds.ts'
import { type DecimalText, fromBig, multiplyDecimals, toBig } from '../money/decimal.ts'
import { compare, type Money, sum, zero } from '../money/money.ts'
import { moneyText } from '../money/money-text.ts'
import { combineAll, failure, type Result, success } from '../result.ts'
import { convertAmount } from '../valuation/official-rates.ts'
import { amountsByCount } from './amounts-by-count.ts'
import { chargeOf } from './charge-of.ts'
import type { Charging, WorkedCharge } from './charging.ts'
import { consignmentBase, lineBase } from './line-base.ts'
import { roundToStep } from './round-to-step.ts'
import { tariffCharges } from './tariff-charges.ts'
import { workedRate } from './worked-rate.ts'

/**
 * The charges that one rule of a regime comes to. A rule that is not in force on the day, is not
 * switched on, or whose conditions do not hold comes to none.
 */
export function applyRule(rule: ChargeRule, charging: Charging): Result<readonly WorkedCharge[]> {
  if (!isRuleInForce(rule, charging)) return success([])
  const charged =
    rule.per === 'line' ? chargedByLine(rule, charging) : chargedOnConsignment(rule, charging)
  if (!charged.ok) return charged
  return waived(rule, roundedInTotal(rule, charged.value), charging)
}

function isRuleInForce(
  { id, enabled = true, validFrom, validUntil }: ChargeRule,
  { on, regime, switchedOn }: Charging,
): boolean {
  const window = { from: validFrom ?? regime.validFrom, ...(validUntil && { until: validUntil }) }
  return isInForce(window, on) && (enabled || switchedOn.has(id))
}

/** Each line by itself; a line that a condition leaves out bears nothing. */
function chargedByLine(rule: ChargeRule, charging: Charging): Result<readonly WorkedCharge[]> {
  const borne = linesBearing(rule, charging)
  if (!borne.ok) return borne
  const { rate } = rule
  if (rate.from === 'tariff' || rate.from === 'programmes') {
    return success(tariffCharges(rule, borne.value, charging))
  }
  if (rate.from === 'amount') return amountsByCount(rule, { rate, lines: borne.value }, charging)
  const charges = combineAll(
    borne.value.map((lineIndex) => {
      const base = lineBase(rule, lineIndex, charging)
      if (!base.ok) return base
      const worked = workedRate({ rule, base: base.value, lineIndex }, charging)
      return worked.ok
        ? success(chargeOf(rule, { ...worked.value, base: base.value.money, lineIndex }, charging))
        : worked
    }),
  )
  return charges
}

/** The lines for which the conditions of a rule hold. */
function linesBearing(
  { when = [] }: ChargeRule,
  { facts, valued }: Charging,
): Result<readonly number[]> {
  const answers = valued.lines.map((_, lineIndex) => ({
    lineIndex,
    answer: conditionsHold(when, { ...facts, lineIndex }),
  }))
  const missing = answers.flatMap(({ answer }) => (answer.is === 'unknown' ? answer.missing : []))
  const [first, ...others] = missing
  if (first !== undefined) return failure(first, ...others)
  return success(
    answers.flatMap(({ lineIndex, answer }) => (answer.is === 'yes' ? [lineIndex] : [])),
  )
}

function chargedOnConsignment(
  rule: ChargeRule,
  charging: Charging,
): Result<readonly WorkedCharge[]> {
  const holds = conditionsHold(rule.when ?? [], charging.facts)
  if (holds.is === 'unknown') return failure(...holds.missing)
  if (holds.is === 'no') return success([])
  const { rate } = rule
  if (rate.from === 'amount') {
    const lines = charging.valued.lines.map((_, index) => index)
    return amountsByCount(rule, { rate, lines }, charging)
  }
  const base = consignmentBase(rule, charging)
  if (!base.ok) return base
  const worked = workedRate({ rule, base: base.value }, charging)
  if (!worked.ok) return worked
  return success([chargeOf(rule, { ...worked.value, base: base.value.money }, charging)])
}

/**
 * Rounds the sum over the lines where the law rounds that too. What this changes goes to the line
 * with the greatest amount, the first of them where several are as great.
 */
function roundedInTotal(
  { totalRounding }: ChargeRule,
  charges: readonly WorkedCharge[],
): readonly WorkedCharge[] {
  const [first] = charges
  if (totalRounding === undefined || first === undefined) return charges
  const { currency } = first.amount
  const total = sum(
    charges.map(({ amount }) => amount),
    currency,
  )
  const difference = toBig(roundToStep(total.amount, totalRounding)).minus(total.amount)
  if (difference.eq(0)) return charges
  const greatest = charges.reduce((left, right) =>
    compare(right.amount, left.amount) > 0 ? right : left,
  )
  return charges.map((charge) => {
    if (charge !== greatest) return charge
    const amount = { amount: fromBig(toBig(charge.amount.amount).plus(difference)), currency }
    return { ...charge, amount, statutory: amount, formula: afterTotal(charge, amount, total) }
  })
}

function afterTotal({ formula }: WorkedCharge, amount: Money, total: Money): BilingualText {
  return {
    en: `${formula.en}; the sum of ${moneyText(total)} is rounded, which makes it ${moneyText(amount)}`,
    zh: `${formula.zh}；合计 ${moneyText(total)} 取整后为 ${moneyText(amount)}`,
  }
}

/** A tax that is so small that it is not collected. */
function waived(
  rule: ChargeRule,
  charges: readonly WorkedCharge[],
  { facts: { destination, rates }, on }: Charging,
): Result<readonly WorkedCharge[]> {
  const { waivedUpTo, waivedPer = 'consignment' } = rule
  if (waivedUpTo === undefined || charges.length === 0) return success(charges)
  const { currency } = destination
  const limit = convertAmount(rates, waivedUpTo, { to: currency, on, path: '' })
  if (!limit.ok) return limit
  const total = sum(
    charges.map(({ amount }) => amount),
    currency,
  )
  const isWaived = ({ amount }: WorkedCharge) =>
    compare(waivedPer === 'line' ? amount : total, limit.value.money) <= 0
  return success(
    charges.map((charge) => (isWaived(charge) ? withoutAmount(charge, limit.value.money) : charge)),
  )
}

function withoutAmount(charge: WorkedCharge, limit: Money): WorkedCharge {
  const nothing = zero(charge.amount.currency)
  return {
    ...charge,
    amount: { ...nothing, amount: multiplyDecimals(charge.amount.amount, '0' as DecimalText) },
    statutory: nothing,
    formula: {
      en: `${charge.formula.en}; not collected, because it is not over ${moneyText(limit)}`,
      zh: `${charge.formula.zh}；未超过 ${moneyText(limit)}，免征`,
    },
  }
}
