import { checked, type Result, success } from '../../customs/result.ts'
import { assess } from '../assessment/assess.ts'
import { dayOf } from '../processing/accept.ts'
import { askRiskRulesAgain } from '../processing/ask-risk-rules.ts'
import { amend, note, notify, unchanged, wakeAt, type ClosedControl } from '../processing/change.ts'
import { notifyTax } from '../processing/notify-tax.ts'
import { changedItem, correct, correctionPointers, notAssessable } from './correct-items.ts'
import {
  openInspection,
  refused,
  unknownItem,
  wrongState,
  type Decision,
  type Desk,
} from './decision.ts'
import type { ItemCorrection } from './finding.ts'

/** The order of an officer to hold items for something else than was declared. */
export interface ReassessmentOrder {
  /** Told to the trader with the notification 07. */
  readonly reason: string
  readonly items: readonly ItemCorrection[]
  /** The inspection that this follows from; it is closed. */
  readonly inspectionId?: string
}

/**
 * Corrects items and assesses anew by the law of the day of acceptance: the version is raised, the
 * trader is told what was changed (07) and what is now due (13, 4). The risk rules are asked about the
 * corrected items as well.
 */
export function reassess(order: ReassessmentOrder): Decision {
  return (desk) => {
    const wrong = wrongState(desk, ['accepted'])
    if (wrong !== undefined) return wrong
    const { lodgement, knowledge } = desk
    const known = checked(
      order.items.flatMap(({ sequence }, index) =>
        unknownItem(desk, sequence, `/items/${index}/sequence`),
      ),
    )
    if (!known.ok) return known
    const held = heldItem(desk, order.items)
    if (held !== undefined) return held
    const closed = closedInspection(desk, order, 're-assessed')
    if (!closed.ok) return closed
    const corrected = correct(lodgement.declaration, order.items)
    const on = dayOf(lodgement.acceptedAt ?? desk.now)
    const assessed = assess(corrected, { ...knowledge, on })
    if (!assessed.ok) return notAssessable(assessed.errors)
    const version = lodgement.version + 1
    const raised = amend(unchanged(lodgement), {
      declaration: corrected,
      version,
      finalTaxVersion: version,
    })
    const { assessment } = assessed
    const told = notifyTax(
      notify(raised, {
        code: '07',
        reason: order.reason,
        pointers: order.items.flatMap(correctionPointers),
        changedItems: order.items.map(changedItem),
      }),
      '4',
      assessment,
      { securities: desk.facts?.securities ?? [] },
    )
    const noted = note(told, { actor: desk.officer, what: 're-assessed', detail: order })
    const asked = askRiskRulesAgain(
      { ...noted, corrected, assessment, closedControls: closed.value, finding: true },
      {
        ...{ before: lodgement.declaration, assessment, earlier: desk.evaluations },
        lookedAt: order.inspectionId === undefined ? ['review'] : ['review', 'inspect'],
      },
      knowledge,
    )
    return success(wakeAt(asked, desk.now))
  }
}

/** The inspection that an order follows from, closed by its result; nothing where it names none. */
export function closedInspection(
  desk: Desk,
  { inspectionId, reason }: Pick<ReassessmentOrder, 'inspectionId' | 'reason'>,
  result: string,
): Result<readonly ClosedControl[]> {
  if (inspectionId === undefined) return success([])
  const inspection = openInspection(desk, inspectionId)
  if (!inspection.ok) return inspection
  const outcome = { result, reason }
  return success([{ id: inspectionId, closedBy: desk.officer, outcome }])
}

/** Why an item cannot be corrected now: security is held for it, or a part of it is kept back. */
export function heldItem(
  desk: Desk,
  items: readonly Pick<ItemCorrection, 'sequence'>[],
): ReturnType<typeof refused> | undefined {
  return securedItem(desk, items) ?? keptItem(desk, items)
}

/** What goes of an item follows from what was declared of all of it, so that stays as it is. */
function keptItem(
  { lodgement }: Desk,
  items: readonly Pick<ItemCorrection, 'sequence'>[],
): ReturnType<typeof refused> | undefined {
  const kept = lodgement.declaration.items.filter(({ keptBack }) => keptBack !== undefined)
  const item = items.find((one) => kept.some(({ sequence }) => sequence === one.sequence))
  return item === undefined
    ? undefined
    : refused({
        message: `Goods of item ${item.sequence} are kept back.`,
        mend: 'Give them back first, or leave the item as it was declared.',
        zh: {
          message: `第 ${item.sequence} 项有货物被留置。`,
          mend: '请先发还该货物，或保留该项的申报内容。',
        },
      })
}

/** What is secured is decided with its security, or the same doubt would be charged twice. */
function securedItem(
  { facts }: Desk,
  items: readonly Pick<ItemCorrection, 'sequence'>[],
): ReturnType<typeof refused> | undefined {
  const secured = new Set(
    (facts?.securities ?? []).flatMap(({ doubted }) => doubted.map(({ sequence }) => sequence)),
  )
  const item = items.find(({ sequence }) => secured.has(sequence))
  return item === undefined
    ? undefined
    : refused({
        message: `Security is held for item ${item.sequence}.`,
        mend: 'Release that security or take it as duty.',
        zh: {
          message: `第 ${item.sequence} 项已收取保证金。`,
          mend: '请退还该保证金或将其转为税款。',
        },
      })
}
