import { addDecimals, compareDecimals, decimal, isZero } from '../../customs/money/decimal.ts'
import { combineAll, failure, success } from '../../customs/result.ts'
import { statesInChinese } from '../life-cycle/in-chinese.ts'
import { nextState } from '../life-cycle/next-state.ts'
import type { NotificationContent } from '../notification/content.ts'
import { endOpenMatters } from '../processing/answer-request.ts'
import {
  move,
  note,
  notify,
  unchanged,
  wakeAt,
  type LodgementChange,
} from '../processing/change.ts'
import { owedInCash } from '../processing/settle.ts'
import { openControl, refused, wrongState, type Decision, type Desk } from './decision.ts'

/**
 * Lets the goods go as far as the officer is concerned: open requests, questions and reviews are
 * closed, or stay open without holding the goods. The office then charges the debt and releases
 * by itself, with 09, or with 08 where something stays open.
 */
export function release(order: {
  readonly reason: string
  readonly stayOpen: readonly string[]
}): Decision {
  return (desk) => {
    const wrong = wrongState(desk, ['accepted'])
    if (wrong !== undefined) return wrong
    const open = desk.facts?.openControls ?? []
    const inspection = open.find((control) => control.kind === 'inspection')
    if (inspection !== undefined) {
      return refused({
        message: `The inspection ${inspection.id} is still open.`,
        mend: 'Record its findings, or re-assess, first.',
        zh: { message: '仍有未结的查验。', mend: '请先记录查验结果或重新核税。' },
      })
    }
    const staying = combineAll(order.stayOpen.map((id) => openControl(desk, id)))
    if (!staying.ok) return staying
    const closedControls = open
      .filter((control) => !order.stayOpen.includes(control.id))
      .map(({ id }) => ({
        id,
        closedBy: desk.officer,
        outcome: { result: 'satisfied', reason: order.reason },
      }))
    const noted = note(unchanged(desk.lodgement), {
      actor: desk.officer,
      what: 'agreed to release',
      detail: order,
    })
    return success(wakeAt({ ...noted, closedControls, loosenedControls: order.stayOpen }, desk.now))
  }
}

/** Closes a request for documents, a question or a review as answered to the officer's content. */
export function closeControl(order: {
  readonly controlId: string
  readonly reason: string
}): Decision {
  return (desk) => {
    const wrong = wrongState(desk, ['accepted', 'released'])
    if (wrong !== undefined) return wrong
    const control = openControl(desk, order.controlId)
    if (!control.ok) return control
    if (control.value.kind === 'inspection') {
      return refused({
        message: 'An inspection is closed by its findings.',
        mend: 'Record the findings.',
        zh: { message: '查验须以查验结果结束。', mend: '请记录查验结果。' },
      })
    }
    const closed = {
      id: order.controlId,
      closedBy: desk.officer,
      outcome: { result: 'satisfied', reason: order.reason },
    }
    const noted = note(unchanged(desk.lodgement), {
      actor: desk.officer,
      what: `closed a control: ${control.value.kind}`,
      detail: order,
    })
    return success(wakeAt({ ...noted, closedControls: [closed] }, desk.now))
  }
}

/** Refuses the entry: 10 with `R1` and the reason. The goods stay until they are disposed of. */
export function refuse(order: { readonly reason: string }): Decision {
  return (desk) =>
    endEntry(desk, 'refuse', {
      what: 'refused entry',
      reason: order.reason,
      content: { code: '10', statementCode: 'R1', reason: order.reason },
    })
}

/** Seizes the goods: 17 with `S1` and the reason. */
export function seize(order: { readonly reason: string }): Decision {
  return (desk) =>
    endEntry(desk, 'seize', {
      what: 'seized the goods',
      reason: order.reason,
      content: { code: '17', because: 'seized', reason: order.reason },
    })
}

interface Ending {
  readonly what: string
  readonly reason: string
  readonly content: NotificationContent
}

function endEntry(
  desk: Desk,
  event: 'refuse' | 'seize',
  { what, reason, content }: Ending,
): ReturnType<Decision> {
  const next = nextState(desk.lodgement.state, event)
  if (!next.ok) return next
  const moved = move(unchanged(desk.lodgement), event, { endedAt: desk.now })
  const ended = notify({ ...moved, finding: true }, content)
  return success(
    note(
      endOpenMatters(ended, {
        openControls: desk.facts?.openControls ?? [],
        cashPaidGbp: desk.facts?.chargedByMethod.get('A') ?? decimal('0'),
        securities: desk.facts?.securities ?? [],
        actor: desk.officer,
      }),
      { actor: desk.officer, what, detail: { reason } },
    ),
  )
}

/**
 * Every end that refused or seized goods can come to; which of them is open to which is decided by
 * the state of the lodgement.
 */
export const disposals = [
  'returned',
  'destroyed',
  'abandoned',
  'restored',
  'forfeited',
  'sold',
] as const

/**
 * What has become of the goods: `restored` to their owner or `forfeited` after seizure, `abandoned`
 * by the trader after refusal, `sold` by the office, the proceeds in place of the goods.
 */
export type Disposal = (typeof disposals)[number]

const disposalsInChinese: Readonly<Record<Disposal, string>> = {
  returned: '退运',
  destroyed: '销毁',
  abandoned: '由贸易商放弃',
  restored: '发还货主',
  forfeited: '没收',
  sold: '变卖',
}

/** What becomes of refused goods, and what of seized ones. */
const DISPOSALS_OF: Readonly<Record<'refused' | 'seized', readonly Disposal[]>> = {
  refused: ['returned', 'destroyed', 'abandoned', 'sold'],
  seized: ['restored', 'forfeited', 'destroyed', 'sold'],
}

/** Records what has become of refused or seized goods; that ends the matter. */
export function dispose(order: { readonly disposal: Disposal; readonly reason: string }): Decision {
  return (desk) => {
    const { state } = desk.lodgement
    if (state !== 'refused' && state !== 'seized') {
      return refused({
        message: `The lodgement is ${state}.`,
        mend: 'Only refused or seized goods are disposed of.',
        zh: {
          message: `该申报${statesInChinese[state]}。`,
          mend: '只有已拒绝入境或已扣押的货物才能登记处置。',
        },
      })
    }
    const possible = DISPOSALS_OF[state]
    if (!possible.includes(order.disposal)) {
      return refused({
        message: `Goods that are ${state} are not ${order.disposal}.`,
        mend: `They can be ${possible.join(' or ')}.`,
        zh: {
          message: `${statesInChinese[state]}的货物不能${disposalsInChinese[order.disposal]}。`,
          mend: `可以：${possible.map((one) => disposalsInChinese[one]).join('、')}。`,
        },
      })
    }
    const disposed = move(unchanged(desk.lodgement), 'dispose')
    return success(
      note(disposed, { actor: desk.officer, what: `disposed: ${order.disposal}`, detail: order }),
    )
  }
}

/** After the release money is taken for what is demanded alone. */
function isDemanded({ facts }: Desk): boolean {
  return facts !== undefined && !isZero(owedInCash(facts))
}

/** The cashier has received money (method of payment A). */
export function recordPayment(order: {
  readonly amountGbp: string
  readonly reference: string
}): Decision {
  return (desk) => {
    const wrong = wrongState(desk, isDemanded(desk) ? ['accepted', 'released'] : ['accepted'])
    if (wrong !== undefined) return wrong
    const amountGbp = decimal(order.amountGbp)
    if (compareDecimals(amountGbp, decimal('0')) <= 0) {
      return failure({
        code: 'invalid-input',
        path: '/amountGbp',
        message: 'A payment is more than nothing.',
        mend: 'State the amount that was received.',
        zh: { message: '付款金额必须大于零。', mend: '请填写实收金额。' },
      })
    }
    const paid: LodgementChange = {
      ...unchanged(desk.lodgement),
      charges: [{ method: 'A', amountGbp, reference: order.reference }],
    }
    const before = desk.facts?.chargedByMethod.get('A') ?? decimal('0')
    const detail = { ...order, paidTogetherGbp: addDecimals(before, amountGbp) }
    return success(
      wakeAt(note(paid, { actor: desk.officer, what: 'received a payment', detail }), desk.now),
    )
  }
}
