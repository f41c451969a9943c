import { Big } from 'big.js'
import type { BilingualText } from '../bilingual-text.ts'
import { isDecimalText, toBig } from '../money/decimal.ts'
import { moneyText } from '../money/money-text.ts'
import { compare, type Money } from '../money/money.ts'
import { causeOfValueDifference } from './cause-of-value-difference.ts'
import type { AssessedTaxLine, Cause, Circumstances, QuotedTax } from './tax-difference.ts'

/**
 * Why one tax came to another amount than quoted. The causes are tried from the deepest to the
 * shallowest: another code brings another rate, another rate of exchange brings another value.
 */
export function causeOfDifference(
  quoted: QuotedTax,
  assessed: AssessedTaxLine,
  circumstances: Circumstances,
): Cause {
  return (
    otherCode(quoted, assessed, circumstances) ??
    otherRate(quoted, assessed) ??
    causeOfValueDifference(quoted, assessed, circumstances) ??
    otherAmount(quoted, assessed)
  )
}

/** Another code explains rate and amount by itself, so nothing further is looked for. */
function otherCode(
  quoted: QuotedTax,
  { commodityCode }: AssessedTaxLine,
  { quote }: Circumstances,
): Cause | undefined {
  const item = quote.items.find(({ itemNumber }) => itemNumber === quoted.itemNumber)
  if (commodityCode === undefined || commodityCode === item?.commodityCode) return undefined
  return {
    cause: 'commodity-code-differs',
    explanation: {
      en: `Customs classified item ${quoted.itemNumber} under ${commodityCode} instead of ${item?.commodityCode}.`,
      zh: `海关将第${quoted.itemNumber}项归入${commodityCode}，而非${item?.commodityCode}。`,
    },
  }
}

/**
 * Another percentage on the same goods: another edition, a measure that one side does not know, or
 * an error.
 */
function otherRate(quoted: QuotedTax, { ratePercent, base }: AssessedTaxLine): Cause | undefined {
  const quotedPercent = percentOf(quoted)
  if (ratePercent === undefined || quotedPercent === undefined) return undefined
  // The percentage is text from a message; one that is no number cannot be compared, only shown.
  if (!isDecimalText(ratePercent) || toBig(ratePercent).eq(quotedPercent)) return undefined
  const edition = quoted.rate?.edition
  const assessedPercent = toBig(ratePercent).toFixed()
  const value = alsoOtherValue(quoted.base, base)
  return {
    cause: 'rate-differs',
    explanation: {
      en: `Customs charged ${assessedPercent}% where ${edition} has ${quotedPercent}%${value.en}.`,
      zh: `海关按${assessedPercent}%计征，而${edition}的税率为${quotedPercent}%${value.zh}。`,
    },
  }
}

/** The second half of an explanation where not only the rate differs. */
function alsoOtherValue(quoted: Money | undefined, assessed: Money | undefined): BilingualText {
  if (quoted === undefined || assessed === undefined || compare(quoted, assessed) === 0) {
    return { en: '', zh: '' }
  }
  return {
    en: `, on a value of ${moneyText(assessed)} instead of ${moneyText(quoted)}`,
    zh: `，且计税价格为${moneyText(assessed)}而非${moneyText(quoted)}`,
  }
}

/** The quoted rate where it is one percentage; a rate by quantity cannot be compared with one. */
function percentOf({ rate }: QuotedTax): string | undefined {
  if (rate === undefined) return undefined
  const [component, ...others] = rate.expression
  if (component === undefined) return '0'
  return component.kind === 'ad-valorem' && others.length === 0 ? component.percent : undefined
}

/** What is left: the same value and rate, or too little stated to compare. */
function otherAmount(quoted: QuotedTax, { assessed, base, ratePercent }: AssessedTaxLine): Cause {
  const amounts = { assessed: moneyText(assessed), quoted: moneyText(quoted.amount) }
  if (base === undefined || ratePercent === undefined) {
    return {
      cause: 'amount-differs',
      explanation: {
        en: `Customs assessed ${amounts.assessed} instead of ${amounts.quoted} and stated no value or rate to compare.`,
        zh: `海关核定${amounts.assessed}，而非${amounts.quoted}，且未说明计税价格或税率。`,
      },
    }
  }
  const gap = new Big(assessed.amount).minus(quoted.amount.amount).abs()
  if (gap.lte('0.01')) {
    return {
      cause: 'rounding',
      explanation: {
        en: `Customs rounded to ${amounts.assessed}, quoted was ${amounts.quoted}.`,
        zh: `海关舍入为${amounts.assessed}，报价为${amounts.quoted}。`,
      },
    }
  }
  return {
    cause: 'amount-differs',
    explanation: {
      en: `Customs assessed ${amounts.assessed} instead of ${amounts.quoted} on the same value at the same rate, as under a relief or a suspension.`,
      zh: `海关在价格和税率不变的情况下核定${amounts.assessed}，而非${amounts.quoted}，例如适用减免或暂停征税。`,
    },
  }
}
