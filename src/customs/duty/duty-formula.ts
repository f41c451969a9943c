import type { BilingualText } from '../bilingual-text.ts'
import { moneyText } from '../money/money-text.ts'
import type { Money } from '../money/money.ts'
import { rateText } from './duty-text.ts'
import type { EvaluatedSum } from './evaluate-duty.ts'
import type { EvaluatedTerm } from './evaluate-term.ts'
import type { MeasurementUnits } from './measurement-units.ts'
import type { Counted } from './quantity-in.ts'

/** A duty that was worked out, and what its words need beside it. */
export interface DutyWorkings {
  readonly duty: Money
  readonly sums: readonly EvaluatedSum[]
  /** The value itself: nothing of it is still something to say. */
  readonly base?: Money
  readonly units: MeasurementUnits
}

type Language = keyof BilingualText

const customsValueName: BilingualText = { en: 'customs value', zh: '完税价格' }
const retailPriceName: BilingualText = { en: 'retail price', zh: '零售价' }
const supplementary: BilingualText = {
  en: 'nothing (the quantity is declared)',
  zh: '不计税（仅申报数量）',
}

/**
 * The arithmetic of a duty in words with the numbers in it, so that a reader can do it again.
 *
 * @example 'customs value GBP 100.00 × 8% + 5 kg × 21 GBP/100 kg = GBP 9.05'
 * @example 'customs value GBP 1000.00 × 10% = GBP 100.00; at least 1000 kg × 22 GBP/100 kg =
 *   GBP 220.00; so GBP 220.00'
 */
export function dutyFormula(workings: DutyWorkings): BilingualText {
  return { en: inLanguage(workings, 'en'), zh: inLanguage(workings, 'zh') }
}

const words = {
  minimum: { en: 'at least ', zh: '不低于 ' },
  maximum: { en: 'at most ', zh: '不高于 ' },
  separator: { en: '; ', zh: '；' },
  so: { en: 'so ', zh: '故为 ' },
} as const satisfies Readonly<Record<string, BilingualText>>

function inLanguage(workings: DutyWorkings, language: Language): string {
  const { sums, duty } = workings
  if (sums.length === 0) return freeText(workings, language)
  const bounds = sums.map(({ bound, terms, amount }) => {
    const before = bound === undefined ? '' : words[bound][language]
    const sum = { amount, currency: duty.currency }
    return `${before}${termsText(terms, workings, language)} = ${moneyText(sum)}`
  })
  if (bounds.length > 1) bounds.push(`${words.so[language]}${moneyText(duty)}`)
  return bounds.join(words.separator[language])
}

function freeText({ base, duty }: DutyWorkings, language: Language): string {
  const name = customsValueName[language]
  const value = base === undefined ? '' : ` ${moneyText(base)}`
  return `${name}${value} × 0% = ${moneyText(duty)}`
}

function termsText(
  terms: readonly EvaluatedTerm[],
  workings: DutyWorkings,
  language: Language,
): string {
  return terms
    .map((evaluated, index) => {
      const { operator } = evaluated.term
      const joined = index === 0 ? '' : operator === 'subtract' ? ' - ' : ' + '
      const sign = index === 0 && operator === 'subtract' ? '-' : ''
      return `${joined}${sign}${termText(evaluated, workings, language)}`
    })
    .join('')
}

/** What the rate is applied to, times the rate. */
function termText(evaluated: EvaluatedTerm, workings: DutyWorkings, language: Language): string {
  const { term, base, counted, exchange } = evaluated
  const rate = printedRate(evaluated, workings.units)
  const conversion =
    exchange === undefined ? '' : ` × ${exchange.rate} ${exchange.to}/${exchange.from}`
  switch (term.kind) {
    case 'ad-valorem':
      return `${valueText(base, customsValueName, language)} × ${rate}`
    case 'retail-price':
      return `${valueText(base, retailPriceName, language)} × ${rate}`
    case 'specific':
    case 'small-producers-relief':
    case 'agricultural':
      return [
        ...counted.map((amount) => countedText(amount, language)),
        `${rate}${conversion}`,
      ].join(' × ')
    case 'supplementary-unit':
      return supplementary[language]
  }
}

/** Beside the value or the quantities themselves, the bare rate says enough. */
function printedRate({ term }: EvaluatedTerm, units: MeasurementUnits): string {
  if (term.kind === 'retail-price') return `${term.percent}%`
  if (term.kind === 'small-producers-relief') return term.factor
  return rateText(term, units)
}

function valueText(value: Money | undefined, name: BilingualText, language: Language): string {
  return value === undefined ? name[language] : `${name[language]} ${moneyText(value)}`
}

/** `5 kg`, `12 × 100 kg`: a number before a symbol that begins with one would read as one number. */
function countedText({ amount, unit }: Counted, language: Language): string {
  const { symbol, counted } = unit
  if (counted !== undefined) return counted[language].replace('{amount}', amount)
  return /^\d/.test(symbol) ? `${amount} × ${symbol}` : `${amount} ${symbol}`
}
