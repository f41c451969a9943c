import type { CasePhase } from '../../../api/views/case-phase.ts'
import type { Term } from './term.ts'

/** What keeps a case that waits for customs, where more is known than that. */
export const casePhases = {
  'being-sent': {
    label: { en: 'Being sent', zh: '正在发送' },
    explanation: {
      en: 'The message is on its way; customs have not confirmed that they have it.',
      zh: '报文正在发送，海关尚未确认收到。',
    },
  },
  'trying-again': {
    label: { en: 'Not delivered yet', zh: '尚未送达' },
    explanation: {
      en: 'The message could not be delivered so far. It is kept and tried again by itself.',
      zh: '报文暂未送达，已保存并自动重试。',
    },
  },
  'given-up': {
    label: { en: 'Not delivered', zh: '未能送达' },
    explanation: {
      en: 'The message was given up after many tries; somebody has to send it again.',
      zh: '多次尝试后已放弃发送，需有人重新发送。',
    },
  },
  'under-examination': {
    label: { en: 'Inspection by customs', zh: '海关查验' },
    explanation: {
      en: 'Customs have ordered an inspection: the goods wait until they have been looked at. There is nothing for you to do unless customs ask.',
      zh: '海关已下达查验，货物须等待查验完成。除非海关另有要求，您无需操作。',
    },
  },
} as const satisfies Readonly<Record<CasePhase, Term>>
