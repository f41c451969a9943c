import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { Act, End, Need, Wait } from './next-move.ts'

/** Who acts on the stage; each has a pane or stands beside one. */
export type Player = 'shop' | 'broker' | 'officer' | 'carrier' | 'shopper'

/** What is said of an act before and after it. */
export interface ActWords {
  readonly by: Player
  /** What the next step will be. */
  readonly next: BilingualText
  /** What has just happened. */
  readonly done: BilingualText
  /** Why it matters, for somebody who sees it for the first time. */
  readonly why: BilingualText
}

/** The narration of every act. */
export const actWords: Readonly<Record<Act, ActWords>> = {
  'hand-in-order': {
    by: 'shop',
    next: { en: 'The shop hands in the order.', zh: '商家提交订单。' },
    done: { en: 'The shop has handed in the order.', zh: '商家已提交订单。' },
    why: {
      en: 'From it Tidewaiter works out the way into the country, duty and tax, the papers and the declaration. The shopper gets a link.',
      zh: 'Tidewaiter 据此确定通关通道、税费、文件和报关单。买家会收到查询链接。',
    },
  },
  declare: {
    by: 'broker',
    next: { en: 'The broker declares the goods.', zh: '报关行提交申报。' },
    done: { en: 'The broker has declared the goods.', zh: '报关行已提交申报。' },
    why: {
      en: 'The declaration is kept with its exact bytes before it is sent, so nothing can lose it.',
      zh: '报关单在发送前已逐字节保存，任何故障都不会使其丢失。',
    },
  },
  'report-arrival': {
    by: 'carrier',
    next: { en: 'The carrier reports that the parcel has landed.', zh: '承运人报告包裹已到港。' },
    done: { en: 'The carrier has reported the arrival.', zh: '承运人已报告到货。' },
    why: {
      en: 'It is passed on to customs, which now accepts the declaration. An officer holds parcels of this sender.',
      zh: '到货信息转告海关，海关随即接受申报。关员对该发货人的包裹逐一审核。',
    },
  },
  'order-inspection': {
    by: 'officer',
    next: { en: 'The officer wants to see the goods.', zh: '关员决定查验货物。' },
    done: { en: 'The officer has ordered an inspection.', zh: '关员已下达查验指令。' },
    why: {
      en: 'Customs tells the broker at once, and the shopper reads that the parcel is looked at more closely.',
      zh: '海关立即通知报关行，买家也会看到包裹正在接受查验。',
    },
  },
  'record-findings': {
    by: 'officer',
    next: { en: 'The officer opens the parcel.', zh: '关员开箱查验。' },
    done: { en: 'The officer has looked at every item.', zh: '关员已逐项查验。' },
    why: {
      en: 'What is really inside is written down item by item, with a reason for whatever differs.',
      zh: '箱内实物逐项记录，凡不符之处均注明理由。',
    },
  },
  're-assess': {
    by: 'officer',
    next: { en: 'The officer corrects the declaration.', zh: '关员更正申报并重新核定税款。' },
    done: {
      en: 'The officer has corrected the declaration and charged anew.',
      zh: '关员已更正申报并重新核定税费。',
    },
    why: {
      en: 'The bill changes. The broker sees quoted against charged with the reason, the shopper reads why.',
      zh: '税费随之变化。报关行可对照报价与核定并看到理由，买家也会看到原因。',
    },
  },
  'answer-question': {
    by: 'broker',
    next: { en: 'The broker answers the question.', zh: '报关行答复海关提问。' },
    done: { en: 'The broker has answered the question.', zh: '报关行已答复海关提问。' },
    why: { en: 'The goods wait until customs is content.', zh: '海关满意之前货物暂不放行。' },
  },
  'close-control': {
    by: 'officer',
    next: { en: 'The officer closes what was asked.', zh: '关员了结所提要求。' },
    done: { en: 'The officer is content with the answer.', zh: '关员认可所作答复。' },
    why: { en: 'Nothing of this kind holds the goods any longer.', zh: '此项不再阻碍放行。' },
  },
  'let-go': {
    by: 'officer',
    next: { en: 'The officer lets the parcel go.', zh: '关员同意放行。' },
    done: { en: 'The officer has agreed to the release.', zh: '关员已同意放行。' },
    why: {
      en: 'Customs takes duty and tax from the deferment account and releases the goods by itself.',
      zh: '海关从延期付款账户扣缴税费并自动放行货物。',
    },
  },
  pay: {
    by: 'shopper',
    next: { en: 'The shopper pays duty and tax.', zh: '买家支付税费。' },
    done: { en: 'The shopper has paid.', zh: '买家已付款。' },
    why: {
      en: 'The shop records it; the ledger of the case is even to the penny.',
      zh: '商家登记付款，案件分类账分文不差。',
    },
  },
  'hand-over': {
    by: 'carrier',
    next: { en: 'The parcel goes out for delivery.', zh: '包裹开始派送。' },
    done: { en: 'The parcel is out for delivery.', zh: '包裹正在派送。' },
    why: {
      en: 'It was released, so it may leave the airport.',
      zh: '海关已放行，包裹可离开口岸。',
    },
  },
  deliver: {
    by: 'carrier',
    next: { en: 'The carrier delivers the parcel.', zh: '承运人送达包裹。' },
    done: { en: 'The parcel has been delivered.', zh: '包裹已送达。' },
    why: {
      en: 'Order, messages, charges and every decision stay on record.',
      zh: '订单、报文、税费和每项决定均已留档。',
    },
  },
}

/** What is said while a run waits for the machines. */
export const waitWords: Readonly<Record<Wait, BilingualText>> = {
  preparation: {
    en: 'The worker prepares the case: lane, parties, quote, papers, checks.',
    zh: '工作进程正在准备案件：通道、当事方、报价、文件、检查。',
  },
  registration: {
    en: 'The declaration is on its way; customs has to confirm it.',
    zh: '报关单发送中，等待海关确认。',
  },
  acceptance: {
    en: 'The arrival is on its way to customs; then it accepts the declaration.',
    zh: '到货信息正在发往海关，随后海关接受申报。',
  },
  news: { en: 'News from customs is being taken in.', zh: '正在接收海关的通知。' },
  settlement: {
    en: 'Customs charges the account and releases the goods.',
    zh: '海关正在扣缴税费并放行货物。',
  },
}

/** What the viewer has to do, having taken the case off its way. */
export const needWords: Readonly<Record<Need, BilingualText>> = {
  'mend-goods': {
    en: "The case lacks something. The broker's console names it: mend it there, and the run goes on.",
    zh: '案件缺少信息。报关行控制台列明了缺失项，在那里补正后即可继续。',
  },
  'take-up-again': {
    en: "The case was stopped in the broker's console. Take it up again there, and the run goes on.",
    zh: '案件已在报关行控制台被暂缓，在那里恢复后即可继续。',
  },
  'send-papers': {
    en: "The officer asked for papers. Send them from the broker's console, or close the request at the desk.",
    zh: '关员要求补充文件。请在报关行控制台提交，或在关员工作台了结该要求。',
  },
  'top-up': {
    en: "The deferment account has too little. Raise its limit at the officer's desk, and customs goes on.",
    zh: '延期付款账户余额不足。请在关员工作台提高额度，海关即可继续。',
  },
}

/** What is said at the end of a run. */
export const endWords: Readonly<Record<End, BilingualText>> = {
  delivered: {
    en: 'The parcel is with the shopper, and every account is even.',
    zh: '包裹已交到买家手中，各账户均已结清。',
  },
  'stopped-by-customs': {
    en: 'Customs has stopped the goods. All three panes say what that means and what can be done.',
    zh: '海关已扣留货物。三个窗口分别说明其含义和可采取的措施。',
  },
  other: {
    en: 'The case has come to an end that was not planned; the console says how.',
    zh: '案件以计划外的方式结束，控制台说明了经过。',
  },
}
