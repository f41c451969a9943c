import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { SwitchName } from './stage-state.ts'

/** What each switch is called and does, in one line. */
export const switchWords: Readonly<
  Record<SwitchName, { readonly title: BilingualText; readonly explanation: BilingualText }>
> = {
  'mis-describe': {
    title: { en: 'Mis-describe the goods', zh: '谎报品名' },
    explanation: {
      en: 'The order calls six T-shirts notebooks, which bear no duty. The officer opens the parcel.',
      zh: '订单把六件 T 恤写成免税的笔记本，关员开箱查验。',
    },
  },
  'under-value': {
    title: { en: 'Under-value the goods', zh: '低报价格' },
    explanation: {
      en: 'The order says the shoes cost £4. A risk rule of customs notices.',
      zh: '订单称皮鞋仅 4 英镑，海关风险规则予以识别。',
    },
  },
  inspect: {
    title: { en: 'Inspect the parcel', zh: '查验包裹' },
    explanation: {
      en: 'The officer opens the parcel although nothing speaks against it.',
      zh: '即使并无疑点，关员也开箱查验。',
    },
  },
  'lose-network': {
    title: { en: 'Lose the network', zh: '网络中断' },
    explanation: {
      en: 'The line between Tidewaiter and customs is cut, both ways, until it is mended.',
      zh: 'Tidewaiter 与海关之间的线路双向中断，直到修复。',
    },
  },
  'kill-worker': {
    title: { en: 'Kill the worker', zh: '终止工作进程' },
    explanation: {
      en: 'The process that does the work is killed right before the next step, and comes back later.',
      zh: '在下一步之前强行终止工作进程，稍后重新启动。',
    },
  },
  'lose-answer': {
    title: { en: 'Lose the answer', zh: '丢失应答' },
    explanation: {
      en: 'Customs takes the next message, but its answer never arrives: was it sent or not?',
      zh: '海关已收到下一条报文，但应答丢失：到底发没发到？',
    },
  },
}

/** What is told when something breaks. */
export const faultWords = {
  'lose-network': {
    text: { en: 'The line to customs is cut.', zh: '通往海关的线路已中断。' },
    why: {
      en: 'Messages wait in the outbox and are tried again. Customs keeps its own and pushes them again.',
      zh: '报文留在发件箱并自动重试；海关也会保留并重发其通知。',
    },
  },
  'kill-worker': {
    text: { en: 'The worker has been killed.', zh: '工作进程已被强行终止。' },
    why: {
      en: 'Its jobs lie in the database with everything that they need. Whoever works next takes them up.',
      zh: '任务及其所需数据都在数据库中，由下一个工作进程接手。',
    },
  },
  'lose-answer': {
    text: {
      en: 'Customs has taken the message, and its answer was lost.',
      zh: '海关已收到报文，但应答丢失。',
    },
    why: {
      en: 'Sending it blindly again could declare the goods twice. Tidewaiter asks first.',
      zh: '盲目重发可能造成重复申报，Tidewaiter 会先查询。',
    },
  },
} as const satisfies Partial<Record<SwitchName, { text: BilingualText; why: BilingualText }>>

/** What is told when it works again. */
export const recoveryWords = {
  'lose-network': {
    text: { en: 'The line is mended.', zh: '线路已修复。' },
    why: {
      en: 'What waited goes out now, each message once, in both directions.',
      zh: '等待中的报文现在双向发出，每条仅一次。',
    },
  },
  'kill-worker': {
    text: { en: 'A new worker is at work.', zh: '新的工作进程已启动。' },
    why: {
      en: 'It takes up the jobs where they lie; nothing is done twice.',
      zh: '它接手未完成的任务，不会重复执行。',
    },
  },
  'lose-answer': {
    text: {
      en: 'Tidewaiter has cleared up what became of the message.',
      zh: 'Tidewaiter 已查明报文的下落。',
    },
    why: {
      en: 'A declaration is asked for by its reference before it would be sent again, so it stands in the register once.',
      zh: '重发前先按参考号查询，因此登记簿中只有一份报关单。',
    },
  },
} as const satisfies Record<keyof typeof faultWords, { text: BilingualText; why: BilingualText }>

/** What a step does while the line is cut and nothing else can go on. */
export const mendWords: BilingualText = {
  en: 'The line is mended.',
  zh: '修复线路。',
}
