import type { BilingualText } from '../../../customs/bilingual-text.ts'

/** Stands between a label and what it says; Chinese has a wide one of its own. */
export const colon: BilingualText = { en: ': ', zh: '：' }
