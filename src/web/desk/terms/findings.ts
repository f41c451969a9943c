import type { BilingualText } from '../../../customs/bilingual-text.ts'
import type { Finding } from '../../../authority/officers/finding.ts'
import type { Disposal } from '../../../authority/officers/decide-entry.ts'

/** What an inspection can find of an item. */
export const findingWords: Readonly<Record<Finding['result'], BilingualText>> = {
  satisfied: { en: 'As declared', zh: '与申报相符' },
  're-classified': { en: 'Another commodity code', zh: '商品编码不符' },
  're-valued': { en: 'Another value', zh: '价格不符' },
  'quantity-differs': { en: 'Another quantity', zh: '数量不符' },
  'origin-doubted': { en: 'Another origin, or none proven', zh: '原产地不符或未获证明' },
  restricted: { en: 'Restricted or prohibited', zh: '受限制或禁止' },
}

/** What becomes of refused or seized goods. */
export const disposalWords: Readonly<Record<Disposal, BilingualText>> = {
  returned: { en: 'Returned to the sender', zh: '退运' },
  destroyed: { en: 'Destroyed', zh: '销毁' },
  abandoned: { en: 'Abandoned by the trader', zh: '贸易商放弃' },
  restored: { en: 'Restored to the owner', zh: '发还货主' },
  forfeited: { en: 'Forfeited', zh: '没收' },
  sold: { en: 'Sold', zh: '变卖' },
}

/** The words for a disposal by its name in the dossier. */
export function disposalWord(name: string): BilingualText {
  const known = Object.entries(disposalWords).find(([disposal]) => disposal === name)?.[1]
  return known ?? { en: name, zh: name }
}
