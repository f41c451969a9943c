import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import type { outcomes } from './chart-shape.ts'

/** What came of attempts, as the charts tell them apart. */
export const outcomeWords: Readonly<Record<(typeof outcomes)[number], BilingualText>> = {
  delivered: { en: 'Delivered', zh: '已送达' },
  refused: { en: 'Not taken in', zh: '未被接收' },
  failed: { en: 'Failed or in doubt', zh: '失败或存疑' },
}
