import type { Notification, NotificationCode } from './notification.ts'

let serial = 0

/** A notification about the MRN and reference that the tests share, with an id of its own. */
export function notification(
  functionCode: NotificationCode,
  changes: Partial<Notification> = {},
): Notification {
  serial += 1
  return {
    functionCode,
    notificationId: `id-${String(serial).padStart(4, '0')}`,
    issuedAt: '2026-09-01T12:00:00Z',
    lrn: 'OWN',
    mrn: '26GB1TIDEWAITER0A1',
    versionId: 1,
    statuses: [],
    statements: [],
    errors: [],
    amendments: [],
    taxLines: [],
    payments: [],
    contactOffices: [],
    amendedValues: [],
    unread: [],
    ...changes,
  }
}
