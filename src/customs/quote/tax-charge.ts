import type { BilingualText } from '../bilingual-text.ts'
import type { LawReference } from '../law/law.ts'
import { moneyText } from '../money/money-text.ts'
import type { Money } from '../money/money.ts'
import { round, type Rounding } from '../money/rounding.ts'
import type { Order } from '../order/order.ts'
import type { TaxLineRounding } from '../tariff/thresholds.ts'
import type { Charge, ChargeRate } from './quote.ts'

/** One tax on one goods item, before it is rounded as the authority rounds it. */
export interface TaxLine {
  readonly kind: 'customs-duty' | 'import-vat'
  readonly itemNumber: number
  readonly base: Money
  readonly rate: ChargeRate
  readonly exactAmount: Money
  /** What the duty by quantity was worked out from, such as `2.5 kg`. */
  readonly quantityText?: string
  readonly law: LawReference
}

interface TaxTerms {
  readonly rounding: TaxLineRounding
  readonly borneBy: Order['dutiesBilledTo']
}

const taxes = {
  'customs-duty': {
    taxType: 'A00',
    name: { en: 'Customs duty', zh: '关税' },
    base: { en: 'customs value', zh: '完税价格' },
  },
  'import-vat': {
    taxType: 'B00',
    name: { en: 'Import VAT', zh: '进口增值税' },
    base: { en: 'value for VAT', zh: '增值税计税价格' },
  },
} as const

/** The charge that a tax line comes to, with its arithmetic in words. */
export function taxCharge(line: TaxLine, { rounding, borneBy }: TaxTerms): Charge {
  const { kind, itemNumber, base, rate, exactAmount, law } = line
  const { taxType, name } = taxes[kind]
  const amount = {
    amount: round(exactAmount.amount, rounding.decimals, rounding.rule),
    currency: exactAmount.currency,
  }
  return {
    ...{ kind, name, taxType, itemNumber, base, rate, amount, law, borneBy, rounding },
    formula: formulaOf(line, amount, rounding),
    collector: 'customs',
    timing: 'at-import',
  }
}

function formulaOf(line: TaxLine, amount: Money, { rule }: TaxLineRounding): BilingualText {
  const { base, rate, exactAmount, quantityText } = line
  const words = taxes[line.kind].base
  if (rate.expression.length === 0) {
    return {
      en: `free of duty on ${words.en} ${moneyText(base)} = ${moneyText(amount)}`,
      zh: `${words.zh}${moneyText(base)}，免税 = ${moneyText(amount)}`,
    }
  }
  const quantity = quantityText === undefined ? '' : ` (${quantityText})`
  const exact = `${words.en} ${moneyText(base)} × ${rate.text}${quantity}`
  if (Number(exactAmount.amount) === Number(amount.amount)) return { en: exact, zh: exact }
  return { en: exact, zh: rule }
}

export const roundingWords: Record<Rounding, BilingualText> = {
  truncate: { en: 'cut to', zh: '截断为' },
  'half-up': { en: 'rounded to', zh: '四舍五入为' },
  'half-even': { en: 'rounded to', zh: '舍入为' },
}
