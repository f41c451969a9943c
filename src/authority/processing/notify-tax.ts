import { addDecimals, decimal } from '../../customs/money/decimal.ts'
import { type Assessment, hasTaxLines } from '../assessment/assessment.ts'
import type { HeldAmount } from '../notification/content.ts'
import type { NewSecurity } from '../security/security.ts'
import { type LodgementChange, notify } from './change.ts'

/**
 * Tells what was worked out (13), as a first calculation (67) or as the final one (4). Nothing is told
 * where the data set bears no tax, as HMRC's trader tests of H7, H8 and I1 (TT_IM050a) show.
 */
export function notifyTax(
  change: LodgementChange,
  status: '67' | '4',
  assessment: Assessment,
  { securities = [], reason }: { securities?: readonly NewSecurity[]; reason?: string } = {},
): LodgementChange {
  if (!hasTaxLines(assessment)) return change
  return notify(change, {
    ...{ code: '13', status, items: assessment.items },
    ...(securities.length === 0 ? {} : { securities: heldByItem(securities) }),
    ...(reason === undefined ? {} : { reason }),
  })
}

/** One amount for each item and what it is held for, as the message has it. */
function heldByItem(securities: readonly NewSecurity[]): readonly HeldAmount[] {
  const held = new Map<string, HeldAmount>()
  for (const { typeCode, lines } of securities) {
    for (const { sequence, amountGbp } of lines) {
      const key = `${sequence} ${typeCode}`
      const before = held.get(key)?.amountGbp ?? decimal('0')
      held.set(key, { sequence, typeCode, amountGbp: addDecimals(before, amountGbp) })
    }
  }
  return [...held.values()]
}
