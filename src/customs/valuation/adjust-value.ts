import type { BilingualText } from '../bilingual-text.ts'
import type { ValueAdjustment } from '../landed-cost/quote-request.ts'

/** What an amount does to the price when the customs value is made from it. */
export interface AdjustmentRule {
  readonly effect: 'added' | 'taken-off' | 'left-out'
  readonly name: BilingualText
  /** Article of the WTO Agreement on Customs Valuation. */
  readonly article: string
}

/**
 * What the WTO Agreement on Customs Valuation says of each kind of amount. Additions stand beside the
 * price. What is taken off is contained in the price and shown apart. A buying commission stands
 * beside the price and stays out, because who earns it works for the buyer; a selling commission is
 * added.
 *
 * Source: Agreement on Implementation of Article VII of the GATT 1994, article 8 and the notes to
 * article 1.
 */
export const adjustmentRules: Readonly<Record<ValueAdjustment['kind'], AdjustmentRule>> = {
  'selling-commission': {
    effect: 'added',
    name: { en: 'selling commission', zh: '销售佣金' },
    article: '8.1(a)(i)',
  },
  packing: { effect: 'added', name: { en: 'packing', zh: '包装费' }, article: '8.1(a)(ii)-(iii)' },
  assist: {
    effect: 'added',
    name: { en: 'goods or services supplied by the buyer', zh: '买方提供的货物或服务' },
    article: '8.1(b)',
  },
  royalty: {
    effect: 'added',
    name: { en: 'royalties and licence fees', zh: '特许权使用费' },
    article: '8.1(c)',
  },
  proceeds: {
    effect: 'added',
    name: { en: 'proceeds that go to the seller', zh: '归卖方所有的转售收益' },
    article: '8.1(d)',
  },
  'buying-commission': {
    effect: 'left-out',
    name: { en: 'buying commission', zh: '购买佣金' },
    article: '8.1(a)(i)',
  },
  'inland-transport-after-import': {
    effect: 'taken-off',
    name: { en: 'transport after importation', zh: '进口后的运输费' },
    article: '1, note 3(b)',
  },
  'assembly-after-import': {
    effect: 'taken-off',
    name: { en: 'assembly after importation', zh: '进口后的安装费' },
    article: '1, note 3(a)',
  },
  'duties-in-price': {
    effect: 'taken-off',
    name: { en: 'duties and taxes of the destination', zh: '目的地的关税和税费' },
    article: '1, note 3(c)',
  },
  interest: {
    effect: 'taken-off',
    name: { en: 'interest for credit', zh: '融资利息' },
    article: 'Decision 3.1 of the Committee on Customs Valuation',
  },
}
