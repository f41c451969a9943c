import type { NextAction } from '../../../api/views/next-action.ts'
import type { Term } from './term.ts'

/** Whose turn it is in a case. */
export const whoseTurn = {
  yours: {
    label: { en: 'You', zh: '您' },
    explanation: { en: 'Something is for you to do.', zh: '需要您操作。' },
  },
  payer: {
    label: { en: 'Payer', zh: '付款人' },
    explanation: {
      en: 'The charges have to be covered by whoever pays them.',
      zh: '需由付款人补足税费。',
    },
  },
  authority: {
    label: { en: 'Customs', zh: '海关' },
    explanation: { en: 'Customs have to act.', zh: '等待海关处理。' },
  },
  carrier: {
    label: { en: 'Carrier', zh: '承运人' },
    explanation: {
      en: 'The goods have to arrive or be delivered.',
      zh: '等待货物到港或送达。',
    },
  },
  ours: {
    label: { en: 'Tidewaiter', zh: '系统' },
    explanation: { en: 'Tidewaiter is at work on it.', zh: '系统正在处理。' },
  },
} as const satisfies Readonly<Record<NextAction['whose'], Term>>
