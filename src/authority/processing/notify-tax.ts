import { type Assessment, hasTaxLines } from '../assessment/assessment.ts'
import { type LodgementChange, notify } from './change.ts'

/**
 * Tells what was worked out (13), as a first calculation (67) or as the final one (4). Nothing is told
 * where the data set bears no tax, as HMRC's trader tests of H7, H8 and I1 (TT_IM050a) show.
 */
export function notifyTax(
  change: LodgementChange,
  status: '67' | '4',
  assessment: Assessment,
): LodgementChange {
  return hasTaxLines(assessment)
    ? notify(change, { code: '13', status, items: assessment.items })
    : change
}
