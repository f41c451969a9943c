import type { BilingualText } from '../../../../customs/bilingual-text.ts'

/** The modes of transport at the border that goods data can state. */
export const transportModes: readonly { readonly value: string; readonly label: BilingualText }[] =
  [
    { value: 'air', label: { en: 'Air', zh: '空运' } },
    { value: 'sea', label: { en: 'Sea', zh: '海运' } },
    { value: 'rail', label: { en: 'Rail', zh: '铁路' } },
    { value: 'road', label: { en: 'Road', zh: '公路' } },
    { value: 'post', label: { en: 'Post', zh: '邮递' } },
  ]
