import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { LocalDate } from '../../customs/calendar/local-date.ts'
import type { DecimalText } from '../../customs/money/decimal.ts'
import type { LodgedItem } from '../message/lodged-declaration.ts'
import type { SpecificRate, TariffLine } from '../tariff/office-tariff.ts'
import type { Preferences } from '../tariff/preferences.ts'
import { percent } from './percent.ts'

/** What duty an item bears, and why, in words with the source. */
export interface ItemDutyRate {
  readonly adValoremRate?: DecimalText
  readonly specific?: SpecificRate
  readonly basis: BilingualText
}

/**
 * The rate of the preference that an item claims, where the law of the day has one; otherwise that of
 * third countries. Whether the claim is sound is a matter of the checks, which come first.
 */
export function dutyRateOf(
  item: LodgedItem,
  line: TariffLine,
  { preferences, on }: { readonly preferences: Preferences; readonly on: LocalDate },
): ItemDutyRate {
  const measure = preferences.measureFor(item, on)
  if (measure === undefined) return thirdCountryRate(line)
  const { adValoremRate, preferenceCode, agreement, validity, source } = measure
  const rate = `${percent(adValoremRate)} %`
  const basis = {
    en: `${rate} under preference ${preferenceCode}, ${agreement}, in force since ${validity.from}; ${source}`,
    zh: `${rate}，优惠 ${preferenceCode}（${agreement}），自 ${validity.from} 起生效；${source}`,
  }
  return { adValoremRate, basis }
}

/** The rate that goods bear whose origin gives them no other. */
export function thirdCountryRate(line: TariffLine): ItemDutyRate {
  const { adValoremRate, specific, validFrom, source } = line
  const rate = (per: string): string =>
    [
      ...(adValoremRate === undefined ? [] : [`${percent(adValoremRate)} %`]),
      ...(specific === undefined
        ? []
        : [`${specific.amountGbp} GBP ${per} ${specific.quantity} ${specific.per}`]),
    ].join(' + ')
  const basis = {
    en: `${rate('per')}, in force since ${validFrom}; ${source}`,
    zh: `${rate('/')}，自 ${validFrom} 起生效；${source}`,
  }
  return {
    ...(adValoremRate === undefined ? {} : { adValoremRate }),
    ...(specific === undefined ? {} : { specific }),
    basis,
  }
}
