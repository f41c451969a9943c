import type { SetApartView } from '../../../../api/views/set-apart-view.ts'
import type { BilingualText } from '../../../../customs/bilingual-text.ts'

/** What is wrong with pieces that are not sent on. */
export const kindWords: Readonly<Record<SetApartView['kind'], BilingualText>> = {
  damaged: { en: 'Damaged', zh: '破损' },
  'wrong-goods': { en: 'Wrong goods', zh: '错发' },
  surplus: { en: 'Surplus', zh: '多余' },
  late: { en: 'Came too late', zh: '迟到' },
}

/** What became of them. */
export const stateWords: Readonly<Record<SetApartView['state'], BilingualText>> = {
  'kept-apart': { en: 'Kept apart', zh: '单独存放' },
  'sent-back': { en: 'Sent back', zh: '已退回' },
  'disposed-of': { en: 'Disposed of', zh: '已处置' },
}
