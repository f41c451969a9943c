import type { BilingualText } from '../../../customs/bilingual-text.ts'

/** Kinds of packages in which consumer goods come, by their code of UN/ECE Recommendation 21. */
export const packageTypes: readonly { readonly value: string; readonly label: BilingualText }[] = [
  { value: 'CT', label: { en: 'Carton', zh: '纸箱' } },
  { value: 'BX', label: { en: 'Box', zh: '盒' } },
  { value: 'BG', label: { en: 'Bag', zh: '袋' } },
  { value: 'EN', label: { en: 'Envelope', zh: '信封' } },
  { value: 'PK', label: { en: 'Package', zh: '包裹' } },
]
