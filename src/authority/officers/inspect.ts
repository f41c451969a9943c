import { resultOf, type Failure } from '../../customs/result.ts'
import { note, unchanged, wakeAt } from '../processing/change.ts'
import { openInspection, unknownItem, wrongState, type Decision, type Desk } from './decision.ts'
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
    const inspection = openInspection(desk, order.inspectionId)
    if (!inspection.ok) return inspection
    const problems = order.findings.flatMap((finding, index) =>
      findingProblems(desk, finding, index),
    )
    return resultOf(problems, () => {
      const noted = note(unchanged(desk.lodgement), {
        actor: desk.officer,
        what: 'recorded an inspection',
        detail: order,
      })
      if (order.findings.some((finding) => finding.result !== 'satisfied')) return noted
      const closed = {
        id: order.inspectionId,
        closedBy: desk.officer,
        outcome: { result: 'satisfied', findings: order.findings },
      }
      return wakeAt({ ...noted, closedControls: [closed] }, desk.now)
    })
  }
}

/** What each result has to say about the item besides its reason. */
const NEEDED: Readonly<Record<Finding['result'], readonly (keyof Finding)[]>> = {
  satisfied: [],
  're-classified': ['commodityCode'],
  're-valued': ['itemPrice'],
  'quantity-differs': ['netMassKg', 'supplementaryQuantity'],
  'origin-doubted': ['originCountry', 'preferenceCode'],
  restricted: [],
}

function findingProblems(desk: Desk, finding: Finding, index: number): readonly Failure[] {
  const path = `/findings/${index}`
  const unknown = unknownItem(desk, finding.sequence, `${path}/sequence`)
  if (unknown.length > 0) return unknown
  const needed = NEEDED[finding.result]
  if (needed.length === 0 || needed.some((field) => finding[field] !== undefined)) return []
  return [
    {
      code: 'fact-missing',
      path,
      message: `A finding '${finding.result}' needs ${needed.join(' or ')}.`,
      mend: 'State what the item should have been declared as.',
      zh: {
        message: `第 ${finding.sequence} 项的查验结果缺少更正内容（${needed.join(' / ')}）。`,
        mend: '请填写该项货物应申报的内容。',
      },
    },
  ]
}
