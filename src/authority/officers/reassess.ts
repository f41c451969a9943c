import { decimal } from '../../customs/money/decimal.ts'
import { checked, failure, type Failure, type Result, success } from '../../customs/result.ts'
import { assess } from '../assessment/assess.ts'
import type { LodgedDeclaration, LodgedItem } from '../message/lodged-declaration.ts'
import type { ChangedItem } from '../notification/content.ts'
import { dayOf } from '../processing/accept.ts'
import { amend, note, notify, unchanged, wakeAt, type ClosedControl } from '../processing/change.ts'
import { itemPointer, type PointerStep } from '../rules/declaration-error.ts'
import { openControl, wrongState, type Decision, type Desk } from './decision.ts'
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
 * trader is told what was changed (07) and what is now due (13, 4).
 */
export function reassess(order: ReassessmentOrder): Decision {
  return (desk) => {
    const wrong = wrongState(desk, ['accepted'])
    if (wrong !== undefined) return wrong
    const { lodgement, knowledge } = desk
    const unknown = unknownItems(lodgement.declaration, order)
    if (!unknown.ok) return unknown
    const closed = closedInspection(desk, order)
    if (!closed.ok) return closed
    const corrected = correct(lodgement.declaration, order.items)
    const on = dayOf(lodgement.acceptedAt ?? desk.now)
    const assessed = assess(corrected, { ...knowledge, on })
    if (!assessed.ok) {
      const [first] = assessed.errors
      const message = first?.reason ?? 'The corrected declaration cannot be assessed.'
      return failure({ code: 'unknown-commodity-code', path: '/items', message })
    }
    const version = lodgement.version + 1
    const raised = amend(unchanged(lodgement), {
      declaration: corrected,
      version,
      finalTaxVersion: version,
    })
    const { assessment } = assessed
    const told = notify(
      notify(raised, {
        code: '07',
        reason: order.reason,
        pointers: order.items.flatMap(correctionPointers),
        changedItems: order.items.map(changedItem),
      }),
      { code: '13', status: '4', items: assessment.items },
    )
    const noted = note(told, { actor: desk.officer, what: 're-assessed', detail: order })
    return success(
      wakeAt({ ...noted, corrected, assessment, closedControls: closed.value }, desk.now),
    )
  }
}

function unknownItems({ items }: LodgedDeclaration, order: ReassessmentOrder): Result<undefined> {
  return checked(
    order.items.flatMap(({ sequence }, index): readonly Failure[] => {
      if (items.some((item) => item.sequence === sequence)) return []
      const message = `The declaration has no item ${sequence}.`
      return [{ code: 'not-found', path: `/items/${index}/sequence`, message }]
    }),
  )
}

function closedInspection(
  desk: Desk,
  { inspectionId, reason }: ReassessmentOrder,
): { ok: true; value: readonly ClosedControl[] } | ReturnType<typeof failure> {
  if (inspectionId === undefined) return { ok: true, value: [] }
  const inspection = openControl(desk, inspectionId)
  if (!inspection.ok) return inspection
  if (inspection.value.kind !== 'inspection') {
    const message = `The control ${inspectionId} is no inspection but is about ${inspection.value.kind}.`
    return failure({ code: 'conflict', path: '/inspectionId', message })
  }
  const outcome = { result: 're-assessed', reason }
  return success([{ id: inspectionId, closedBy: desk.officer, outcome }])
}

function correct(
  declaration: LodgedDeclaration,
  corrections: readonly ItemCorrection[],
): LodgedDeclaration {
  const items = declaration.items.map((item): LodgedItem => {
    const correction = corrections.find((candidate) => candidate.sequence === item.sequence)
    return correction === undefined ? item : { ...item, ...changedItem(correction) }
  })
  return { ...declaration, items }
}

function changedItem(correction: ItemCorrection): ChangedItem {
  const { sequence, commodityCode, itemPrice, netMassKg, supplementaryQuantity } = correction
  return {
    sequence,
    ...(commodityCode === undefined ? {} : { commodityCode }),
    ...(itemPrice === undefined
      ? {}
      : { itemPrice: { amount: decimal(itemPrice.amount), currency: itemPrice.currency } }),
    ...(netMassKg === undefined ? {} : { netMassKg: decimal(netMassKg) }),
    ...(supplementaryQuantity === undefined
      ? {}
      : { supplementaryQuantity: decimal(supplementaryQuantity) }),
  }
}

/** Where in the declaration each corrected fact stands. */
const PLACES: Readonly<Record<Exclude<keyof ItemCorrection, 'sequence'>, string>> = {
  commodityCode: '23A/21A#1/145',
  itemPrice: '23A/79A/112',
  netMassKg: '23A/65A/128',
  supplementaryQuantity: '23A/65A/130',
}

function correctionPointers(correction: ItemCorrection): readonly (readonly PointerStep[])[] {
  return Object.entries(PLACES)
    .filter(([field]) => correction[field as keyof typeof PLACES] !== undefined)
    .map(([, place]) => itemPointer(correction.sequence, place))
}
