import type { Notification } from './notification.ts'
import { optional } from './optional.ts'
import type { Assessment } from './standing.ts'

/** UN/EDIFACT 4405 as CDS uses it in a tax statement. */
const kindByStatus: Readonly<Record<string, Assessment['kind']>> = {
  '4': 'final',
  '67': 'preliminary',
  '115': 'provisional',
}

/** How binding a statement is: the greater replaces the lesser. */
const finality: Readonly<Record<Assessment['kind'], number>> = {
  unknown: 0,
  preliminary: 1,
  provisional: 2,
  final: 3,
}

/**
 * Tax statements from the earliest to the one that counts: by version, then by finality, then in the
 * order given. CDS stamps preliminary and final statements with the same second, so finality goes
 * before time.
 *
 * @param statements notifications 13, in the order of `distinctNotifications`
 */
export function assessmentsOf(statements: readonly Notification[]): readonly Assessment[] {
  return statements
    .map(assessmentOf)
    .sort(
      (left, right) => left.version - right.version || finality[left.kind] - finality[right.kind],
    )
}

function assessmentOf(notification: Notification): Assessment {
  const { notificationId, issuedAt, versionId, statuses, taxLines, bank } = notification
  const status = statuses[0]?.nameCode ?? ''
  const reason = notification.statements.flatMap(({ description }) => description ?? []).join(' ')
  return {
    ...optional('notificationId', notificationId),
    ...optional('at', issuedAt),
    version: versionId ?? 1,
    kind: kindByStatus[status] ?? 'unknown',
    taxLines,
    ...optional('reason', reason || undefined),
    ...optional('bank', bank),
  }
}
