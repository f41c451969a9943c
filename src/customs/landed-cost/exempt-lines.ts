import type { BilingualText } from '../bilingual-text.ts'
import type { ChargeRule } from '../destination/charge-rule.ts'
import type { ConditionFacts } from '../destination/condition-facts.ts'
import type { Destination } from '../destination/destination.ts'
import { zero } from '../money/money.ts'
import { holdsOn } from '../tariff/dated-rule.ts'
import { chargeOf } from './charge-of.ts'
import type { Charging, ChosenTariff, WorkedCharge } from './charging.ts'
import type { ChargeBase } from './line-base.ts'
import type { QuoteLine } from './quote-request.ts'
import { isRuleInForce, type RuleContext } from './rule-in-force.ts'

/** A case of goods that bear nothing of a charge, as the data of a destination have it. */
type ExemptCase = NonNullable<Destination['exemptGoods']>[number]['cases'][number]

/** A line that bears nothing of a charge, and why. */
export interface ExemptLine {
  readonly lineIndex: number
  readonly because: ExemptCase
}

/** The lines whose goods the law exempts from a charge under the options that are chosen for them. */
export function exemptLines(
  { exempt }: ChargeRule,
  { facts, tariffs }: Charging,
): readonly ExemptLine[] {
  if (exempt === undefined) return []
  const lines: ExemptLine[] = []
  for (const [lineIndex, line] of facts.request.lines.entries()) {
    const because = exemptCase(exempt, { line, chosen: tariffs[lineIndex] }, facts)
    if (because !== undefined) lines.push({ lineIndex, because })
  }
  return lines
}

/** Whether some charge of the regime exempts the goods of a line once this option is chosen. */
export function sparesCharge(
  chosen: ChosenTariff,
  facts: ConditionFacts & { readonly lineIndex: number },
  rules: RuleContext,
): boolean {
  const line = facts.request.lines[facts.lineIndex]!
  return rules.regime.charges.some(
    (rule) =>
      rule.exempt !== undefined &&
      isRuleInForce(rule, rules) &&
      exemptCase(rule.exempt, { line, chosen }, facts) !== undefined,
  )
}

/** Goods, and what the tariff says of them where it is asked. */
interface GoodsAsked {
  readonly line: QuoteLine
  readonly chosen: ChosenTariff | undefined
}

/** The case of exempt goods that a line falls under on the day. */
function exemptCase(
  id: string,
  { line, chosen }: GoodsAsked,
  { destination, on }: ConditionFacts,
): ExemptCase | undefined {
  const { origin } = line
  if (origin === undefined) return undefined
  const claimed = claimedPreference(line, chosen)
  return destination.exemptGoods
    ?.find((goods) => goods.id === id)
    ?.cases.find(
      (candidate) =>
        holdsOn(candidate, on) &&
        candidate.origins.includes(origin) &&
        (candidate.preferences === undefined ||
          (claimed !== undefined && candidate.preferences.includes(claimed))),
    )
}

/**
 * The preference under which the goods come in: that of the option, or for goods that have no rate of
 * their own under it, such as those that are free for all, the one that the line states.
 */
function claimedPreference(
  { preference }: QuoteLine,
  chosen: ChosenTariff | undefined,
): string | undefined {
  const ofOption = chosen?.option.claim?.preference
  if (ofOption !== undefined || preference === undefined) return ofOption
  const hasRate = chosen?.tariff.options.some(({ claim }) => claim?.preference === preference)
  return hasRate === true ? undefined : preference
}

/** A base that was added up without some lines, which its words say. */
export function withoutLines(
  exempt: readonly ExemptLine[],
  { money, words }: ChargeBase,
): ChargeBase {
  if (exempt.length === 0) return { money, words }
  const { en, zh } = exemptWords(exempt)
  return { money, words: { en: `without ${en}: ${words.en}`, zh: `不含${zh}：${words.zh}` } }
}

/** What a charge comes to where the law exempts all goods. */
export function chargeOnNothing(
  rule: ChargeRule,
  exempt: readonly ExemptLine[],
  charging: Charging,
): WorkedCharge {
  const { law, validFrom } = exempt[0]!.because
  const nothing = zero(charging.facts.destination.currency)
  const { en, zh } = exemptWords(exempt)
  return chargeOf(
    rule,
    {
      exact: nothing,
      rate: 'free',
      words: { en: `exempt: ${en}`, zh: `免收：${zh}` },
      law,
      inForceFrom: validFrom,
    },
    charging,
  )
}

/** The lines by why they are exempt: `line 1 (goods of Israel)`. */
function exemptWords(exempt: readonly ExemptLine[]): BilingualText {
  const cases = [...new Set(exempt.map(({ because }) => because))].map((because) => {
    const numbers = exempt
      .filter((line) => line.because === because)
      .map(({ lineIndex }) => lineIndex + 1)
    return { because, numbers }
  })
  return {
    en: cases
      .map(
        ({ because, numbers }) =>
          `${numbers.length === 1 ? 'line' : 'lines'} ${numbers.join(', ')} (${because.name.en})`,
      )
      .join(', '),
    zh: cases
      .map(({ because, numbers }) => `第${numbers.join('、')}行（${because.name.zh}）`)
      .join('、'),
  }
}
