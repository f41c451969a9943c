import type { BilingualText } from '../bilingual-text.ts'
import { addDecimals, decimal, type DecimalText } from '../money/decimal.ts'
import { moneyText } from '../money/money-text.ts'
import { inMinorUnits, type Money, sum } from '../money/money.ts'
import type { ReckonedSale } from '../landed-cost/landed-cost-of.ts'
import { isAtRisk } from '../northern-ireland/is-at-risk.ts'
import { ruleOn } from '../northern-ireland/northern-ireland-rules.ts'
import type { QuoteInFull } from './quote-northern-ireland-in-full.ts'
import type { QuotedRisk } from './quote.ts'
import type { BothDuties } from './reckon-northern-ireland.ts'

/**
 * Whether an item is at risk. Without a trader whom customs trust with it, or where it comes from Great
 * Britain, nothing is compared: it is.
 */
export function riskOfItem(
  itemNumber: number,
  { union, kingdom }: BothDuties,
  { northernIreland, on, lane }: Pick<QuoteInFull, 'northernIreland' | 'on' | 'lane'>,
): QuotedRisk {
  const unionDuty = dutyOf(union, itemNumber)
  const rule = ruleOn(northernIreland.notAtRisk, on)
  if (kingdom === undefined || rule === undefined) {
    const why = lane.statements.includes('NIDOM') ? fromGreatBritain : notTrusted
    return { isAtRisk: true, unionDuty, why: why(moneyText(unionDuty)) }
  }
  const ukDuty = dutyOf(kingdom, itemNumber)
  const { atRiskFromPercent } = rule
  const atRisk = isAtRisk(
    {
      customsValue: valueOf(union, itemNumber).amount,
      unionDuty: exactDutyOf(union, itemNumber),
      ukDuty: exactDutyOf(kingdom, itemNumber),
    },
    atRiskFromPercent,
  )
  const compared = { union: moneyText(unionDuty), uk: moneyText(ukDuty), atRiskFromPercent }
  return { isAtRisk: atRisk, unionDuty, ukDuty, why: (atRisk ? tooMuch : stays)(compared) }
}

/** The same before it is cut to the penny, which would hide a difference of just the share. */
function exactDutyOf({ charging: { tariffs } }: ReckonedSale, itemNumber: number): DecimalText {
  const duties = tariffs[itemNumber - 1]?.option.duties ?? []
  return addDecimals(
    decimal('0'),
    ...duties.filter(({ kind }) => kind !== 'excise').map(({ exact }) => exact.amount),
  )
}

/** What an item bears under a tariff: its customs duty with all that stands beside it. */
function dutyOf({ charges, charging }: ReckonedSale, itemNumber: number): Money {
  const duties = charges.filter(
    ({ lineNumber, kind }) =>
      lineNumber === itemNumber && (kind === 'customs-duty' || kind === 'additional-duty'),
  )
  return inMinorUnits(
    sum(
      duties.map(({ amount }) => amount),
      charging.facts.destination.currency,
    ),
  )
}

/** @throws Error for a value that is not known, because the duty was worked out on it */
function valueOf({ charging }: ReckonedSale, itemNumber: number): Money {
  const value = charging.valued.lines[itemNumber - 1]!.parts['customs-value']
  if (!value.ok) throw new Error(`a value is not known: ${value.failures[0].message}`)
  return value.value
}

const fromGreatBritain = (union: string): BilingualText => ({
  en: `at risk of moving on to the European Union, whose duty of ${union} is due.`,
  zh: `有流入欧盟的风险，须缴欧盟关税${union}。`,
})

const notTrusted = (union: string): BilingualText => ({
  en: `at risk, because no authorised trader states that it stays in the United Kingdom; the duty of the European Union of ${union} is due.`,
  zh: `无被授权贸易商声明留在英国，视为有风险；须缴欧盟关税${union}。`,
})

interface Compared {
  readonly union: string
  readonly uk: string
  readonly atRiskFromPercent: string
}

const tooMuch = ({ union, uk, atRiskFromPercent }: Compared): BilingualText => ({
  en: `at risk, because the duty of the European Union of ${union} is higher than that of the United Kingdom of ${uk} by ${atRiskFromPercent}% of the value or more; it is due.`,
  zh: `欧盟关税${union}高出英国关税${uk}达货值的${atRiskFromPercent}%及以上，视为有风险，须缴欧盟关税。`,
})

const stays = ({ union, uk, atRiskFromPercent }: Compared): BilingualText => ({
  en: `not at risk (NIREM), because it stays in the United Kingdom and the duty of the European Union of ${union} is not higher than that of the United Kingdom of ${uk} by ${atRiskFromPercent}% of the value; the latter is due.`,
  zh: `留在英国，且欧盟关税${union}未高出英国关税${uk}达货值的${atRiskFromPercent}%，无风险（NIREM），须缴英国关税。`,
})
