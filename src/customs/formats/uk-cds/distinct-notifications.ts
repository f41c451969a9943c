import { canonicalJson } from '../../canonical-json.ts'
import type { Notification } from './notification.ts'
import type { Unfit } from './standing.ts'

/**
 * Function codes in the order in which a declaration goes through them. It orders messages of the
 * same second, and nothing else can: CDS often stamps a tax statement a second before the acceptance
 * that it follows.
 */
const precedence = '02 03 01 13 05 06 51 14 15 11 07 08 09 18 16 50 17 10'.split(' ')

/** Messages each once, in an order that follows from their content alone. */
export interface DistinctNotifications {
  readonly notifications: readonly Notification[]
  /** Messages that bear the id of another message but say something else. */
  readonly unfit: readonly Unfit[]
}

/**
 * Brings notifications, however often and in whatever order they came, into one order:
 * by time of issue, then by {@link precedence}, then by id.
 */
export function distinctNotifications(
  notifications: readonly Notification[],
): DistinctNotifications {
  const byContent = new Map(notifications.map((each) => [canonicalJson(each), each]))
  const inOrder = [...byContent]
    .sort(
      ([leftText, left], [rightText, right]) =>
        compareInOrder(left, right) || compareTexts(leftText, rightText),
    )
    .map(([, notification]) => notification)
  const ids = new Set<string>()
  const distinct: Notification[] = []
  const unfit: Unfit[] = []
  for (const notification of inOrder) {
    const { notificationId } = notification
    if (notificationId !== undefined && ids.has(notificationId)) {
      unfit.push({ notification, reason: 'Another message with the same id says something else.' })
      continue
    }
    if (notificationId !== undefined) ids.add(notificationId)
    distinct.push(notification)
  }
  return { notifications: distinct, unfit }
}

function compareInOrder(left: Notification, right: Notification): number {
  return (
    timeOf(left) - timeOf(right) ||
    rankOf(left) - rankOf(right) ||
    compareTexts(left.notificationId ?? '', right.notificationId ?? '')
  )
}

/** Milliseconds since 1970, because zones differ; a message without time comes last. */
function timeOf({ issuedAt }: Notification): number {
  const time = issuedAt === undefined ? Number.NaN : Date.parse(issuedAt)
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time
}

function rankOf({ functionCode }: Notification): number {
  const rank = precedence.indexOf(functionCode)
  return rank < 0 ? precedence.length : rank
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
