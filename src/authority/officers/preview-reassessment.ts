import type { DecimalText } from '../../customs/money/decimal.ts'
import { addDecimals } from '../../customs/money/decimal.ts'
import { success, type Result } from '../../customs/result.ts'
import { inTransaction } from '../../platform/postgres/index.ts'
import type { Assessment } from '../assessment/assessment.ts'
import { negated } from '../processing/account-book.ts'
import type { Office } from '../processing/office.ts'
import { openDossier } from './act.ts'
import { refused } from './decision.ts'
import { reassess, type ReassessmentOrder } from './reassess.ts'

/** What a re-assessment would come to, beside what stands now. */
export interface ReassessmentPreview {
  /** The version that it would become. */
  readonly version: number
  readonly before: Assessment
  readonly after: Assessment
  /** How much more the trader would have to pay, in pounds; negative for less. */
  readonly payableDifferenceGbp: DecimalText
  /** Function codes of what the trader would be told, in their order. */
  readonly told: readonly string[]
}

/** Who would act; a preview is nobody's act and is written nowhere. */
export const NOBODY = 'preview'

/**
 * Takes a re-assessment as {@link reassess} would and throws the result away, so the figures are
 * those that the act itself would have at this moment.
 */
export async function previewReassessment(
  office: Office,
  mrn: string,
  order: ReassessmentOrder,
): Promise<Result<ReassessmentPreview>> {
  return inTransaction(office.database, async (transaction) => {
    const desk = await openDossier(transaction, office, { mrn, officer: NOBODY })
    if (!desk.ok) return desk
    const decided = reassess(order)(desk.value)
    if (!decided.ok) return decided
    const before = desk.value.facts?.assessment
    const { assessment: after, lodgement, notifications } = decided.value
    if (before === undefined || after === undefined) {
      return refused({
        message: 'There is no assessment to change.',
        mend: 'Wait until the office has assessed.',
        zh: { message: '尚无核税结果可更改。', mend: '请等待海关核税。' },
      })
    }
    return success({
      version: lodgement.version,
      before,
      after,
      payableDifferenceGbp: addDecimals(after.payableGbp, negated(before.payableGbp)),
      told: notifications.map(({ content }) => content.code),
    })
  })
}
