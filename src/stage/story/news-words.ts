import type { MainState } from '../../clearance/life-cycle/main-life-cycle.ts'
import type { BilingualText } from '../../customs/bilingual-text.ts'

/** What is told when customs or a machine has taken the case further by itself. */
export const newsWords: Readonly<
  Partial<Record<MainState, { readonly text: BilingualText; readonly why: BilingualText }>>
> = {
  ready: {
    text: { en: 'The case is ready to be declared.', zh: '案件已就绪，可以申报。' },
    why: {
      en: 'Duty and tax are quoted, the papers are made out, every check has passed.',
      zh: '税费已报价，文件已制作，各项检查均已通过。',
    },
  },
  registered: {
    text: { en: 'Customs has registered the declaration.', zh: '海关已登记报关单。' },
    why: {
      en: 'It has a number now (MRN) and waits for the parcel to land.',
      zh: '已取得移动参考号（MRN），等待包裹到港。',
    },
  },
  accepted: {
    text: { en: 'Customs has accepted the declaration.', zh: '海关已接受申报。' },
    why: {
      en: 'From now on it is binding, and customs works out what is due.',
      zh: '申报自此具有法律效力，海关开始核定税费。',
    },
  },
  released: {
    text: { en: 'Customs has released the goods.', zh: '海关已放行货物。' },
    why: {
      en: 'Duty and tax were taken from the deferment account.',
      zh: '税费已从延期付款账户扣缴。',
    },
  },
  refused: {
    text: { en: 'Customs has refused the goods.', zh: '海关不准货物入境。' },
    why: {
      en: 'Nothing is charged. The goods can be returned, destroyed or given up.',
      zh: '不征收税费，货物可退运、销毁或放弃。',
    },
  },
  seized: {
    text: { en: 'Customs has seized the goods.', zh: '海关已扣押货物。' },
    why: {
      en: 'The notice says how and by when this can be challenged.',
      zh: '通知书载明了提出异议的方式和期限。',
    },
  },
}
