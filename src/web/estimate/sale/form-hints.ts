import type { BilingualText } from '../../../customs/bilingual-text.ts'

/** What a field wants, by the last step of its place: shorter than what the interface says of its form. */
const hints: Readonly<Record<string, BilingualText>> = {
  amount: { en: 'An amount such as 12.50', zh: '金额，如 12.50' },
  commodityCode: { en: '4 to 12 digits', zh: '4至12位数字' },
  country: { en: 'Choose a country', zh: '请选择国家' },
  currency: { en: 'Three letters such as EUR', zh: '三个字母，如 EUR' },
  grossWeightKg: { en: 'A number such as 0.5', zh: '数字，如 0.5' },
  netWeightKg: { en: 'A number such as 0.5', zh: '数字，如 0.5' },
  origin: { en: 'Choose a country', zh: '请选择国家' },
  quantity: { en: 'A whole number', zh: '整数' },
  region: { en: 'A code such as NY', zh: '代码，如 NY' },
}

/** What is to be typed at a place, where what was typed has not the form. */
export function formHint({
  code,
  path,
}: {
  readonly code: string
  readonly path: string
}): BilingualText | undefined {
  return code === 'invalid-input' ? hints[path.split('/').at(-1) ?? ''] : undefined
}
