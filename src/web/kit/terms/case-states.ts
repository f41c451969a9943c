import type { CaseView } from '../../../api/views/case-view.ts'
import type { Term } from './term.ts'

/** Where a case can stand, in the order in which a consignment comes through it. */
export const caseStates = {
  draft: {
    label: { en: 'New', zh: '新建' },
    explanation: {
      en: 'The order has come in; the case has not been looked at yet.',
      zh: '订单已接收，清关案尚未开始处理。',
    },
  },
  preparing: {
    label: { en: 'To be mended', zh: '待补正' },
    explanation: {
      en: 'Something is missing or wrong; until it is mended nothing can be declared.',
      zh: '资料缺失或有误，补正之前无法申报。',
    },
  },
  ready: {
    label: { en: 'Ready to declare', zh: '可申报' },
    explanation: {
      en: 'Everything is checked and nothing stands in the way of the declaration.',
      zh: '各项检查均已通过，可以申报。',
    },
  },
  stopped: {
    label: { en: 'Stopped', zh: '已停办' },
    explanation: {
      en: 'Somebody has stopped the case before it was declared; it can be taken up again.',
      zh: '申报前由人工停办，可以重新启动。',
    },
  },
  lodged: {
    label: { en: 'Sent to customs', zh: '已提交海关' },
    explanation: {
      en: 'The declaration was sent; customs have not confirmed it yet.',
      zh: '报关单已发出，海关尚未确认。',
    },
  },
  registered: {
    label: { en: 'Pre-lodged', zh: '已预申报' },
    explanation: {
      en: 'Customs have the declaration and wait for the goods to arrive.',
      zh: '海关已登记报关单，等待货物到港。',
    },
  },
  accepted: {
    label: { en: 'With customs', zh: '海关审核中' },
    explanation: {
      en: 'The declaration is in force; customs check it, ask, inspect or charge.',
      zh: '报关单已生效，海关正在审核、询问、查验或计税。',
    },
  },
  released: {
    label: { en: 'Released', zh: '已放行' },
    explanation: {
      en: 'Customs let the goods go; they are on their way to the buyer.',
      zh: '海关已放行，货物正送往买方。',
    },
  },
  cleared: {
    label: { en: 'Cleared', zh: '已结关' },
    explanation: {
      en: 'Customs have closed their file; the goods are on their way to the buyer.',
      zh: '海关已结案，货物正送往买方。',
    },
  },
  delivered: {
    label: { en: 'Delivered', zh: '已送达' },
    explanation: { en: 'The buyer has the goods.', zh: '买方已收到货物。' },
  },
  expired: {
    label: { en: 'Expired', zh: '已失效' },
    explanation: {
      en: 'The goods did not arrive in time, so the declaration has lapsed.',
      zh: '货物未按时到港，报关单已失效。',
    },
  },
  invalidated: {
    label: { en: 'Withdrawn', zh: '已撤销' },
    explanation: {
      en: 'Customs have cancelled the declaration, as it was asked for.',
      zh: '海关已应申请撤销报关单。',
    },
  },
  refused: {
    label: { en: 'Refused entry', zh: '拒绝入境' },
    explanation: {
      en: 'Customs do not let the goods into the country; what becomes of them is to be decided.',
      zh: '海关不准货物入境，须决定如何处置。',
    },
  },
  seized: {
    label: { en: 'Seized', zh: '已扣押' },
    explanation: {
      en: 'Customs have taken the goods; whether they come back is not decided yet.',
      zh: '货物已被海关扣押，是否发还尚未决定。',
    },
  },
  returned: {
    label: { en: 'Sent back', zh: '已退运' },
    explanation: { en: 'The goods went back to the sender.', zh: '货物已退回发货人。' },
  },
  destroyed: {
    label: { en: 'Destroyed', zh: '已销毁' },
    explanation: { en: 'The goods were destroyed.', zh: '货物已销毁。' },
  },
  abandoned: {
    label: { en: 'Abandoned', zh: '已放弃' },
    explanation: {
      en: 'The goods were given up to the state.',
      zh: '货物已放弃，交由海关处理。',
    },
  },
  restored: {
    label: { en: 'Given back', zh: '已发还' },
    explanation: {
      en: 'Customs have given the seized goods back.',
      zh: '海关已发还被扣押的货物。',
    },
  },
  forfeited: {
    label: { en: 'Forfeited', zh: '已没收' },
    explanation: {
      en: 'The seized goods belong to the state now.',
      zh: '被扣押的货物已被没收。',
    },
  },
} as const satisfies Readonly<Record<CaseView['state'], Term>>
