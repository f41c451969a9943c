import type { NextAction } from '../../../api/views/next-action.ts'
import type { Term } from './term.ts'

/** What can hold a case up. */
export const waitingFor = {
  preparation: {
    label: { en: 'Preparation', zh: '自动准备' },
    explanation: {
      en: 'Tidewaiter works out lane, duties and papers; this takes moments.',
      zh: '系统正在确定通关通道、税费和单证，片刻即可完成。',
    },
  },
  'goods-data': {
    label: { en: 'Missing or wrong data', zh: '待补正资料' },
    explanation: {
      en: 'Something about the goods is missing or contradicts itself; the case says what.',
      zh: '货物资料缺失或互相矛盾，案件页会逐项说明。',
    },
  },
  declaring: {
    label: { en: 'Your declaration', zh: '待申报' },
    explanation: {
      en: 'Everything is checked; somebody has to send the declaration.',
      zh: '检查均已通过，需有人提交申报。',
    },
  },
  'a-decision-of-staff': {
    label: { en: 'A decision on the stopped case', zh: '停办案件待决定' },
    explanation: {
      en: 'The case was stopped; somebody has to decide whether it goes on.',
      zh: '案件已停办，需有人决定是否重新启动。',
    },
  },
  'the-authority': {
    label: { en: 'Customs', zh: '海关处理' },
    explanation: {
      en: 'Customs have the declaration and work on it; there is nothing for you to do.',
      zh: '海关正在处理报关单，您无需操作。',
    },
  },
  arrival: {
    label: { en: 'Arrival of the goods', zh: '货物到港' },
    explanation: {
      en: 'The goods were declared ahead; customs act once they have arrived.',
      zh: '货物已提前申报，到港后海关才会处理。',
    },
  },
  documents: {
    label: { en: 'Documents for customs', zh: '待补交单证' },
    explanation: {
      en: 'Customs want to see papers; upload them and send them in answer.',
      zh: '海关要求提供单证，请上传并答复。',
    },
  },
  'an-answer': {
    label: { en: 'An answer to customs', zh: '待答复海关' },
    explanation: {
      en: 'Customs have asked a question that somebody has to answer.',
      zh: '海关提出了问题，需要答复。',
    },
  },
  funds: {
    label: { en: 'Funds for the charges', zh: '税款余额不足' },
    explanation: {
      en: 'The account does not cover duty and tax; once it does, customs go on.',
      zh: '账户余额不足以支付税费，补足后海关继续办理。',
    },
  },
  carrier: {
    label: { en: 'Delivery', zh: '派送' },
    explanation: {
      en: 'Customs are done; the carrier brings the goods to the buyer.',
      zh: '海关手续已完成，承运人正将货物送往买方。',
    },
  },
  'an-outcome': {
    label: { en: 'What becomes of the goods', zh: '待决定货物处置' },
    explanation: {
      en: 'The goods were refused or seized; what becomes of them has to be decided or recorded.',
      zh: '货物被拒绝入境或扣押，需决定或登记如何处置。',
    },
  },
  'supplementary-declaration': {
    label: { en: 'Supplementary declaration', zh: '待补充申报' },
    explanation: {
      en: 'The goods were released on a simplified declaration; the supplementary one completes it, and duty and tax are owed with it.',
      zh: '货物已凭简化申报放行，须提交补充申报；税费随补充申报缴纳。',
    },
  },
} as const satisfies Readonly<Record<NextAction['waitingFor'], Term>>
