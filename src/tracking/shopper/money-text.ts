import type { BilingualText } from '../../customs/bilingual-text.ts'
import { toBig } from '../../customs/money/decimal.ts'
import { minorUnitDecimals, type Money } from '../../customs/money/money.ts'

/**
 * An amount as shoppers of each language write it, the same as on the tracking page: `£12.50`. One
 * that its currency has no coins for is written out in full; nothing is rounded here.
 */
export function moneyText({ amount, currency }: Money): BilingualText {
  const value = toBig(amount)
  const inCoins = value.toFixed(minorUnitDecimals(currency))
  const exact = value.eq(inCoins) ? inCoins : value.toFixed()
  const decimals = exact.split('.')[1]?.length ?? 0
  const written = (locale: string) =>
    new Intl.NumberFormat(locale, {
      ...{ style: 'currency', currency },
      ...{ minimumFractionDigits: decimals, maximumFractionDigits: decimals },
      // An exact decimal as text is written as it stands, without a detour over floating numbers.
    }).format(exact as Intl.StringNumericLiteral)
  return { en: written('en-GB'), zh: written('zh-CN') }
}
