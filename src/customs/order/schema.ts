import { Type, type TString, type TUnsafe } from 'typebox'
import type { LocalDate } from '../calendar/local-date.ts'
import { DESCRIPTION_ZH } from '../checked-reader.ts'
import type { DecimalText } from '../money/decimal.ts'

/** JSON Schema pieces for the facts that an order is made of. */

/**
 * Text for people; neither empty nor only white space. Control characters and broken halves of
 * characters are refused here, because neither XML nor the database could hold them.
 */
export function text(maxLength: number, description: string): TString {
  return Type.String({
    maxLength,
    pattern: '^(?=.*\\S)[^\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF]+$',
    description: `${description}, 1 to ${maxLength} characters without line breaks`,
    [DESCRIPTION_ZH]: `1至${maxLength}个字符，不含换行`,
  })
}

/** A non-negative exact decimal as text; a JSON number is refused because it would pass through a float. */
export const decimalText: TUnsafe<DecimalText> = Type.Unsafe<DecimalText>(
  Type.String({
    pattern: '^\\d{1,15}(\\.\\d{1,6})?$',
    description: 'exact decimal as text, not negative, with a point, such as "12.50"',
    [DESCRIPTION_ZH]: '以文本书写的精确小数，不得为负，小数点用“.”，如 "12.50"',
    examples: ['12.50'],
  }),
)

/** A currency by its form; whether it exists is checked against the list. */
export const currencyCode = Type.String({
  pattern: '^[A-Z]{3}$',
  description: 'ISO 4217 code in capitals, such as GBP',
  [DESCRIPTION_ZH]: 'ISO 4217 三字母货币代码，如 GBP',
  examples: ['GBP'],
})

/** A country by its form; whether it exists is checked against the list. */
export const countryCode = Type.String({
  pattern: '^[A-Z]{2}$',
  description: 'ISO 3166-1 alpha-2 code in capitals, such as CN',
  [DESCRIPTION_ZH]: 'ISO 3166-1 两字母国家代码，如 CN',
  examples: ['CN'],
})

/** An amount never travels without its currency. */
export const money = Type.Object(
  { amount: decimalText, currency: currencyCode },
  {
    additionalProperties: false,
    title: 'Money',
    description: 'an exact amount in one currency',
    [DESCRIPTION_ZH]: '金额及其货币',
  },
)

/** A calendar day by its form; whether it exists is checked against the calendar. */
export const localDate: TUnsafe<LocalDate> = Type.Unsafe<LocalDate>(
  Type.String({
    pattern: '^\\d{4}-\\d{2}-\\d{2}$',
    description: 'calendar day, such as 2026-09-01',
    [DESCRIPTION_ZH]: '日期，如 2026-09-01',
    examples: ['2026-09-01'],
  }),
)

/** An EORI: two letters of the country that issued it and up to 15 characters. */
export const eori = Type.String({
  pattern: '^[A-Z]{2}[0-9A-Z]{1,15}$',
  description: 'Economic Operators Registration and Identification number',
  [DESCRIPTION_ZH]: 'EORI 号码：两位国家字母及最多15位字符',
  examples: ['GB123456789000'],
})

/** One of a few words. */
export function oneOf<const Words extends readonly string[]>(
  words: Words,
  description: string,
): TUnsafe<Words[number]> {
  return Type.Unsafe<Words[number]>({ type: 'string', enum: [...words], description })
}
