import type { ChargeRule } from '../destination/charge-rule.ts'
import { conditionsHold } from '../destination/condition-holds.ts'
import { atLine, type ConditionFacts } from '../destination/condition-facts.ts'
import { addDecimals, compareDecimals, type DecimalText } from '../money/decimal.ts'
import { combineAll, type Result, success } from '../result.ts'
import type { Charging, ChosenTariff } from './charging.ts'
import type { DutyOption, GoodsInTariff, LineTariff } from './duty-option.ts'
import { sparesCharge } from './exempt-lines.ts'
import type { QuoteSources } from './quote-landed-cost.ts'
import { isRuleInForce, type RuleContext } from './rule-in-force.ts'

/** What the tariff says of each line, as far as some charge of the regime asks it. */
export type TariffsAsked = Pick<Charging, 'goods' | 'tariffs'>

/**
 * Asks the tariff about each line only what some charge of the regime needs: a line that a rule leaves
 * out, such as industrial goods to Switzerland, is not held up by a tariff that is not loaded, and goods
 * that only bear VAT not by the weight that their duty would depend on.
 */
export function tariffsAsked(
  facts: ConditionFacts,
  rules: RuleContext,
  sources: QuoteSources,
): Result<TariffsAsked> {
  const asking = rules.regime.charges
    .filter((rule) => isRuleInForce(rule, rules))
    .map((rule) => ({ asks: whatIsAsked(rule, sources), when: rule.when ?? [] }))
    .filter(({ asks }) => asks !== 'nothing')
  const answers = combineAll(
    facts.request.lines.map((_, lineIndex): Result<AskedLine> => {
      const question = atLine(facts, lineIndex)
      const ofLine = asking.filter(({ when }) => conditionsHold(when, question).is !== 'no')
      if (ofLine.some(({ asks }) => asks === 'duty')) {
        const tariff = sources.tariffOf(question)
        if (!tariff.ok) return tariff
        const chosen = underBestProven(tariff.value, (option) =>
          sparesCharge({ tariff: tariff.value, option }, question, rules),
        )
        return success({ goods: tariff.value, tariff: chosen })
      }
      if (ofLine.length === 0) return success({})
      const goods = sources.goodsOf(question)
      return goods.ok ? success({ goods: goods.value }) : goods
    }),
  )
  // What the whole sale lacks every line lacks, and the caller names it once.
  if (!answers.ok) return answers
  const asked = answers.value
  return success({
    goods: asked.map(({ goods }) => goods),
    tariffs: asked.map(({ tariff }) => tariff),
  })
}

interface AskedLine {
  readonly goods?: GoodsInTariff
  readonly tariff?: ChosenTariff
}

/** What a charge needs to know from the tariff about the goods. */
function whatIsAsked(
  { rate }: ChargeRule,
  { tariffStatesVat }: QuoteSources,
): 'duty' | 'tax' | 'nothing' {
  switch (rate.from) {
    case 'tariff':
    case 'programmes':
      return 'duty'
    case 'byGoods':
      return rate.unlessTariffFree === true ? 'duty' : 'nothing'
    case 'vat':
      return tariffStatesVat === 'for-some-goods' ? 'tax' : 'nothing'
    case 'percent':
    case 'fraction':
    case 'scale':
    case 'byOrigin':
    case 'amount':
      return 'nothing'
  }
}

/**
 * Nobody has to pay more than the law asks: among the options that are proven the least duty counts,
 * and of equal ones that which also spares the goods a fee.
 */
function underBestProven(
  tariff: LineTariff,
  spares: (option: DutyOption) => boolean,
): ChosenTariff {
  const proven = tariff.options.filter(({ isProven }) => isProven)
  const option = proven.reduce<DutyOption>((best, candidate) => {
    const comparison = compareDecimals(exactDuty(candidate), exactDuty(best))
    if (comparison !== 0) return comparison < 0 ? candidate : best
    return spares(candidate) && !spares(best) ? candidate : best
  }, tariff.options[0])
  return { tariff, option }
}

/** All that an option puts on the goods of its line, before any rounding. */
function exactDuty({ duties }: DutyOption): DecimalText {
  return addDecimals(...duties.map(({ exact }) => exact.amount))
}
