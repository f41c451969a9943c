import { notificationNames, type Notification } from './notification.ts'
import { optional } from './optional.ts'
import type { OwnDeclaration, Unfit } from './standing.ts'

/** The notifications of one declaration, told apart by what they speak of. */
export interface NotificationsBySubject extends OwnDeclaration {
  /** About the declaration itself. */
  readonly aboutDeclaration: readonly Notification[]
  /** Receipts, answers and rejections of requests under the same MRN. */
  readonly aboutRequests: readonly Notification[]
  readonly unfit: readonly Unfit[]
}

/** Codes whose message always bears the declaration's own reference. */
const alwaysOwn = ['01', '09', '08', '13', '07', '16', '05', '06', '10', '17', '51', '50', '18']

/**
 * Tells messages about the declaration from messages about requests, by rules that do not look at
 * the order of arrival:
 * - 11 always answers a request.
 * - 02 registers the declaration if it bears its reference, no 01 has accepted version 1, and it is
 *   the first such; every other 02 is the receipt of a request or of a newer version.
 * - 03 rejects the declaration if it bears its reference and nothing shows that the declaration had
 *   been accepted; every other 03 rejects a request and leaves the declaration as it was.
 *
 * @param notifications in the order of `distinctNotifications`
 */
export function notificationsBySubject(
  notifications: readonly Notification[],
  own: OwnDeclaration,
): NotificationsBySubject {
  const lrn = own.lrn ?? ownReference(notifications)
  const mrn = own.mrn ?? notifications.find((each) => each.lrn === lrn && each.mrn)?.mrn
  const unfit: Unfit[] = []
  const fitting = notifications.filter((notification) => {
    const reason = unfitReason(notification, { ...optional('lrn', lrn), ...optional('mrn', mrn) })
    if (reason !== undefined) unfit.push({ notification, reason })
    return reason === undefined
  })
  const registration = registrationOf(fitting, lrn)
  const wasAccepted = fitting.some(({ functionCode }) => acceptanceCodes.has(functionCode))
  const isAboutRequest = (notification: Notification): boolean => {
    switch (notification.functionCode) {
      case '11':
        return true
      case '02':
        return notification !== registration
      case '03':
        return notification.lrn !== lrn || wasAccepted
      default:
        return false
    }
  }
  return {
    ...optional('lrn', lrn),
    ...optional('mrn', mrn),
    aboutDeclaration: fitting.filter((each) => !isAboutRequest(each)),
    aboutRequests: fitting.filter(isAboutRequest),
    unfit,
  }
}

/** What cannot be said of a declaration that was never accepted. */
const acceptanceCodes = new Set(['01', '08', '09', '16'])

function ownReference(notifications: readonly Notification[]): string | undefined {
  for (const code of [...alwaysOwn, '02', '03']) {
    const lrn = notifications.find(({ functionCode }) => functionCode === code)?.lrn
    if (lrn !== undefined) return lrn
  }
  return undefined
}

function unfitReason(notification: Notification, own: OwnDeclaration): string | undefined {
  if (!(notification.functionCode in notificationNames)) {
    return `The function code ${notification.functionCode} is not known.`
  }
  if (notification.mrn !== undefined && own.mrn !== undefined && notification.mrn !== own.mrn) {
    return `The message speaks of another declaration, ${notification.mrn}.`
  }
  if (notification.mrn === undefined && notification.lrn !== own.lrn) {
    return 'The message names neither the MRN nor the reference of this declaration.'
  }
  return undefined
}

function registrationOf(
  notifications: readonly Notification[],
  lrn: string | undefined,
): Notification | undefined {
  const acceptedAtOnce = notifications.some(
    ({ functionCode, versionId }) => functionCode === '01' && versionId === 1,
  )
  if (acceptedAtOnce) return undefined
  return notifications.find((each) => each.functionCode === '02' && each.lrn === lrn)
}
