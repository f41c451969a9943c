import { Big } from 'big.js'
import type { BilingualText } from '../bilingual-text.ts'
import type { LocalDate } from '../calendar/local-date.ts'
import { isDecimalText, isZero, toBig } from '../money/decimal.ts'
import { moneyText } from '../money/money-text.ts'
import { compare, type Money, subtract } from '../money/money.ts'
import type { ExchangeRates, RateUsed } from '../tariff/exchange-rates.ts'
import type { Quote } from './quote.ts'
import type { AssessedTaxLine, QuotedTax, TaxDifference } from './tax-difference.ts'

type Cause = Pick<TaxDifference, 'cause' | 'explanation'>

interface Circumstances {
  readonly quote: Quote
  readonly exchangeRates: ExchangeRates | undefined
  /** Assessed duty less quoted duty of the same item. */
  readonly dutyDifference: Money | undefined
}

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
    otherBase(quoted, assessed, circumstances) ??
    otherAmount(quoted, assessed)
  )
}

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

function otherBase(
  quoted: QuotedTax,
  assessed: AssessedTaxLine,
  { quote, exchangeRates, dutyDifference }: Circumstances,
): Cause | undefined {
  if (quoted.base === undefined || assessed.base === undefined) return undefined
  if (compare(quoted.base, assessed.base) === 0) return undefined
  const bases = { quoted: quoted.base, assessed: assessed.base }
  return (
    followsFromDuty(quoted, bases, dutyDifference) ??
    otherExchangeRate(bases, quote, exchangeRates) ?? {
      cause: 'value-differs',
      explanation: {
        en: `Customs took ${moneyText(bases.assessed)} as the value where ${moneyText(bases.quoted)} was quoted.`,
        zh: `海关认定的价格为${moneyText(bases.assessed)}，报价为${moneyText(bases.quoted)}。`,
      },
    }
  )
}

interface Bases {
  readonly quoted: Money
  readonly assessed: Money
}

function followsFromDuty(
  { taxType }: QuotedTax,
  bases: Bases,
  dutyDifference: Money | undefined,
): Cause | undefined {
  if (taxType !== 'B00' || dutyDifference === undefined) return undefined
  if (compare(subtract(bases.assessed, bases.quoted), dutyDifference) !== 0) return undefined
  return {
    cause: 'follows-from-duty',
    explanation: {
      en: `The value for VAT contains the duty, which was assessed ${differenceText(dutyDifference, 'en')} than quoted.`,
      zh: `增值税计税价格包含关税，而核定关税较报价${differenceText(dutyDifference, 'zh')}。`,
    },
  }
}

function differenceText({ amount, currency }: Money, language: 'en' | 'zh'): string {
  const isHigher = new Big(amount).gt(0)
  const absolute = moneyText({ amount: amount.replace('-', '') as Money['amount'], currency })
  if (language === 'zh') return `${isHigher ? '高' : '低'}${absolute}`
  return `${absolute} ${isHigher ? 'higher' : 'lower'}`
}

/** Bases are rounded to the penny on both sides, so a rate read back from them is this inexact. */
const PENNIES_OF_DOUBT = '0.02'

function otherExchangeRate(
  bases: Bases,
  quote: Quote,
  exchangeRates: ExchangeRates | undefined,
): Cause | undefined {
  const [used] = quote.inputs.exchangeRates
  if (used === undefined || exchangeRates === undefined || isZero(bases.assessed.amount)) {
    return undefined
  }
  const implied = new Big(used.unitsPerBase).times(bases.quoted.amount).div(bases.assessed.amount)
  const doubt = implied.times(PENNIES_OF_DOUBT).div(bases.assessed.amount)
  const other = exchangeRates.periods.find(({ unitsPerBase }) => {
    const rate = unitsPerBase.get(used.currency)
    return rate !== undefined && new Big(rate).minus(implied).abs().lte(doubt)
  })
  if (other === undefined) return undefined
  return exchangeRateCause(used, other.unitsPerBase.get(used.currency) ?? '', other.from)
}

function exchangeRateCause(used: RateUsed, otherRate: string, otherFrom: LocalDate): Cause {
  const { currency, unitsPerBase, from } = used
  return {
    cause: 'exchange-rate-differs',
    explanation: {
      en: `Customs converted ${currency} at ${otherRate}, the rate from ${otherFrom}; quoted at ${unitsPerBase}, the rate from ${from}.`,
      zh: `海关按${otherFrom}起的汇率${otherRate}折算${currency}，报价采用${from}起的汇率${unitsPerBase}。`,
    },
  }
}

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
