import type { BilingualText } from '../../bilingual-text.ts'
import { dataElementAt, type DataElement } from './data-element.ts'
import { notificationNames, type Notification, type NotificationCode } from './notification.ts'
import { type NotificationText, notificationTexts, refinedTexts } from './notification-texts.ts'
import { optional } from './optional.ts'

/** What an error code means and how to mend it, from `data/gb/codes/cds-errors.json`. */
export interface CdsErrorText {
  readonly code: string
  readonly explanation: BilingualText
  readonly mend: BilingualText
}

/** A notification in plain words. */
export interface NotificationExplanation {
  /** HMRC's name of the message, where it has one: `DMSACC`. */
  readonly name?: string
  /** What it means, in one sentence. */
  readonly meaning: BilingualText
  /** What happens next, in one sentence. */
  readonly next: BilingualText
  /** Words of the authority itself, as they came. */
  readonly statements: readonly string[]
  readonly errors: readonly ErrorExplanation[]
}

/** An error of the authority in plain words, with the field of ours that it speaks of. */
export interface ErrorExplanation {
  readonly code: string
  /** Absent where the code is new to us; the authority's own description is in `description`. */
  readonly explanation?: BilingualText
  readonly mend?: BilingualText
  readonly description?: string
  /** The field that is meant. */
  readonly dataElement?: DataElement
  /** JSON Pointer into our declaration. */
  readonly fieldPath?: string
  readonly goodsItemNumber?: number
}

/**
 * Says in plain words what a notification means and what happens next.
 *
 * @param errorTexts explanations of the authority's error codes
 */
export function explainNotification(
  notification: Notification,
  errorTexts: readonly CdsErrorText[],
): NotificationExplanation {
  const { functionCode, statements, errors } = notification
  const known = isKnown(functionCode) ? functionCode : undefined
  const text = known === undefined ? fileText(notification) : notificationTexts[known]
  return {
    ...optional('name', known && notificationNames[known]),
    meaning: refinedMeaning(notification) ?? text?.meaning ?? refinedTexts.unknown,
    next: text?.next ?? refinedTexts.unknownNext,
    statements: [
      ...statements.flatMap(({ description }) => description ?? []),
      ...wordsOfFile(notification),
    ],
    errors: errors.map((error): ErrorExplanation => {
      const errorText = errorTexts.find(({ code }) => code === error.code)
      const { pointer } = error
      return {
        code: error.code ?? '',
        ...optional('explanation', errorText?.explanation),
        ...optional('mend', errorText?.mend),
        ...optional('description', error.description),
        ...optional('dataElement', pointer && dataElementAt(pointer)),
        ...optional('fieldPath', pointer?.fieldPath),
        ...optional('goodsItemNumber', pointer?.goodsItemNumber),
      }
    }),
  }
}

function fileText({ file }: Notification): NotificationText | undefined {
  if (file?.outcome === undefined) return undefined
  const { fileTaken, fileTakenNext, fileRefused, fileRefusedNext } = refinedTexts
  return file.outcome === 'taken'
    ? { meaning: fileTaken, next: fileTakenNext }
    : { meaning: fileRefused, next: fileRefusedNext }
}

/** Which file it is and what is said of it. */
function wordsOfFile({ file }: Notification): readonly string[] {
  if (file === undefined) return []
  return [[file.fileName, file.word, file.details].filter((word) => word !== undefined).join(': ')]
}

function isKnown(code: string): code is NotificationCode {
  return code in notificationNames
}

/** Where the code alone says too little, the status or reason code says which kind it is. */
function refinedMeaning({
  functionCode,
  statuses,
  statements,
}: Notification): BilingualText | undefined {
  const status = statuses[0]?.nameCode
  const reason = statements.find(({ typeCode }) => typeCode === 'AFB')?.code
  switch (`${functionCode} ${status ?? reason ?? ''}`) {
    case '13 67':
      return refinedTexts.preliminaryTax
    case '13 115':
      return refinedTexts.provisionalTax
    case '13 4':
      return refinedTexts.finalTax
    case '11 39':
      return refinedTexts.granted
    case '11 41':
      return refinedTexts.denied
    case '10 R1':
      return refinedTexts.refused
    case '10 R2':
      return refinedTexts.neverArrived
    case '10 R3':
      return refinedTexts.onRequest
    case '17 S1':
      return refinedTexts.seized
    default:
      return undefined
  }
}
