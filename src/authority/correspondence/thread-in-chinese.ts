import type { ThreadEvent, ThreadStatus } from './thread-life-cycle.ts'

/** Where a thread stands, as officers who read Chinese are told; the desk's pages use the same words. */
export const threadStatesInChinese: Readonly<Record<ThreadStatus, string>> = {
  open: '未结',
  answered: '已答复',
  decided: '已决定',
  closed: '已结束',
}

/** What moves a thread on, in Chinese. */
export const threadEventsInChinese: Readonly<Record<ThreadEvent, string>> = {
  'trader-writes': '来函',
  'office-asks': '询问',
  'office-tells': '答复',
  decide: '决定',
  reopen: '重新办理',
  close: '结束',
}
