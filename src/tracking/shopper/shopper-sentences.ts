import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Situation } from './situation.ts'

/** What a shopper is told of a situation, one sentence or two each. */
export interface ShopperSentences {
  /** What happens now. */
  readonly now: BilingualText
  /** What comes next; no promise of a day. */
  readonly next: BilingualText
  /** How long the next step has taken others, where there is enough history to tell. */
  readonly when?: BilingualText
  /** What the shopper has to do, `nothingToDo` where that is nothing. */
  readonly todo: BilingualText
}

/** Known by its identity, so that an open payment can take its place. */
export const nothingToDo: BilingualText = {
  en: 'You do not need to do anything.',
  zh: '您无需进行任何操作。',
}

const askIfSilent: BilingualText = {
  en: 'You do not need to do anything now. If you hear nothing, ask the shop or agent you bought from and give the order number.',
  zh: '您目前无需操作。如一直没有消息，请向您下单的商家或代购咨询，并提供订单号。',
}

const talkAboutRefund: BilingualText = {
  en: 'Ask the shop or agent you bought from about a refund or another delivery.',
  zh: '请与您下单的商家或代购商量退款或重新发货。',
}

/**
 * The words for every situation of a case: plain, without blame, and with a way on from every stop.
 * They hold for any authority and any goods, so nothing here needs personal data.
 */
export const shopperSentences: Readonly<Record<Situation, ShopperSentences>> = {
  draft: {
    now: { en: 'Your order has been received.', zh: '您的订单已收到。' },
    next: {
      en: 'Next, the papers for customs are prepared.',
      zh: '接下来将准备海关所需的文件。',
    },
    todo: nothingToDo,
  },
  preparing: {
    now: {
      en: 'The customs papers for your parcel are being prepared.',
      zh: '正在为您的包裹准备海关文件。',
    },
    next: { en: 'When they are complete, they go to customs.', zh: '文件齐全后将提交给海关。' },
    todo: nothingToDo,
  },
  'preparing/goods-data': {
    now: {
      en: 'The customs papers for your parcel still lack a detail about the goods.',
      zh: '您包裹的海关文件中还缺少一项商品信息。',
    },
    next: {
      en: 'The shop or agent you bought from adds it, then the papers go to customs.',
      zh: '您下单的商家或代购补充后，文件将提交给海关。',
    },
    todo: {
      en: 'You do not need to do anything, unless the shop or agent asks you for a detail.',
      zh: '除非商家或代购向您询问信息，否则您无需操作。',
    },
  },
  ready: {
    now: {
      en: 'The customs papers for your parcel are complete.',
      zh: '您包裹的海关文件已准备齐全。',
    },
    next: { en: 'Next, they are sent to customs.', zh: '接下来将提交给海关。' },
    todo: nothingToDo,
  },
  stopped: {
    now: {
      en: 'The customs papers are on hold, because a question about this order has to be settled first.',
      zh: '海关文件暂缓提交，因为需要先解决与此订单有关的一个问题。',
    },
    next: {
      en: 'The shop or agent you bought from settles it and the papers go on, or tells you what else can be done.',
      zh: '您下单的商家或代购解决后将继续办理，或告知您其他办法。',
    },
    todo: askIfSilent,
  },
  lodged: {
    now: { en: 'The customs papers have been sent.', zh: '海关文件已提交。' },
    next: { en: 'Next, customs confirms that it has them.', zh: '接下来海关将确认收到。' },
    todo: nothingToDo,
  },
  'registered/arrival': {
    now: {
      en: 'Customs has the papers and waits for your parcel to arrive.',
      zh: '海关已收到文件，正在等待您的包裹到达。',
    },
    next: { en: 'When it arrives, customs checks the papers.', zh: '包裹到达后，海关将审核文件。' },
    todo: nothingToDo,
  },
  'registered/the-authority': {
    now: {
      en: 'The arrival of your parcel has been reported to customs.',
      zh: '您的包裹已到达，并已通知海关。',
    },
    next: { en: 'Next, customs checks the papers.', zh: '接下来海关将审核文件。' },
    todo: nothingToDo,
  },
  'accepted/the-authority': {
    now: {
      en: 'Customs is checking the papers of your parcel.',
      zh: '海关正在审核您包裹的文件。',
    },
    next: {
      en: 'Customs works out what is due and then releases the parcel, or takes a closer look first.',
      zh: '海关核定税费后放行，或先进一步查验。',
    },
    todo: nothingToDo,
  },
  'accepted/examination': {
    now: {
      en: 'Customs is looking at your parcel more closely, as it does with some parcels.',
      zh: '海关正在对您的包裹进行查验，部分包裹会被抽查。',
    },
    next: {
      en: 'After that, customs releases it or says what has to be corrected.',
      zh: '查验后海关将放行，或告知需要更正的内容。',
    },
    todo: nothingToDo,
  },
  'accepted/documents': {
    now: { en: 'Customs has asked for more papers.', zh: '海关要求补充文件。' },
    next: {
      en: 'The shop or agent you bought from sends them, then customs goes on.',
      zh: '您下单的商家或代购提交后，海关将继续办理。',
    },
    todo: {
      en: 'If the shop or agent asks you for a paper, such as proof of what you paid, please send it to them.',
      zh: '如商家或代购向您索要文件（例如付款凭证），请提供给对方。',
    },
  },
  'accepted/an-answer': {
    now: {
      en: 'Customs has asked a question about the goods.',
      zh: '海关就商品提出了一个问题。',
    },
    next: {
      en: 'The shop or agent you bought from answers it, then customs goes on.',
      zh: '您下单的商家或代购答复后，海关将继续办理。',
    },
    todo: {
      en: 'If the shop or agent asks you something about the goods, please answer them.',
      zh: '如商家或代购就商品向您询问，请予以答复。',
    },
  },
  'accepted/funds': {
    now: {
      en: 'Customs is waiting for the duty and tax on this parcel.',
      zh: '海关正在等待缴纳此包裹的税费。',
    },
    next: {
      en: 'The shop or agent you bought from arranges the payment to customs, then customs releases the parcel.',
      zh: '您下单的商家或代购向海关缴款后，海关将放行包裹。',
    },
    todo: nothingToDo,
  },
  'registered/export': {
    now: {
      en: 'Customs of the country of dispatch has the papers; your parcel is on its way to the port or airport.',
      zh: '发货国海关已收到文件；您的包裹正运往港口或机场。',
    },
    next: { en: 'When it is there, customs checks the papers.', zh: '到达后，海关将审核文件。' },
    todo: nothingToDo,
  },
  'released/export': {
    now: {
      en: 'Customs of the country of dispatch has let your parcel go.',
      zh: '发货国海关已准许您的包裹出境。',
    },
    next: {
      en: 'Next, it leaves the country; customs of your country sees it when it arrives.',
      zh: '接下来包裹将离境；到达后由您所在国家的海关办理。',
    },
    todo: nothingToDo,
  },
  'released/exited': {
    now: {
      en: 'Your parcel has left the country of dispatch.',
      zh: '您的包裹已离开发货国。',
    },
    next: {
      en: 'When it arrives, customs of your country deals with it: duty and tax may be due there, unless the seller pays them.',
      zh: '到达后由您所在国家的海关办理：除非卖方承担，可能须缴纳关税和税款。',
    },
    todo: {
      en: 'You do not need to do anything now. Your customs or the delivery company may ask you for a detail or for payment.',
      zh: '您目前无需操作。当地海关或快递公司可能向您索要信息或税费。',
    },
  },
  released: {
    now: { en: 'Customs has released your parcel.', zh: '海关已放行您的包裹。' },
    next: { en: 'Next, the delivery company brings it to you.', zh: '接下来快递公司将为您派送。' },
    todo: nothingToDo,
  },
  'released/handed-over': {
    now: {
      en: 'Customs has released your parcel and it is on its way to you.',
      zh: '海关已放行，您的包裹正在派送途中。',
    },
    next: { en: 'Next, the delivery company delivers it.', zh: '接下来快递公司将送达。' },
    todo: {
      en: 'Please see that somebody can take it in, or tell the delivery company what suits you.',
      zh: '请安排人员签收，或与快递公司约定派送方式。',
    },
  },
  'released/delivery-failed': {
    now: {
      en: 'The delivery company could not hand your parcel over.',
      zh: '快递公司未能将包裹送达。',
    },
    next: {
      en: 'The delivery company tries again or keeps it ready to be collected; after that it goes back to the sender.',
      zh: '快递公司将再次派送或留待自取；逾期将退回寄件人。',
    },
    todo: {
      en: 'Please arrange the delivery or collection with the delivery company.',
      zh: '请与快递公司约定派送或自取。',
    },
  },
  delivered: {
    now: { en: 'Your parcel has been delivered.', zh: '您的包裹已送达。' },
    next: { en: 'Nothing more follows.', zh: '流程已全部完成。' },
    todo: {
      en: 'If something is wrong with the goods or the charges, tell the shop or agent you bought from before you send anything back: duty on returned goods can often be claimed back.',
      zh: '如商品或费用有误，请在退货前告知您下单的商家或代购：退货商品的税费通常可以申请退还。',
    },
  },
  expired: {
    now: {
      en: 'The customs papers have lapsed, because no arrival of the parcel was reported in time.',
      zh: '由于未在期限内收到包裹到达的通知，海关文件已失效。',
    },
    next: {
      en: 'The shop or agent you bought from finds out where the parcel is and hands in new papers.',
      zh: '您下单的商家或代购将查明包裹位置并重新提交文件。',
    },
    todo: askIfSilent,
  },
  invalidated: {
    now: { en: 'The customs papers have been withdrawn.', zh: '海关文件已撤销。' },
    next: {
      en: 'The shop or agent you bought from hands in new papers or has the goods sent back, and tells you which.',
      zh: '您下单的商家或代购将重新提交文件或安排退运，并告知您。',
    },
    todo: askIfSilent,
  },
  refused: {
    now: {
      en: 'Customs has not let this parcel into the country.',
      zh: '海关未准许此包裹入境。',
    },
    next: {
      en: 'The shop or agent you bought from decides with customs whether the goods go back, are destroyed or are given up to customs.',
      zh: '您下单的商家或代购将与海关商定货物退运、销毁或放弃。',
    },
    todo: talkAboutRefund,
  },
  seized: {
    now: { en: 'Customs has taken the goods into custody.', zh: '海关已扣押货物。' },
    next: {
      en: 'The notice from customs says how and by when the decision can be challenged; customs may then give the goods back.',
      zh: '海关通知书载明了提出异议的方式和期限；之后海关可能返还货物。',
    },
    todo: {
      en: 'Talk to the shop or agent you bought from at once. If a notice from customs reaches you, mind the last day that it names.',
      zh: '请立即与您下单的商家或代购联系。如您收到海关通知书，请留意其中的截止日期。',
    },
  },
  returned: {
    now: { en: 'Your parcel is going back to the sender.', zh: '您的包裹正在退回寄件人。' },
    next: {
      en: 'Duty and tax that were paid can often be claimed back for goods that are returned.',
      zh: '退运货物已缴纳的税费通常可以申请退还。',
    },
    todo: talkAboutRefund,
  },
  destroyed: {
    now: {
      en: 'The goods have been destroyed under the eyes of customs.',
      zh: '货物已在海关监管下销毁。',
    },
    next: {
      en: 'The shop or agent you bought from settles with you what you have paid.',
      zh: '您下单的商家或代购将与您结算已付款项。',
    },
    todo: talkAboutRefund,
  },
  abandoned: {
    now: { en: 'The goods have been given up to customs.', zh: '货物已放弃并交由海关处理。' },
    next: {
      en: 'The shop or agent you bought from settles with you what you have paid.',
      zh: '您下单的商家或代购将与您结算已付款项。',
    },
    todo: talkAboutRefund,
  },
  restored: {
    now: { en: 'Customs has given the goods back.', zh: '海关已返还货物。' },
    next: {
      en: 'The shop or agent you bought from arranges with you how they reach you.',
      zh: '您下单的商家或代购将与您商定如何交付。',
    },
    todo: askIfSilent,
  },
  forfeited: {
    now: { en: 'Customs has kept the goods for good.', zh: '货物已被海关没收。' },
    next: {
      en: 'The notice from customs says whether the decision can still be challenged.',
      zh: '海关通知书载明了该决定是否仍可提出异议。',
    },
    todo: talkAboutRefund,
  },
}
