import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { KeptItem } from '../events/case-event.ts'
import type { KeptGoodsEvent } from '../life-cycle/side-life-cycles.ts'
import { inTheirWords, type SentencesFor } from './sentence.ts'

const kept: Readonly<Record<'detained' | 'seized', BilingualText>> = {
  detained: { en: 'Customs detained', zh: '海关留置' },
  seized: { en: 'Customs seized', zh: '海关扣押' },
}

const lost: Readonly<Record<'forfeited' | 'destroyed', BilingualText>> = {
  forfeited: { en: 'The goods that customs kept were forfeited', zh: '海关留置的货物已被没收' },
  destroyed: { en: 'The goods that customs kept were destroyed', zh: '海关留置的货物已被销毁' },
}

/** Which goods customs kept while the rest may go, and what became of them. */
export const keptGoodsSentences: SentencesFor<KeptGoodsEvent> = {
  'goods-kept-back': ({ as, items, reason }) => {
    const parts = items.map(partText)
    return inTheirWords(
      {
        en: `${kept[as].en} ${parts.map(({ en }) => en).join(', ')}; the other goods are not held by this`,
        zh: `${kept[as].zh}${parts.map(({ zh }) => zh).join('、')}；其余货物不受影响`,
      },
      reason,
    )
  },
  'kept-goods-seized': ({ reason }) =>
    inTheirWords(
      { en: 'Customs seized the goods that it had detained', zh: '海关扣押原留置的货物' },
      reason,
    ),
  'kept-goods-restored': ({ reason }) =>
    inTheirWords(
      { en: 'Customs gave back the goods that it had kept', zh: '海关发还留置的货物' },
      reason,
    ),
  'kept-goods-lost': ({ became, reason }) => inTheirWords(lost[became], reason),
}

/** How much of an item is kept. */
export function partText({ itemNumber, kept: pieces, of }: KeptItem): BilingualText {
  return pieces === undefined || of === undefined
    ? { en: `item ${itemNumber}`, zh: `第 ${itemNumber} 项` }
    : {
        en: `${pieces} of ${of} pieces of item ${itemNumber}`,
        zh: `第 ${itemNumber} 项 ${of} 件中的 ${pieces} 件`,
      }
}
