import type { ChargeRule } from '../destination/charge-rule.ts'
import { inOneList } from '../in-one-list.ts'
import { compareDecimals, percentOf } from '../money/decimal.ts'
import { moneyText } from '../money/money-text.ts'
import { chargeOf } from './charge-of.ts'
import type { Charging, WorkedCharge } from './charging.ts'
import type { AssessedDuty } from './duty-option.ts'
import { roundToStep } from './round-to-step.ts'

/**
 * The duties of the tariff, or of the programmes that stack on it, under the option that was chosen
 * for each line; one charge a measure.
 */
export function tariffCharges(
  rule: ChargeRule,
  lines: readonly number[],
  charging: Charging,
): readonly WorkedCharge[] {
  const ofLines = lines.map((lineIndex) =>
    dutiesOf(rule, lineIndex, charging).map((duty) =>
      dutyCharge(rule, { duty: capped(onRoundedBase(duty, rule), rule), lineIndex }, charging),
    ),
  )
  return inOneList(ofLines)
}

/** Excise has a rule of its own, because it is no duty; so have the programmes. */
function dutiesOf(
  { kind, rate }: ChargeRule,
  lineIndex: number,
  { tariffs }: Charging,
): readonly AssessedDuty[] {
  const chosen = tariffs[lineIndex]
  if (chosen === undefined) throw new Error('a regime that asks the tariff has one for each line')
  return chosen.option.duties.filter((duty) => {
    if (rate.from === 'programmes') return duty.source === 'programme'
    return duty.source === 'tariff' && (duty.kind === 'excise') === (kind === 'excise')
  })
}

/** A duty by value alone, where the law rounds its base first (Japan: whole 1,000 yen). */
function onRoundedBase(duty: AssessedDuty, { base: ruled }: ChargeRule): AssessedDuty {
  const { base, expression = [] } = duty
  const [term, ...others] = expression
  if (ruled?.rounding === undefined || base === undefined) return duty
  if (term?.kind !== 'ad-valorem' || others.length > 0) return duty
  const rounded = { ...base, amount: roundToStep(base.amount, ruled.rounding) }
  if (compareDecimals(rounded.amount, base.amount) === 0) return duty
  const exact = { ...duty.exact, amount: percentOf(rounded.amount, term.percent) }
  const text = `${moneyText(base)} → ${moneyText(rounded)}; ${moneyText(rounded)} × ${duty.rate} = ${moneyText(exact)}`
  return { ...duty, base: rounded, exact, words: { en: text, zh: text } }
}

/** A flat rate that the law offers instead of the tariff, where it is the lower one. */
function capped(duty: AssessedDuty, { rate }: ChargeRule): AssessedDuty {
  if (rate.from !== 'tariff' || rate.atMostPercent === undefined || duty.base === undefined) {
    return duty
  }
  const amount = percentOf(duty.base.amount, rate.atMostPercent)
  if (duty.kind !== 'customs-duty' || compareDecimals(amount, duty.exact.amount) >= 0) return duty
  const flat = `${rate.atMostPercent}%`
  const exact = { ...duty.exact, amount }
  const text = `${moneyText(duty.base)} × ${flat} = ${moneyText(exact)}`
  return {
    ...duty,
    exact,
    rate: flat,
    expression: [{ kind: 'ad-valorem', percent: rate.atMostPercent }],
    words: { en: `flat rate: ${text}`, zh: `统一税率：${text}` },
  }
}

function dutyCharge(
  rule: ChargeRule,
  { duty, lineIndex }: { readonly duty: AssessedDuty; readonly lineIndex: number },
  charging: Charging,
): WorkedCharge {
  const { kind, name, measure, declaredHeading, law, exact, rate, words, base } = duty
  const { expression, edition } = duty
  return chargeOf(
    rule,
    {
      exact,
      rate,
      words,
      lineIndex,
      wordsEnd: 'with-result',
      edition,
      base,
      expression,
      own: {
        kind,
        measure,
        name: kind === 'customs-duty' ? rule.name : name,
        law,
        declaredHeading,
      },
    },
    charging,
  )
}
