import { childNamed, findElement, type XmlElement } from '../../xml/xml-element.ts'
import type { Notification } from './notification.ts'
import { optional } from './optional.ts'
import { textOf } from './response-values.ts'

/**
 * Stands in the place of a function code on the result of a file upload, whose message has none: it is
 * no response of the declaration system but of the service that takes files.
 */
export const FILE_RESULT = 'FILE'

/** What became of one file that was uploaded for a declaration. */
export interface FileUploadResult {
  /** The reference under which HMRC gave the file its place. */
  readonly reference: string
  /** Absent where HMRC says it by a word that is new to us. */
  readonly outcome?: FileOutcome
  /** As HMRC says it. */
  readonly word: string
  readonly fileName?: string
  readonly details?: string
}

/** The element that carries the result of a file upload, undefined where a message has none. */
export function fileUploadResultIn(document: XmlElement): XmlElement | undefined {
  return findElement(
    document,
    (element) => element.name === 'Root' && childNamed(element, 'FileReference') !== undefined,
  )
}

type FileOutcome = 'taken' | 'refused'

/**
 * HMRC's words: it could not hand the file on (`FAILURE`), has found a virus (`QUARANTINE`), takes no file
 * of that kind (`REJECTED`), or does not know why (`UNKNOWN`).
 */
const outcomes: Readonly<Record<string, FileOutcome>> = {
  SUCCESS: 'taken',
  FAILURE: 'refused',
  QUARANTINE: 'refused',
  REJECTED: 'refused',
  UNKNOWN: 'refused',
}

/** What a word of HMRC's says of a file; undefined of a word that is new to us. */
export function fileOutcomeOf(word: string): FileOutcome | undefined {
  return outcomes[word.toUpperCase()]
}

/**
 * Reads the result of a file upload (HMRC's `FileUploadNotification.xsd`) as a notification. It bears no
 * id: one result of a file is the same message however often it comes.
 */
export function readFileUploadResult(root: XmlElement): Notification {
  const reference = textOf(root, 'FileReference') ?? ''
  const word = textOf(root, 'Outcome') ?? ''
  const file: FileUploadResult = {
    reference,
    word,
    ...optional('outcome', fileOutcomeOf(word)),
    ...optional('fileName', textOf(root, 'FileName')),
    ...optional('details', textOf(root, 'Details')),
  }
  return {
    functionCode: FILE_RESULT,
    notificationId: `file:${reference}:${word}`,
    file,
    ...{ statuses: [], statements: [], errors: [], amendments: [], taxLines: [], payments: [] },
    ...{ contactOffices: [], amendedValues: [], unread: [] },
  }
}
