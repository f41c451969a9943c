import { Big } from 'big.js'
import type { LocalDate } from '../calendar/local-date.ts'
import { isZero } from '../money/decimal.ts'
import { moneyText } from '../money/money-text.ts'
import { compare, type Money, subtract } from '../money/money.ts'
import type { ExchangeRates } from '../tariff/exchange-rates.ts'
import type { Quote, RateUsed } from './quote.ts'
import type { AssessedTaxLine, Cause, Circumstances, QuotedTax } from './tax-difference.ts'

/**
 * Why the authority took another value than the quote. Two causes can be told apart: the duty that
 * the value for VAT contains, and the official rate of another period. Every other one stays what it
 * is, another value. There is no cause where the values agree or are not both known.
 */
export function causeOfValueDifference(
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

/** The two values that a tax was worked out from. */
interface Bases {
  readonly quoted: Money
  readonly assessed: Money
}

/**
 * VAT is charged on the duty too, so a difference in duty repeats itself there and needs no cause
 * of its own.
 */
function followsFromDuty(
  { taxType }: QuotedTax,
  bases: Bases,
  dutyDifference: Money | undefined,
): Cause | undefined {
  if (!['B00', 'B05'].includes(taxType) || dutyDifference === undefined) return undefined
  if (compare(subtract(bases.assessed, bases.quoted), dutyDifference) !== 0) return undefined
  return {
    cause: 'follows-from-duty',
    explanation: {
      en: `The value for VAT contains the duty, which was assessed ${differenceText(dutyDifference, 'en')} than quoted.`,
      zh: `增值税计税价格包含关税，而核定关税较报价${differenceText(dutyDifference, 'zh')}。`,
    },
  }
}

/** The size of a difference and its direction, in words. */
function differenceText({ amount, currency }: Money, language: 'en' | 'zh'): string {
  const isHigher = new Big(amount).gt(0)
  const absolute = moneyText({ amount: amount.replace('-', '') as Money['amount'], currency })
  if (language === 'zh') return `${isHigher ? '高' : '低'}${absolute}`
  return `${absolute} ${isHigher ? 'higher' : 'lower'}`
}

/** Bases are rounded to the penny on both sides, so a rate read back from them is this inexact. */
const PENNIES_OF_DOUBT = '0.02'

/**
 * Reads the rate back that the authority must have used, and looks for it among the published ones.
 */
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

/** Names both rates with the periods they were published for. */
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
