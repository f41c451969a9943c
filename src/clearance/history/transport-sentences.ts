import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { TransportData } from '../events/case-event.ts'
import type { KeptGoodsEvent } from '../life-cycle/side-life-cycles.ts'
import { keptGoodsSentences } from './kept-goods-sentences.ts'
import { inTheirWords, type SentencesFor } from './sentence.ts'

/** Where the goods are, and what became of goods that did not pass. */
export const transportSentences: SentencesFor<
  | 'transport-pre-advised'
  | 'goods-departed'
  | 'goods-arrived'
  | 'goods-presented'
  | 'goods-handed-over'
  | 'goods-delivered'
  | 'delivery-failed'
  | 'goods-returned'
  | 'goods-destroyed'
  | 'goods-abandoned'
  | 'goods-restored'
  | 'goods-forfeited'
  | 'return-opened'
  | KeptGoodsEvent
> = {
  ...keptGoodsSentences,
  'transport-pre-advised': reported('The carrier expects the goods', '承运人已收到预报'),
  'goods-departed': reported('The goods departed', '货物已启运'),
  'goods-arrived': reported('The goods arrived', '货物已到港'),
  'goods-presented': reported('The goods were presented to customs', '货物已向海关呈验'),
  'goods-handed-over': reported(
    'The goods were handed to the carrier of the last mile',
    '货物已交末端承运人',
  ),
  'goods-delivered': reported('The goods were delivered', '货物已送达'),
  'delivery-failed': reported('A delivery failed', '派送未成功'),
  'goods-returned': reported('The goods were returned', '货物已退回'),
  'goods-destroyed': ended('The goods were destroyed', '货物已销毁'),
  'goods-abandoned': ended('The goods were abandoned to the state', '货物已放弃'),
  'goods-restored': ended('Customs gave the goods back', '海关已发还货物'),
  'goods-forfeited': ended('The goods were forfeited', '货物已被没收'),
  'return-opened': ({ reference, goods }) => {
    const pieces = goods.reduce((sum, { quantity }) => sum + quantity, 0)
    const counted = pieces === 1 ? '1 piece is' : `${pieces} pieces are`
    return {
      en: `${counted} sent back by the export ${reference}.`,
      zh: `${pieces} 件货物以出口案 ${reference} 退运。`,
    }
  },
}

function reported(en: string, zh: string): (data: TransportData) => BilingualText {
  return ({ place, source }) => {
    const where =
      place === undefined ? { en: '', zh: '' } : { en: ` at ${place}`, zh: `，地点：${place}` }
    return {
      en: `${en}${where.en}, as ${source} reports.`,
      zh: `${zh}${where.zh}（来源：${source}）。`,
    }
  }
}

function ended(en: string, zh: string): (data: { readonly reason: string }) => BilingualText {
  return ({ reason }) => inTheirWords({ en, zh }, reason)
}
