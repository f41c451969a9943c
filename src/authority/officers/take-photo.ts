import { resultOf, success } from '../../customs/result.ts'
import { note, unchanged } from '../processing/change.ts'
import { openInspection, unknownItem, wrongState, type Decision } from './decision.ts'

/** A picture of one item, before it is kept. */
export interface PhotoOrder {
  readonly photoId: string
  readonly inspectionId: string
  readonly itemSequence: number
  readonly sha256: string
}

/** Adds a photo to an open inspection. Nobody is told: a photo only stands behind a finding. */
export function takePhoto(order: PhotoOrder): Decision {
  return (desk) => {
    const wrong = wrongState(desk, ['accepted'])
    if (wrong !== undefined) return wrong
    const inspection = openInspection(desk, order.inspectionId)
    if (!inspection.ok) return inspection
    return resultOf(unknownItem(desk, order.itemSequence, '/itemSequence'), () =>
      note(unchanged(desk.lodgement), {
        actor: desk.officer,
        what: `took a photo of item ${order.itemSequence}`,
        detail: order,
      }),
    )
  }
}

/** Takes a photo back from an open inspection; that it was there stays in the dossier. */
export function takeBackPhoto(order: PhotoOrder): Decision {
  return (desk) => {
    const wrong = wrongState(desk, ['accepted'])
    if (wrong !== undefined) return wrong
    const inspection = openInspection(desk, order.inspectionId)
    if (!inspection.ok) return inspection
    return success(
      note(unchanged(desk.lodgement), {
        actor: desk.officer,
        what: `removed a photo of item ${order.itemSequence}`,
        detail: order,
      }),
    )
  }
}
