import type { BilingualText } from '../bilingual-text.ts'
import type { GoodsItem } from '../consignment/consignment.ts'
import { fractionDigits } from '../money/decimal.ts'
import { moneyText } from '../money/money-text.ts'
import type { Money } from '../money/money.ts'
import type { Rounding } from '../money/rounding.ts'
import { type DutyComponent, type DutyExpression, dutyText } from '../tariff/duty-expression.ts'
import type { TaxLineRounding } from '../tariff/thresholds.ts'

/**
 * The numbers of one tax: what it is charged on, at which rate, and what came out before and after
 * rounding.
 */
interface Arithmetic {
  readonly expression: DutyExpression
  readonly base: Money
  readonly baseName: BilingualText
  readonly item: GoodsItem
  readonly exactAmount: Money
  readonly amount: Money
  readonly rounding: TaxLineRounding
}

/** What was done to the exact amount, in words. */
const roundingWords: Readonly<Record<Rounding, BilingualText>> = {
  truncate: { en: 'cut to', zh: '截断为' },
  'half-up': { en: 'rounded to', zh: '四舍五入为' },
  'half-even': { en: 'rounded to', zh: '按银行家舍入为' },
}

/**
 * The arithmetic of a tax in words with the numbers in it, so that a reader can do it again.
 * @example 'customs value GBP 104.30 × 12% = GBP 12.516, cut to GBP 12.51'
 */
export function formulaOf(arithmetic: Arithmetic): BilingualText {
  const { exactAmount, amount, rounding } = arithmetic
  const result = `= ${moneyText(exactAmount)}`
  if (fractionDigits(exactAmount.amount) <= rounding.decimals) {
    return {
      en: `${termsText(arithmetic, 'en')} ${result}`,
      zh: `${termsText(arithmetic, 'zh')} ${result}`,
    }
  }
  const words = roundingWords[rounding.rule]
  return {
    en: `${termsText(arithmetic, 'en')} ${result}, ${words.en} ${moneyText(amount)}`,
    zh: `${termsText(arithmetic, 'zh')} ${result}，${words.zh} ${moneyText(amount)}`,
  }
}

/** The terms of the sum: the value times a percentage, or a quantity times an amount. */
function termsText({ expression, base, baseName, item }: Arithmetic, language: 'en' | 'zh') {
  const baseText = `${baseName[language]} ${moneyText(base)}`
  if (expression.length === 0) return `${baseText} × 0%`
  return expression
    .map((component) =>
      component.kind === 'ad-valorem'
        ? `${baseText} × ${dutyText([component])}`
        : `${quantityText(component, item)} × ${dutyText([component])}`,
    )
    .join(' + ')
}

/** The quantity of the item in the unit that the component counts. */
function quantityText({ unit }: DutyComponent & { kind: 'specific' }, item: GoodsItem): string {
  return unit === 'KGM' ? `${item.netWeightKg} kg` : `${item.quantity}`
}
