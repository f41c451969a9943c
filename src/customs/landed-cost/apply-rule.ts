import type { BilingualText } from '../bilingual-text.ts'
import type { ChargeRule } from '../destination/charge-rule.ts'
import { atLine } from '../destination/condition-facts.ts'
import { conditionsHold } from '../destination/condition-holds.ts'
import { apportion } from '../money/apportion.ts'
import { compare, inMinorUnits, type Money, sum, zero } from '../money/money.ts'
import { moneyText } from '../money/money-text.ts'
import { combineAll, failure, type Failure, type Result, resultOf, success } from '../result.ts'
import { convertAmount } from '../valuation/official-rates.ts'
import { amountsByCount } from './amounts-by-count.ts'
import { chargeOf } from './charge-of.ts'
import type { ChangedLine, Charging, WorkedCharge } from './charging.ts'
import { chargeOnNothing, exemptLines, withoutLines } from './exempt-lines.ts'
import { chargesNamed, consignmentBase, isValuePart, lineBase } from './line-base.ts'
import { roundToStep } from './round-to-step.ts'
import { isRuleInForce } from './rule-in-force.ts'
import { tariffCharges } from './tariff-charges.ts'
import { workedRate } from './worked-rate.ts'

/**
 * The charges that one rule of a regime comes to. A rule that is not in force on the day, is not
 * switched on, or whose conditions do not hold comes to none.
 */
export function applyRule(rule: ChargeRule, charging: Charging): Result<readonly WorkedCharge[]> {
  if (!isRuleInForce(rule, charging)) return success([])
  const { changed } = charging
  if (changed !== undefined && isOfEachLineAlone(rule, changed, charging)) {
    return chargedAnew(rule, changed, charging)
  }
  const charged =
    rule.per === 'line'
      ? chargedByLine(rule, allLines(charging), charging)
      : chargedOnConsignment(rule, charging)
  if (!charged.ok) return charged
  return waived(rule, roundedInTotal(rule, charged.value), charging)
}

function allLines({ valued }: Charging): readonly number[] {
  return valued.lines.map((_, index) => index)
}

/** Whether what the other lines bear stays as it was, whatever is charged on the one that changed. */
function isOfEachLineAlone(
  { per, rate, base, totalRounding, waivedUpTo, waivedPer }: ChargeRule,
  changed: ChangedLine,
  charging: Charging,
): boolean {
  return (
    per === 'line' &&
    rate.from !== 'amount' &&
    totalRounding === undefined &&
    (waivedUpTo === undefined || waivedPer === 'line') &&
    (base?.sum ?? []).every((part) => isAsBefore(part, changed, charging))
  )
}

/** Whether the charges that a base names are those of before, but for the line that changed. */
function isAsBefore(part: string, { lineIndex, before }: ChangedLine, charging: Charging): boolean {
  if (isValuePart(part)) return true
  return chargesNamed(part, charging).every(
    (charge) => charge.lineNumber === lineIndex + 1 || before.includes(charge),
  )
}

/** The charges of one line worked out anew, and those of the others as they were before. */
function chargedAnew(
  rule: ChargeRule,
  { lineIndex, before }: ChangedLine,
  charging: Charging,
): Result<readonly WorkedCharge[]> {
  const charged = chargedByLine(rule, [lineIndex], charging)
  const own = charged.ok ? waived(rule, charged.value, charging) : charged
  if (!own.ok) return own
  const others = before.filter(
    (charge) => charge.rule === rule.id && charge.lineNumber !== lineIndex + 1,
  )
  return success([...own.value, ...others])
}

/** Each line by itself; a line that a condition leaves out bears nothing. */
function chargedByLine(
  rule: ChargeRule,
  lines: readonly number[],
  charging: Charging,
): Result<readonly WorkedCharge[]> {
  const borne = linesBearing(rule, lines, charging)
  if (!borne.ok) return borne
  const { rate } = rule
  if (rate.from === 'tariff' || rate.from === 'programmes') {
    return success(tariffCharges(rule, borne.value, charging))
  }
  if (rate.from === 'amount') return amountsByCount(rule, { rate, lines: borne.value }, charging)
  return combineAll(
    borne.value.map((lineIndex) => {
      const base = lineBase(rule, lineIndex, charging)
      if (!base.ok) return base
      const { money, count } = base.value
      const worked = workedRate({ rule, base: base.value, lineIndex }, charging)
      return worked.ok
        ? success(chargeOf(rule, { base: money, count, lineIndex, ...worked.value }, charging))
        : worked
    }),
  )
}

/** The lines for which the conditions of a rule hold. */
function linesBearing(
  { when = [] }: ChargeRule,
  lines: readonly number[],
  { facts }: Charging,
): Result<readonly number[]> {
  if (when.length === 0) return success(lines)
  const bearing: number[] = []
  const missing: Failure[] = []
  for (const lineIndex of lines) {
    const answer = conditionsHold(when, atLine(facts, lineIndex))
    if (answer.is === 'yes') bearing.push(lineIndex)
    if (answer.is === 'unknown') missing.push(...answer.missing)
  }
  return resultOf(missing, () => bearing)
}

function chargedOnConsignment(
  rule: ChargeRule,
  charging: Charging,
): Result<readonly WorkedCharge[]> {
  const holds = conditionsHold(rule.when ?? [], charging.facts)
  if (holds.is === 'unknown') return failure(...holds.missing)
  if (holds.is === 'no') return success([])
  const lines = allLines(charging)
  const exempt = exemptLines(rule, charging)
  if (exempt.length === lines.length) return success([chargeOnNothing(rule, exempt, charging)])
  const { rate } = rule
  const bearing = lines.filter((index) => exempt.every(({ lineIndex }) => lineIndex !== index))
  if (rate.from === 'amount') return amountsByCount(rule, { rate, lines: bearing }, charging)
  const base = consignmentBase(rule, bearing, charging)
  if (!base.ok) return base
  const worked = workedRate({ rule, base: withoutLines(exempt, base.value) }, charging)
  if (!worked.ok) return worked
  return success([chargeOf(rule, { base: base.value.money, ...worked.value }, charging)])
}

/**
 * Rounds the sum over the lines where the law rounds that too, and shares it over the lines again in
 * proportion to what each bears, to the coin.
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
  const rounded: Money = { amount: roundToStep(total.amount, totalRounding), currency }
  if (compare(rounded, total) === 0) return charges
  const shares = apportion(
    rounded,
    charges.map(({ amount }) => amount.amount),
  )
  return charges.map((charge, index) => {
    const amount = shares[index]!
    const formula = afterTotal(charge.formula, { amount, total, rounded })
    return { ...charge, amount, formula }
  })
}

function afterTotal(
  { en, zh }: BilingualText,
  made: { readonly amount: Money; readonly total: Money; readonly rounded: Money },
): BilingualText {
  const [amount, total, rounded] = [made.amount, made.total, made.rounded].map(moneyText)
  return {
    en: `${en}; the sum of ${total} counts as ${rounded}, of which ${amount} is for this line`,
    zh: `${zh}；合计 ${total} 取整为 ${rounded}，本行承担 ${amount}`,
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
    amount: inMinorUnits(nothing),
    statutory: nothing,
    formula: {
      en: `${charge.formula.en}; not collected, because it is not over ${moneyText(limit)}`,
      zh: `${charge.formula.zh}；未超过 ${moneyText(limit)}，免征`,
    },
  }
}
