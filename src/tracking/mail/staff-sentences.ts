import type { WaitingFor } from '../../clearance/waiting-for.ts'
import type { BilingualText } from '../../customs/bilingual-text.ts'

/** What those who run a case are told of what it waits for, and what they have to do about it. */
export const staffSentences: Readonly<Record<WaitingFor | 'nothing', BilingualText>> = {
  preparation: {
    en: 'The case is about to be prepared. This happens by itself.',
    zh: '案件即将自动准备，无需操作。',
  },
  'goods-data': {
    en: 'The case lacks facts about the goods, or they contradict each other. Mend them in the case and prepare it again.',
    zh: '案件缺少商品信息或信息互相矛盾。请在案件中更正后重新准备。',
  },
  declaring: {
    en: 'The case is ready. Declare it, unless that is set to happen by itself.',
    zh: '案件已就绪。如未设置自动申报，请进行申报。',
  },
  'a-decision-of-staff': {
    en: 'The case is on hold until somebody with the right takes it up again.',
    zh: '案件已暂缓，需由有权限的人员恢复办理。',
  },
  'the-authority': {
    en: 'Customs is working on the case. There is nothing to do.',
    zh: '海关正在办理，无需操作。',
  },
  arrival: {
    en: 'The case waits for the carrier to report that the goods have arrived.',
    zh: '案件正在等待承运人报告货物到达。',
  },
  documents: {
    en: 'Customs has asked for documents. Upload them to the case and answer the request before the day that it names.',
    zh: '海关要求提供文件。请上传至案件，并在规定日期前答复。',
  },
  'an-answer': {
    en: 'Customs has asked a question. Answer it in the case.',
    zh: '海关提出了问题，请在案件中答复。',
  },
  funds: {
    en: 'The account from which customs takes its charges holds too little. Pay in what is missing.',
    zh: '用于向海关缴款的账户余额不足，请补足差额。',
  },
  carrier: {
    en: 'The goods are free. The case waits for the carrier to report their delivery.',
    zh: '货物已放行，正在等待承运人报告送达。',
  },
  'an-outcome': {
    en: 'Customs has not let the goods in. Decide what becomes of them and record it in the case.',
    zh: '海关未准许货物入境。请决定货物的处理方式并记录在案件中。',
  },
  'supplementary-declaration': {
    en: 'The goods were released on a simplified declaration. Hand in its supplementary declaration by the day that the case names.',
    zh: '货物已凭简化申报放行。请在案件所示日期前提交补充申报。',
  },
  nothing: { en: 'The case has ended.', zh: '案件已结束。' },
}
