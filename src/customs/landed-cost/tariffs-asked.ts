import type { ChargeRule } from '../destination/charge-rule.ts'
import { conditionsHold } from '../destination/condition-holds.ts'
import type { ConditionFacts } from '../destination/condition-facts.ts'
import { addDecimals, compareDecimals, type DecimalText } from '../money/decimal.ts'
import { type Result, resultOf, success } from '../result.ts'
import type { ChosenTariff } from './charging.ts'
import type { DutyOption, LineTariff } from './duty-option.ts'
import { eachFailureOnce } from './each-failure-once.ts'
import type { QuoteSources } from './quote-landed-cost.ts'
import { isRuleInForce, type RuleContext } from './rule-in-force.ts'

/**
 * What the tariff says of each line that some charge of the regime asks it about; nothing of the
 * others. A line that a rule leaves out, such as industrial goods to Switzerland, is not held up by a
 * tariff that is not loaded.
 */
export function tariffsAsked(
  facts: ConditionFacts,
  rules: RuleContext,
  sources: QuoteSources,
): Result<readonly (ChosenTariff | undefined)[]> {
  const asking = rules.regime.charges.filter(
    (rule) => isRuleInForce(rule, rules) && asksTariff(rule, sources),
  )
  const tariffs = facts.request.lines.map((_, lineIndex): Result<ChosenTariff | undefined> => {
    const isAsked = asking.some(
      ({ when = [] }) => conditionsHold(when, { ...facts, lineIndex }).is !== 'no',
    )
    if (!isAsked) return success(undefined)
    const tariff = sources.tariffOf({ ...facts, lineIndex })
    return tariff.ok ? success(underBestProven(tariff.value)) : tariff
  })
  // What the whole sale lacks every line lacks.
  const missing = eachFailureOnce(tariffs.flatMap((tariff) => (tariff.ok ? [] : tariff.failures)))
  return resultOf(missing, () => tariffs.flatMap((tariff) => (tariff.ok ? [tariff.value] : [])))
}

/** Whether a charge needs to know what the tariff says of the goods. */
function asksTariff({ rate }: ChargeRule, { tariffStatesVat }: QuoteSources): boolean {
  switch (rate.from) {
    case 'tariff':
    case 'programmes':
      return true
    case 'byGoods':
      return rate.unlessTariffFree === true
    case 'vat':
      return tariffStatesVat === 'for-some-goods'
    case 'percent':
    case 'fraction':
    case 'scale':
    case 'byOrigin':
    case 'amount':
      return false
  }
}

/** Nobody has to pay more than the law asks: among the options that are proven the least duty counts. */
function underBestProven(tariff: LineTariff): ChosenTariff {
  const proven = tariff.options.filter(({ isProven }) => isProven)
  const option = proven.reduce<DutyOption>(
    (best, candidate) =>
      compareDecimals(exactDuty(candidate), exactDuty(best)) < 0 ? candidate : best,
    tariff.options[0],
  )
  return { tariff, option }
}

/** All that an option puts on the goods of its line, before any rounding. */
function exactDuty({ duties }: DutyOption): DecimalText {
  return addDecimals(...duties.map(({ exact }) => exact.amount))
}
