import { addDecimals, type DecimalText } from '../../customs/money/decimal.ts'
import { failure, success, type Result } from '../../customs/result.ts'
import { inTransaction } from '../../platform/postgres/index.ts'
import { openDossier } from '../officers/act.ts'
import { refused, type Desk } from '../officers/decision.ts'
import { NOBODY, type ReassessmentPreview } from '../officers/preview-reassessment.ts'
import { assessLate, moreDueInCash } from '../officers/reassess-after-review.ts'
import type { ItemCorrection } from '../officers/finding.ts'
import { negated } from '../processing/account-book.ts'
import type { Office } from '../processing/office.ts'
import { lockThread } from '../store/correspondence-store.ts'
import type { AuthorityTransaction } from '../store/lodgement-store.ts'
import { notPossible, type DecisionOrder } from './decide-thread.ts'
import { asDeclared, nothingVaried } from './decision-effects.ts'
import type { Thread } from './thread.ts'
import { possibleOutcomes } from './thread-outcomes.ts'

/** What a decision would make of an assessment. */
export interface DecisionPreview extends ReassessmentPreview {
  /** What would have to be paid in cash first, in pounds; absent where nothing has. */
  readonly cashDueGbp?: DecimalText
}

type PreviewOrder = Pick<DecisionOrder, 'outcome' | 'items'>

/**
 * Works out a decision on a correction or a review as the decision itself would at this moment, and
 * throws it away. The payment that such a decision may need is asked for with the decision alone.
 *
 * @returns undefined where there is no such thread, or it is about no declaration
 */
export async function previewDecision(
  office: Office,
  reference: string,
  order: PreviewOrder,
): Promise<Result<DecisionPreview> | undefined> {
  return inTransaction(office.database, async (transaction) => {
    const thread = await lockThread(transaction, reference)
    if (thread?.mrn === undefined) return undefined
    if (!possibleOutcomes(thread).includes(order.outcome)) return failure(notPossible(thread))
    const items = await itemsToHold(transaction, thread, order)
    if (items.length === 0) return failure(nothingVaried)
    const desk = await openDossier(transaction, office, { mrn: thread.mrn, officer: NOBODY })
    return desk.ok ? previewOf(desk.value, items) : desk
  })
}

async function itemsToHold(
  transaction: AuthorityTransaction,
  thread: Thread,
  { outcome, items = [] }: PreviewOrder,
): Promise<readonly ItemCorrection[]> {
  const isUndone = outcome === 'cancelled' && thread.appealed?.decision === 'assessment'
  return isUndone ? asDeclared(transaction, thread) : items
}

function previewOf(desk: Desk, items: readonly ItemCorrection[]): Result<DecisionPreview> {
  const assessed = assessLate(desk, { reason: NOBODY, items, after: 'review' })
  if (!assessed.ok) return assessed
  const before = desk.facts?.assessment
  if (before === undefined) return refused(notAssessed)
  const { change, assessment: after } = assessed.value
  const cashDueGbp = moreDueInCash(desk, assessed.value)
  return success({
    version: change.lodgement.version,
    ...{ before, after },
    payableDifferenceGbp: addDecimals(after.payableGbp, negated(before.payableGbp)),
    told: change.notifications.map(({ content }) => content.code),
    ...(cashDueGbp !== undefined && { cashDueGbp }),
  })
}

const notAssessed = {
  message: 'There is no assessment to change.',
  mend: 'Wait until the office has assessed.',
  zh: { message: '尚无核税结果可更改。', mend: '请等待海关核税。' },
}
