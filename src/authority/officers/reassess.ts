import { decimal } from '../../customs/money/decimal.ts'
import { checked, failure, type Result, success } from '../../customs/result.ts'
import { assess } from '../assessment/assess.ts'
import type { LodgedDeclaration, LodgedItem } from '../message/lodged-declaration.ts'
import type { ChangedItem } from '../notification/content.ts'
import { dayOf } from '../processing/accept.ts'
import { askRiskRulesAgain } from '../processing/ask-risk-rules.ts'
import { amend, note, notify, unchanged, wakeAt, type ClosedControl } from '../processing/change.ts'
import { notifyTax } from '../processing/notify-tax.ts'
import { itemPointer, type DeclarationError, type PointerStep } from '../rules/declaration-error.ts'
import { openInspection, unknownItem, wrongState, type Decision, type Desk } from './decision.ts'
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
    const closed = closedInspection(desk, order)
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

/** The reasons are those of the message interface, which has them in English and as codes. */
function notAssessable(errors: readonly DeclarationError[]): ReturnType<typeof failure> {
  const reasons = errors.map(({ reason }) => reason).join(' ')
  return failure({
    code: 'unknown-commodity-code',
    path: '/items',
    message: `The corrected declaration cannot be assessed: ${reasons}`,
    mend: 'Correct the items so that the tariff has a line for each of them.',
    zh: {
      message: `更正后的报关单无法核税（${errors.map(({ code }) => code).join('、')}）。`,
      mend: '请更正各项货物，使税则中均有对应的税目。',
    },
  })
}

function closedInspection(
  desk: Desk,
  { inspectionId, reason }: ReassessmentOrder,
): Result<readonly ClosedControl[]> {
  if (inspectionId === undefined) return success([])
  const inspection = openInspection(desk, inspectionId)
  if (!inspection.ok) return inspection
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
  const { originCountry, preferenceCode } = correction
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
    ...(originCountry === undefined ? {} : { originCountry }),
    ...(preferenceCode === undefined ? {} : { preferenceCode }),
  }
}

/** Where in the declaration each corrected fact stands. */
const PLACES: Readonly<Record<Exclude<keyof ItemCorrection, 'sequence'>, string>> = {
  commodityCode: '23A/21A#1/145',
  itemPrice: '23A/79A/112',
  netMassKg: '23A/65A/128',
  supplementaryQuantity: '23A/65A/130',
  originCountry: '92A/063',
  preferenceCode: '23A/50A/164',
}

function correctionPointers(correction: ItemCorrection): readonly (readonly PointerStep[])[] {
  return Object.entries(PLACES)
    .filter(([field]) => correction[field as keyof typeof PLACES] !== undefined)
    .map(([, place]) => itemPointer(correction.sequence, place))
}
