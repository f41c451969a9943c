import type { BilingualText } from '../bilingual-text.ts'
import type { CurrencyCode } from '../money/money.ts'
import type { UnitCode } from './duty-expression.ts'
import type { MeasurementUnits } from './measurement-units.ts'

/** A fact without which a rate cannot be worked out. */
export type NeededFact =
  | { readonly fact: 'customs-value' | 'retail-price' }
  /** The unit in which it is asked for. */
  | { readonly fact: 'quantity'; readonly unit: UnitCode }
  /** The tariff counts in a unit of which nothing is known. */
  | { readonly fact: 'measurement-unit'; readonly unit: UnitCode }
  | { readonly fact: 'exchange-rate'; readonly from: CurrencyCode; readonly to: CurrencyCode }
  /** The additional code (Meursing code) that resolves the agricultural parts of a duty. */
  | { readonly fact: 'additional-code' }
  /** Whether one of these documents is presented. */
  | { readonly fact: 'document'; readonly documentCodes: readonly string[] }
  | { readonly fact: 'entry-price' }

/** A needed fact that nobody has stated, and the rates that need it or depend on it, as printed. */
export type MissingFact = NeededFact & { readonly neededFor: string }

/** The fact in words with the reason, such as 'net weight (kg) is needed for 0.12 USD/kg'. */
export function missingFactText(missing: MissingFact, units: MeasurementUnits): BilingualText {
  const { en, zh } = factText(missing, units)
  return {
    en: `${en} is needed for ${missing.neededFor}`,
    zh: `计算 ${missing.neededFor} 需要${zh}`,
  }
}

function factText(missing: MissingFact, units: MeasurementUnits): BilingualText {
  switch (missing.fact) {
    case 'customs-value':
      return { en: 'customs value', zh: '完税价格' }
    case 'retail-price':
      return { en: 'retail price', zh: '零售价' }
    case 'quantity':
      return quantityText(missing.unit, units)
    case 'measurement-unit':
      return { en: `the meaning of unit ${missing.unit}`, zh: `计量单位 ${missing.unit} 的含义` }
    case 'exchange-rate':
      return {
        en: `the rate of exchange from ${missing.from} to ${missing.to}`,
        zh: `从 ${missing.from} 到 ${missing.to} 的汇率`,
      }
    case 'additional-code':
      return {
        en: 'the additional code (Meursing code)',
        zh: '附加代码（默辛代码）',
      }
    case 'document':
      return {
        en: `whether a document is presented (${missing.documentCodes.join(', ')})`,
        zh: `是否提交单证（${missing.documentCodes.join('、')}）的信息`,
      }
    case 'entry-price':
      return { en: 'the entry price of the goods', zh: '货物的入境价格' }
  }
}

function quantityText(unit: UnitCode, units: MeasurementUnits): BilingualText {
  const known = units.get(unit)
  if (known === undefined) return { en: `the quantity in ${unit}`, zh: `以 ${unit} 计的数量` }
  const { name } = known.quantity
  return { en: `${name.en} (${known.symbol})`, zh: `${name.zh}（${known.symbol}）` }
}
