import { success } from '../../customs/result.ts'
import { note, notify, unchanged, type NewControl } from '../processing/change.ts'
import { secondsAfter } from '../processing/instant.ts'
import { wrongState, type Decision } from './decision.ts'

/** Asks the trader for papers: 06 with the list, why, and the last day. The goods wait. */
export function requestDocuments(order: {
  readonly wanted: readonly string[]
  readonly reason: string
}): Decision {
  return (desk) => {
    const wrong = wrongState(desk, ['accepted'])
    if (wrong !== undefined) return wrong
    const limitAt = secondsAfter(desk.now, desk.knowledge.documentRequestSeconds)
    const control = controlBy(desk.officer, {
      kind: 'documents',
      reason: order.reason,
      detail: { wanted: order.wanted },
      limitAt,
    })
    const wanted = order.wanted.join('; ')
    const opened = { ...unchanged(desk.lodgement), newControls: [control] }
    return success(
      note(notify(opened, { code: '06', wanted, reason: order.reason, limitAt }), {
        actor: desk.officer,
        what: 'requested documents',
        detail: order,
      }),
    )
  }
}

/** Asks the trader a question: 51. The goods wait for the answer. */
export function askQuestion(order: { readonly question: string }): Decision {
  return (desk) => {
    const wrong = wrongState(desk, ['accepted'])
    if (wrong !== undefined) return wrong
    const { question } = order
    const limitAt = secondsAfter(desk.now, desk.knowledge.documentRequestSeconds)
    const control = controlBy(desk.officer, {
      kind: 'question',
      reason: question,
      detail: { question },
      limitAt,
    })
    const opened = { ...unchanged(desk.lodgement), newControls: [control] }
    return success(
      note(notify(opened, { code: '51', question, limitAt }), {
        actor: desk.officer,
        what: 'asked a question',
        detail: order,
      }),
    )
  }
}

/** Orders the goods to be examined: 05. */
export function orderInspection(order: { readonly reason: string }): Decision {
  return (desk) => {
    const wrong = wrongState(desk, ['accepted'])
    if (wrong !== undefined) return wrong
    const control = controlBy(desk.officer, {
      kind: 'inspection',
      reason: order.reason,
      detail: {},
    })
    const opened = { ...unchanged(desk.lodgement), newControls: [control] }
    return success(
      note(notify(opened, { code: '05' }), {
        actor: desk.officer,
        what: 'ordered an inspection',
        detail: order,
      }),
    )
  }
}

function controlBy(officer: string, control: Omit<NewControl, 'openedBy'>): NewControl {
  return { ...control, openedBy: officer }
}
