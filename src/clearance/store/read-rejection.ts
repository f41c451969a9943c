import {
  explainNotification,
  type CdsErrorText,
  type ErrorExplanation,
} from '../../customs/formats/uk-cds/explain-notification.ts'
import type { Notification } from '../../customs/formats/uk-cds/notification.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import type { CaseEventType } from '../events/case-event.ts'
import { isRejectedSupplementary } from '../supplementary-in-force.ts'

/** What decides over the obstacles of a case; after a rejection the next of them takes its place. */
const decidingEvents: readonly CaseEventType[] = [
  'declaration-rejected',
  'preparation-started',
  'checks-completed',
  'goods-data-changed',
  'case-stopped',
  'case-reopened',
]

/**
 * The errors for which the authority has rejected the last declaration, explained; undefined where
 * it has rejected none, or where something was done about it since.
 */
export async function readRejection(
  transaction: TenantTransaction,
  state: CaseState,
  errorTexts: readonly CdsErrorText[],
): Promise<readonly ErrorExplanation[] | undefined> {
  const { caseId, main, declaration } = state
  if (declaration !== undefined && isRejectedSupplementary(state)) {
    return readErrors(transaction, { caseId, lrn: declaration.lrn }, errorTexts)
  }
  if (main !== 'preparing' || declaration === undefined) return undefined
  const last = await transaction
    .selectFrom('case_event')
    .select('type')
    .where('case_id', '=', caseId)
    .where('type', 'in', decidingEvents)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last?.type !== 'declaration-rejected') return undefined
  return readErrors(transaction, { caseId, lrn: declaration.lrn }, errorTexts)
}

async function readErrors(
  transaction: TenantTransaction,
  { caseId, lrn: own }: { readonly caseId: string; readonly lrn: string },
  errorTexts: readonly CdsErrorText[],
): Promise<readonly ErrorExplanation[]> {
  const rows = await transaction
    .selectFrom('exchange_notification')
    .select('parsed')
    .where('case_id', '=', caseId)
    .where('function_code', '=', '03')
    .orderBy('id')
    .execute()
  return rows
    .map((row) => row.parsed as Notification)
    .filter(({ lrn }) => lrn === own)
    .flatMap((notification) => explainNotification(notification, errorTexts).errors)
}
