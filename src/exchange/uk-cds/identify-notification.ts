import { readNotification } from '../../customs/formats/uk-cds/read-notification.ts'
import { sha256Hex } from '../../platform/ids.ts'
import type { NotificationIdentity } from '../inbox.ts'

/**
 * Reads a notification of the Customs Declaration Service as far as the inbox needs it; a string says
 * why it cannot be read. One that bears no id of its own is known by the hash of its bytes.
 */
export function identifyNotification(bytes: Buffer): NotificationIdentity | string {
  const read = readNotification(bytes)
  if (!read.ok) return read.failures.map(({ message }) => message).join(' ')
  const notification = read.value
  const { functionCode, lrn, mrn, file } = notification
  const notificationId = notification.notificationId ?? `sha256:${sha256Hex(bytes)}`
  return {
    notificationId,
    functionCode,
    ...(lrn === undefined ? {} : { lrn }),
    ...(mrn === undefined ? {} : { mrn }),
    // The reference of its place is the conversation of the message that brought a file there.
    ...(file === undefined ? {} : { conversationId: file.reference }),
    parsed: { ...notification, notificationId },
  }
}
