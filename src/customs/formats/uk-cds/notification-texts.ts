import type { BilingualText } from '../../bilingual-text.ts'
import type { NotificationCode } from './notification.ts'

/** What a notification means and what happens next, each in one sentence. */
export interface NotificationText {
  readonly meaning: BilingualText
  readonly next: BilingualText
}

/** The texts by function code; a code whose message can mean several things is refined elsewhere. */
export const notificationTexts: Readonly<Record<NotificationCode, NotificationText>> = {
  '01': {
    meaning: {
      en: 'Customs has accepted the declaration; this is the moment at which duty and VAT become due.',
      zh: '海关已接受申报，关税和增值税的纳税义务自此时产生。',
    },
    next: {
      en: 'Customs works out the charges and decides whether to check the goods.',
      zh: '海关将核算税费，并决定是否查验货物。',
    },
  },
  '02': {
    meaning: {
      en: 'Customs has received the message and registered it.',
      zh: '海关已收到并登记该报文。',
    },
    next: {
      en: 'A declaration made in advance waits for the goods to arrive; a request waits for its answer.',
      zh: '提前申报的将等待货物抵达；申请类报文将等待答复。',
    },
  },
  '03': {
    meaning: {
      en: 'Customs has rejected the message because of errors in it.',
      zh: '报文存在错误，海关已退回。',
    },
    next: {
      en: 'The errors are corrected and it is sent again under a new reference.',
      zh: '更正错误后使用新的参考编号重新发送。',
    },
  },
  '05': {
    meaning: {
      en: 'Customs will examine the goods.',
      zh: '海关将查验货物。',
    },
    next: {
      en: 'The goods stay where they are until customs has recorded the result.',
      zh: '在海关记录查验结果之前，货物留在原地。',
    },
  },
  '06': {
    meaning: {
      en: 'Customs wants to see documents.',
      zh: '海关要求提供单证。',
    },
    next: {
      en: 'The documents are sent before the limit; until then the goods are not released.',
      zh: '须在期限前提交单证，在此之前货物不予放行。',
    },
  },
  '07': {
    meaning: {
      en: 'The declaration has been changed, after a check by customs or on request.',
      zh: '海关查验后或应申请，申报内容已变更。',
    },
    next: {
      en: 'The charges are worked out again where the change affects them.',
      zh: '如变更影响税费，将重新核算。',
    },
  },
  '08': {
    meaning: {
      en: 'Customs has released the goods.',
      zh: '海关已放行货物。',
    },
    next: {
      en: 'The goods can be delivered; customs keeps the file open for something that remains.',
      zh: '货物可以派送；因尚有未结事项，海关暂不结案。',
    },
  },
  '09': {
    meaning: {
      en: 'Customs has cleared the declaration and released the goods.',
      zh: '海关已结关并放行货物。',
    },
    next: {
      en: 'The goods can be delivered; nothing more is to be done with customs.',
      zh: '货物可以派送，海关手续已全部办结。',
    },
  },
  '10': {
    meaning: {
      en: 'Customs has ended the declaration; it no longer has any effect.',
      zh: '海关已撤销该申报，申报不再有效。',
    },
    next: {
      en: 'The goods may not be released on it; the reason decides what can be done.',
      zh: '不得据此放行货物，后续处理取决于撤销原因。',
    },
  },
  '11': {
    meaning: {
      en: 'Customs has answered our request.',
      zh: '海关已答复我方申请。',
    },
    next: {
      en: 'A granted change shows in the next messages; a denied one leaves the declaration as it was.',
      zh: '如获批准，变更将体现在后续报文中；如被拒绝，申报维持原状。',
    },
  },
  '13': {
    meaning: {
      en: 'Customs states the duties and taxes of the declaration.',
      zh: '海关通知该申报的各项税费。',
    },
    next: {
      en: 'The amounts are compared with the quote, and paid or debited.',
      zh: '将与报价核对，并支付或扣款。',
    },
  },
  '14': {
    meaning: {
      en: 'The account that should pay the charges does not hold enough funds.',
      zh: '用于支付税费的账户余额不足。',
    },
    next: {
      en: 'Money is paid in; the goods wait until it is there.',
      zh: '须补足资金，到账之前货物等待放行。',
    },
  },
  '15': {
    meaning: {
      en: 'Customs reminds us that the account still lacks funds.',
      zh: '海关提醒账户余额仍然不足。',
    },
    next: {
      en: 'Money is paid in now; otherwise the declaration can be ended.',
      zh: '须立即补足资金，否则申报可能被撤销。',
    },
  },
  '16': {
    meaning: {
      en: 'The goods have left the territory.',
      zh: '货物已离境。',
    },
    next: {
      en: 'The export is proved; nothing more is to be done with customs.',
      zh: '出口已获证明，海关手续已全部办结。',
    },
  },
  '17': {
    meaning: {
      en: 'Customs continues the case outside the declaration system.',
      zh: '海关在申报系统之外继续处理此案。',
    },
    next: {
      en: 'Customs gets in touch; the message and any reason are shown to a person.',
      zh: '海关将另行联系，报文及原因将转交人工处理。',
    },
  },
  '18': {
    meaning: {
      en: 'Customs wants proof that the goods have left the territory.',
      zh: '海关要求提供货物离境证明。',
    },
    next: {
      en: 'The exit is proved before the limit; otherwise the export is ended.',
      zh: '须在期限前提供离境证明，否则出口申报将被撤销。',
    },
  },
  '50': {
    meaning: {
      en: 'The declaration is about to lapse.',
      zh: '申报即将失效。',
    },
    next: {
      en: 'What is missing, usually the arrival of the goods, must be reported in time.',
      zh: '须及时补报所缺事项，通常为货物抵达。',
    },
  },
  '51': {
    meaning: {
      en: 'Customs has a question about the declaration.',
      zh: '海关对申报有疑问。',
    },
    next: {
      en: 'The question is answered before the limit, where one is given.',
      zh: '如有期限，须在期限前答复。',
    },
  },
}

/** Texts that go by what a message carries beside its code. */
export const refinedTexts = {
  preliminaryTax: {
    en: 'Customs states the duties and taxes as they look before the final decision.',
    zh: '海关通知预估税费，尚非最终决定。',
  },
  provisionalTax: {
    en: 'Customs states the duties and taxes provisionally; security stands in for a part of them.',
    zh: '海关通知临时税费，部分金额以担保代替。',
  },
  finalTax: {
    en: 'Customs states the duties and taxes finally; the amounts are binding.',
    zh: '海关通知最终税费，金额具有约束力。',
  },
  granted: { en: 'Customs has granted our request.', zh: '海关已批准我方申请。' },
  denied: { en: 'Customs has denied our request.', zh: '海关已拒绝我方申请。' },
  refused: { en: 'Customs has refused entry of the goods.', zh: '海关拒绝货物进境。' },
  neverArrived: {
    en: 'The declaration has lapsed because the goods did not arrive in time.',
    zh: '货物未按期抵达，申报已失效。',
  },
  onRequest: {
    en: 'The declaration has been cancelled at our request.',
    zh: '应我方申请，申报已撤销。',
  },
  seized: { en: 'Customs has seized the goods.', zh: '海关已扣押货物。' },
  fileTaken: {
    en: 'Customs has taken a file that we uploaded.',
    zh: '海关已接收我方上传的文件。',
  },
  fileTakenNext: {
    en: 'Whoever asked for it looks at it.',
    zh: '将由要求提供的关员查看。',
  },
  fileRefused: {
    en: 'Customs has not taken a file that we uploaded.',
    zh: '海关未接收我方上传的文件。',
  },
  fileRefusedNext: {
    en: 'The file is mended or another one is sent.',
    zh: '修正该文件，或另行提交文件。',
  },
  unknown: {
    en: 'Customs has sent a message of a kind that we do not know.',
    zh: '海关发来一份未知类型的报文。',
  },
  unknownNext: {
    en: 'A person looks at it.',
    zh: '将由人工查看。',
  },
} as const satisfies Readonly<Record<string, BilingualText>>
