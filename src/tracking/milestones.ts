import type { CaseEvent, CaseEventType } from '../clearance/events/case-event.ts'
import type { BilingualText } from '../customs/bilingual-text.ts'

/** A step of a case that people and systems are told of. */
export interface Milestone {
  /** The type of the webhook, and what a subscription names. */
  readonly type: string
  /** The events that mean it. */
  readonly events: readonly CaseEventType[]
  /** What happened, as it stands in a timeline or the subject of a mail. */
  readonly title: BilingualText
  /** Where not every event of the types means it. */
  readonly when?: (event: CaseEvent) => boolean
  /** It lasts until something else happens: said once more in between, it is no news for anybody. */
  readonly lasting?: true
  /** Told to systems, not mailed: it passes within moments and changes nothing for anybody. */
  readonly quiet?: true
  /** A matter of those who run the case: buyers are not told of it. */
  readonly staffOnly?: true
}

/** Every milestone, in the order of the way from the order to the delivered parcel. */
export const milestones = [
  {
    type: 'case.opened',
    events: ['case-opened'],
    title: { en: 'Order received', zh: '订单已收到' },
  },
  {
    type: 'case.needs-data',
    events: ['checks-completed'],
    title: { en: 'A detail about the goods is missing', zh: '缺少商品信息' },
    when: hasObstacles,
    lasting: true,
  },
  {
    type: 'case.stopped',
    events: ['case-stopped'],
    title: { en: 'On hold', zh: '已暂缓' },
  },
  {
    type: 'case.reopened',
    events: ['case-reopened'],
    title: { en: 'Taken up again', zh: '已恢复办理' },
  },
  {
    type: 'case.ready',
    events: ['checks-passed'],
    title: { en: 'Customs papers complete', zh: '海关文件齐全' },
    quiet: true,
  },
  {
    type: 'declaration.lodged',
    events: ['declaration-sent'],
    title: { en: 'Customs papers sent', zh: '海关文件已提交' },
    quiet: true,
  },
  {
    type: 'declaration.rejected',
    events: ['declaration-rejected'],
    title: { en: 'Customs asks for corrected papers', zh: '海关要求更正文件' },
  },
  {
    type: 'declaration.registered',
    events: ['declaration-registered'],
    title: { en: 'Customs has the papers', zh: '海关已收到文件' },
  },
  {
    type: 'goods.arrived',
    events: ['goods-arrived', 'goods-presented'],
    title: { en: 'Parcel arrived in the country', zh: '包裹已到达目的国' },
  },
  {
    type: 'declaration.accepted',
    events: ['declaration-accepted'],
    title: { en: 'Customs is checking the papers', zh: '海关审核中' },
  },
  {
    type: 'documents.requested',
    events: ['documents-requested'],
    title: { en: 'Customs asks for more papers', zh: '海关要求补充文件' },
  },
  {
    type: 'examination.ordered',
    events: ['examination-ordered'],
    title: { en: 'Customs takes a closer look', zh: '海关查验' },
  },
  {
    type: 'question.asked',
    events: ['question-asked'],
    title: { en: 'Customs asks a question', zh: '海关提出问题' },
  },
  {
    type: 'charges.assessed',
    events: ['assessment-notified', 'assessment-corrected', 'assessment-final'],
    title: { en: 'Duty and tax worked out', zh: '税费已核定' },
  },
  {
    type: 'payment.due',
    events: ['debt-incurred'],
    title: { en: 'Duty and tax due', zh: '税费待缴' },
  },
  {
    type: 'payment.insufficient-funds',
    events: ['funds-insufficient'],
    title: { en: 'Customs waits for the payment', zh: '海关等待缴款' },
  },
  {
    type: 'payment.made',
    events: ['debt-paid'],
    title: { en: 'Duty and tax paid', zh: '税费已缴' },
  },
  {
    type: 'payment.refunded',
    events: ['debt-refunded'],
    title: { en: 'Duty and tax refunded', zh: '税费已退还' },
  },
  {
    type: 'goods.released',
    events: ['goods-released'],
    title: { en: 'Released by customs', zh: '海关已放行' },
  },
  {
    type: 'case.exited',
    events: ['goods-exited'],
    title: { en: 'Left the country of dispatch', zh: '已离开发货国' },
  },
  {
    type: 'supplementary.owed',
    events: ['supplementary-owed'],
    title: { en: 'Supplementary declaration owed', zh: '须提交补充申报' },
    staffOnly: true,
  },
  {
    type: 'supplementary.due-soon',
    events: ['supplementary-reminded'],
    title: { en: 'Supplementary declaration due soon', zh: '补充申报即将到期' },
    staffOnly: true,
  },
  {
    type: 'supplementary.overdue',
    events: ['supplementary-overdue'],
    title: { en: 'Supplementary declaration overdue', zh: '补充申报已逾期' },
    staffOnly: true,
  },
  {
    type: 'supplementary.rejected',
    events: ['supplementary-rejected'],
    title: { en: 'Supplementary declaration rejected', zh: '补充申报被退回' },
    staffOnly: true,
  },
  {
    type: 'goods.out-for-delivery',
    events: ['goods-handed-over'],
    title: { en: 'Out for delivery', zh: '派送中' },
  },
  {
    type: 'delivery.failed',
    events: ['delivery-failed'],
    title: { en: 'Delivery did not work out', zh: '派送未成功' },
  },
  {
    type: 'goods.delivered',
    events: ['goods-delivered'],
    title: { en: 'Delivered', zh: '已送达' },
  },
  {
    type: 'declaration.expired',
    events: ['declaration-expired'],
    title: { en: 'Customs papers lapsed', zh: '海关文件已失效' },
  },
  {
    type: 'declaration.invalidated',
    events: ['declaration-invalidated'],
    title: { en: 'Customs papers withdrawn', zh: '海关文件已撤销' },
  },
  {
    type: 'entry.refused',
    events: ['entry-refused'],
    title: { en: 'Not let into the country', zh: '未准入境' },
  },
  {
    type: 'goods.seized',
    events: ['goods-seized'],
    title: { en: 'Taken into custody by customs', zh: '已被海关扣押' },
  },
  {
    type: 'goods.kept-back',
    events: ['goods-kept-back'],
    title: { en: 'Customs keeps a part of the goods', zh: '海关留置部分货物' },
  },
  {
    type: 'goods.kept-restored',
    events: ['kept-goods-restored'],
    title: { en: 'Customs gives back what it kept', zh: '海关发还留置的货物' },
  },
  {
    type: 'goods.kept-lost',
    events: ['kept-goods-lost'],
    title: { en: 'What customs kept does not come', zh: '海关留置的货物不再交付' },
  },
  {
    type: 'goods.returned',
    events: ['goods-returned'],
    title: { en: 'Going back to the sender', zh: '退回寄件人' },
  },
  {
    type: 'goods.destroyed',
    events: ['goods-destroyed'],
    title: { en: 'Destroyed under the eyes of customs', zh: '已在海关监管下销毁' },
  },
  {
    type: 'goods.abandoned',
    events: ['goods-abandoned'],
    title: { en: 'Given up to customs', zh: '已放弃并交海关处理' },
  },
  {
    type: 'goods.restored',
    events: ['goods-restored'],
    title: { en: 'Given back by customs', zh: '海关已返还' },
  },
  {
    type: 'goods.forfeited',
    events: ['goods-forfeited'],
    title: { en: 'Kept by customs', zh: '已被海关没收' },
  },
] as const satisfies readonly Milestone[]

/** Checks that pass are told by `case.ready`. */
function hasObstacles(event: CaseEvent): boolean {
  if (event.type !== 'checks-completed') return false
  const { findings, failures } = event.data
  return failures.length > 0 || findings.some((finding) => finding.severity === 'blocking')
}

/** The types of webhooks that exist. Types are added, never renamed: subscriptions name them. */
export type MilestoneType = (typeof milestones)[number]['type']

/** A milestone of a case with the event that meant it. */
export interface ReachedMilestone {
  readonly milestone: Milestone & { readonly type: MilestoneType }
  readonly event: CaseEvent
}

const byEventType: ReadonlyMap<CaseEventType, ReachedMilestone['milestone']> = new Map(
  milestones.flatMap((milestone: ReachedMilestone['milestone']) =>
    milestone.events.map((type) => [type, milestone] as const),
  ),
)

/**
 * The milestones that events reach, in the order of the record. One that several events of a moment
 * mean, such as a debt for each kind of tax, is reached once, by the last of them.
 */
export function milestonesAmong(events: readonly CaseEvent[]): readonly ReachedMilestone[] {
  const reached: ReachedMilestone[] = []
  for (const event of events) {
    const milestone = byEventType.get(event.type)
    if (milestone === undefined || milestone.when?.(event) === false) continue
    const before = reached.at(-1)
    if (before?.milestone === milestone && before.event.at === event.at) reached.pop()
    reached.push({ milestone, event })
  }
  return reached
}
