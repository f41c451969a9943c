import { type Result, success } from '../../../result.ts'
import { readXml } from '../../../xml/read-xml.ts'
import type { DeclarationCategories } from '../declaration-categories.ts'
import type { CdsErrorText } from '../explain-notification.ts'
import { notificationIn } from '../read-notification.ts'
import { type MessageKind, recogniseMessage, type RecognisedMessage } from './message-kind.ts'
import type { MessageReading } from './message-reading.ts'
import { declarationSaid } from './declaration-said.ts'
import { notificationSaid } from './notification-said.ts'
import {
  errorResponseSaid,
  fileUploadSaid,
  informationSaid,
  inventorySaid,
} from './service-said.ts'

/** The dated facts that messages are explained by. */
export interface MessageReference {
  readonly categories: DeclarationCategories
  /** Errors of the declaration system (`CDS10001`). */
  readonly errorTexts: readonly CdsErrorText[]
  /** Errors of the interface in front of it (`BAD_REQUEST`). */
  readonly responseErrorTexts: readonly CdsErrorText[]
}

/**
 * Reads any message that passes between a trader and the Customs Declaration Service: what kind it
 * is, what it is about, and what it says.
 *
 * Names decide, not namespaces, order or envelopes; `checkMessage` is the strict judge. What is not
 * understood inside a message is listed in `unread`.
 *
 * @returns the reading; failures with line and column where the document is no such message
 */
export function readMessage(
  message: Uint8Array | string,
  reference: MessageReference,
): Result<MessageReading> {
  const document = readXml(message)
  if (!document.ok) return document
  const recognised = recogniseMessage(document.value)
  return recognised.ok ? readRecognised(recognised.value, reference) : recognised
}

/** The same of a document that has been read and whose kind is known. */
export function readRecognised(
  { kind, element }: RecognisedMessage,
  reference: MessageReference,
): Result<MessageReading> {
  switch (kind) {
    case 'declaration':
    case 'amendment':
    case 'cancellation-request':
    case 'arrival-notification':
      return success(declarationSaid(element, kind, reference.categories))
    case 'notification': {
      const notification = notificationIn(element)
      if (!notification.ok) return notification
      return success(notificationSaid(notification.value, reference.errorTexts))
    }
    case 'error-response':
      return success(errorResponseSaid(element, reference.responseErrorTexts))
    case 'file-upload-request':
    case 'file-upload-response':
    case 'file-upload-notification':
      return success(fileUploadSaid(element, kind))
    case 'declaration-information':
      return success(informationSaid(element))
    default:
      return success(inventorySaid(element, kind))
  }
}

/** The name of the format of a message that has no data set. */
export function formatOf(kind: MessageKind): string {
  return `uk-cds-${kind}`
}
