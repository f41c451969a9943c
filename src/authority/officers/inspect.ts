import { failure, success, type Failure } from '../../customs/result.ts'
import { note, unchanged, wakeAt } from '../processing/change.ts'
import { openControl, refused, wrongState, type Decision, type Desk } from './decision.ts'
import type { Finding } from './finding.ts'

/**
 * Records what an inspection found. Where every item is as declared the inspection is closed and
 * the goods go on; else it stays open until the officer re-assesses, refuses or seizes.
 */
export function recordFindings(order: {
  readonly inspectionId: string
  readonly findings: readonly Finding[]
}): Decision {
  return (desk) => {
    const wrong = wrongState(desk, ['accepted'])
    if (wrong !== undefined) return wrong
    const inspection = openControl(desk, order.inspectionId)
    if (!inspection.ok) return inspection
    if (inspection.value.kind !== 'inspection') {
      return refused('This control is no inspection.', 'close it as what it is')
    }
    const [problem, ...others] = order.findings.flatMap((finding, index) =>
      findingProblems(desk, finding, index),
    )
    if (problem !== undefined) return failure(problem, ...others)
    const noted = note(unchanged(desk.lodgement), {
      actor: desk.officer,
      what: 'recorded an inspection',
      detail: order,
    })
    if (order.findings.some((finding) => finding.result !== 'satisfied')) return success(noted)
    const closed = {
      id: order.inspectionId,
      closedBy: desk.officer,
      outcome: { result: 'satisfied', findings: order.findings },
    }
    return success(wakeAt({ ...noted, closedControls: [closed] }, desk.now))
  }
}

/** What each result has to say about the item besides its reason. */
const NEEDED: Readonly<Record<Finding['result'], readonly (keyof Finding)[]>> = {
  satisfied: [],
  're-classified': ['commodityCode'],
  're-valued': ['itemPrice'],
  'quantity-differs': ['netMassKg', 'supplementaryQuantity'],
  restricted: [],
}

function findingProblems(desk: Desk, finding: Finding, index: number): readonly Failure[] {
  const path = `/findings/${index}`
  if (!desk.lodgement.declaration.items.some((item) => item.sequence === finding.sequence)) {
    const message = `The declaration has no item ${finding.sequence}.`
    return [{ code: 'not-found', path: `${path}/sequence`, message }]
  }
  const needed = NEEDED[finding.result]
  if (needed.length === 0 || needed.some((field) => finding[field] !== undefined)) return []
  const message = `A finding '${finding.result}' needs ${needed.join(' or ')}.`
  return [{ code: 'fact-missing', path, message }]
}
