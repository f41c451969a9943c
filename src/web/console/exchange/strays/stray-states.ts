import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import type { StrayView } from '../../../../api/exchange-strays.ts'

/** Why a stray notification could not be placed when it came. */
export const strayCauses: Readonly<Record<StrayView['cause'], BilingualText>> = {
  'not-recognised': {
    en: 'None of its references was known when it came.',
    zh: '收到时其所载编号均无法识别。',
  },
  unreadable: { en: 'It cannot be read.', zh: '无法读取。' },
}

/** What became of a stray notification. */
export const strayStates: Readonly<
  Record<StrayView['state'], { readonly label: BilingualText; readonly colour: string }>
> = {
  open: { label: { en: 'Waits for you', zh: '待您处理' }, colour: 'yellow' },
  assigned: { label: { en: 'Given to its case', zh: '已归入案件' }, colour: 'teal' },
  'set-aside': { label: { en: 'Set aside', zh: '已搁置' }, colour: 'gray' },
}
