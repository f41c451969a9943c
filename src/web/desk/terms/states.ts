import type { BilingualText } from '../../../customs/bilingual-text.ts'
import type { LodgementState } from '../../../authority/life-cycle/lodgement-state.ts'
import type { ControlLane } from '../../../authority/risk/control-lane.ts'
import type { RiskAction } from '../../../authority/risk/risk-rule.ts'
import type { RiskLevel } from '../../../authority/risk/risk-score.ts'
import type { WaitedFor } from '../../../authority/store/queue-store.ts'
import type { ControlKind, PaymentState } from '../../../authority/store/tables.ts'

/** The states of a lodgement. */
export const stateWords: Readonly<Record<LodgementState, BilingualText>> = {
  received: { en: 'Received', zh: '已接收' },
  rejected: { en: 'Rejected', zh: '已退单' },
  registered: { en: 'Awaiting arrival', zh: '等待到货' },
  expired: { en: 'Expired', zh: '已失效' },
  accepted: { en: 'Accepted', zh: '已受理' },
  released: { en: 'Released, something open', zh: '已放行（有未结事项）' },
  cleared: { en: 'Cleared', zh: '已结关' },
  exited: { en: 'Left the country', zh: '已离境' },
  cancelled: { en: 'Cancelled', zh: '已撤销' },
  refused: { en: 'Refused', zh: '已拒绝入境' },
  seized: { en: 'Seized', zh: '已扣押' },
  disposed: { en: 'Disposed of', zh: '已处置' },
}

/** The colour of a state: green for gone well, red for stopped, blue for under way. */
export const stateColours: Readonly<Record<LodgementState, string>> = {
  received: 'gray',
  rejected: 'red',
  registered: 'gray',
  expired: 'gray',
  accepted: 'blue',
  released: 'teal',
  cleared: 'green',
  exited: 'green',
  cancelled: 'gray',
  refused: 'red',
  seized: 'red',
  disposed: 'gray',
}

/** What holds a lodgement up. */
export const controlWords: Readonly<Record<ControlKind, BilingualText>> = {
  inspection: { en: 'Inspection', zh: '查验' },
  documents: { en: 'Documents wanted', zh: '待交单证' },
  question: { en: 'Question', zh: '问询' },
  review: { en: 'Officer’s review', zh: '关员审核' },
}

/** Whom a lodgement waits for. */
export const waitWords: Readonly<Record<WaitedFor, BilingualText>> = {
  officer: { en: 'Waits for an officer', zh: '等待关员' },
  trader: { en: 'Waits for the trader', zh: '等待贸易商' },
  money: { en: 'Waits for payment', zh: '等待付款' },
  nobody: { en: 'Waits for nobody', zh: '无需等待' },
}

/** How closely an entry is looked at. */
export const laneWords: Readonly<Record<ControlLane, BilingualText>> = {
  green: { en: 'Green lane', zh: '绿色通道' },
  yellow: { en: 'Yellow lane: papers', zh: '黄色通道：审单' },
  red: { en: 'Red lane: goods', zh: '红色通道：查验' },
}

/** How urgent an entry is. */
export const levelWords: Readonly<Record<RiskLevel, BilingualText>> = {
  high: { en: 'High risk', zh: '高风险' },
  medium: { en: 'Medium risk', zh: '中风险' },
  low: { en: 'Low risk', zh: '低风险' },
  none: { en: 'No rule applies', zh: '未命中规则' },
}

/** What a risk rule leads to. */
export const actionWords: Readonly<Record<RiskAction, BilingualText>> = {
  inspect: { en: 'inspect the goods', zh: '查验货物' },
  'request-documents': { en: 'ask for documents', zh: '要求提交单证' },
  review: { en: 'put before an officer', zh: '交关员审核' },
}

/** Whether the money is there. */
export const paymentWords: Readonly<Record<PaymentState, BilingualText>> = {
  none: { en: 'Nothing charged yet', zh: '尚未扣款' },
  'awaiting-cash': { en: 'Waiting for cash', zh: '等待现金付款' },
  overdue: { en: 'Demanded and not paid in time; reminded', zh: '追缴逾期未付，已催告' },
  referred: { en: 'Not paid; handed to debt recovery', zh: '未付清，已移交追讨' },
  insufficient: { en: 'The account has too little', zh: '账户额度不足' },
  reminded: { en: 'The account has too little; reminded', zh: '账户额度不足，已催告' },
  settled: { en: 'Paid', zh: '已付清' },
}
