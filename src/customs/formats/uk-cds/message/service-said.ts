import {
  childNamed,
  childrenNamed,
  findElement,
  type XmlElement,
} from '../../../xml/xml-element.ts'
import type { CdsErrorText } from '../explain-notification.ts'
import { fileOutcomeOf } from '../file-upload-result.ts'
import { optional } from '../optional.ts'
import { textOf, wholeNumberOf } from '../response-values.ts'
import type { MessageKind } from './message-kind.ts'
import type {
  MessageError,
  MessageFile,
  MessageOutcome,
  MessageReading,
} from './message-reading.ts'

/** What the interface says of a message that it does not take. */
export function errorResponseSaid(
  element: XmlElement,
  texts: readonly CdsErrorText[],
): MessageReading {
  const inner = childNamed(element, 'errors')
  const errors = [element, ...(inner === undefined ? [] : childrenNamed(inner, 'error'))]
  return {
    format: 'uk-cds-error-response',
    kind: 'error-response',
    outcome: 'refused',
    errors: errors.map((each) => errorSaid(each, texts)),
    taxes: [],
  }
}

function errorSaid(element: XmlElement, texts: readonly CdsErrorText[]): MessageError {
  const code = textOf(element, 'code') ?? ''
  const text = texts.find((each) => each.code === code)
  return {
    code,
    ...optional('description', textOf(element, 'message')),
    ...optional('explanation', text?.explanation),
    ...optional('mend', text?.mend),
  }
}

/** What `Outcome` of a file upload notification means; other messages about files have none. */
function uploadOutcome(element: XmlElement): MessageOutcome | undefined {
  const outcome = fileOutcomeOf(textOf(element, 'Outcome') ?? '')
  return outcome && `file-${outcome}`
}

/** What is said about documents that are uploaded for a declaration. */
export function fileUploadSaid(element: XmlElement, kind: MessageKind): MessageReading {
  const list = childNamed(element, 'Files')
  const files = list === undefined ? [element] : childrenNamed(list, 'File')
  return {
    format: `uk-cds-${kind}`,
    kind,
    ...optional('mrn', textOf(element, 'DeclarationID')),
    ...optional('outcome', uploadOutcome(element)),
    files: files.map(fileSaid),
    errors: [],
    taxes: [],
  }
}

function fileSaid(file: XmlElement): MessageFile {
  return {
    ...optional('sequence', wholeNumberOf(file, 'FileSequenceNo')),
    ...optional('documentType', textOf(file, 'DocumentType')),
    ...optional('reference', textOf(file, 'Reference') ?? textOf(file, 'FileReference')),
    ...optional('batch', textOf(file, 'BatchId')),
    ...optional('name', textOf(file, 'FileName')),
    ...optional('details', textOf(file, 'Details')),
  }
}

/**
 * An answer to a question about declarations. Which one it is about is told where it is one: searches
 * answer with several.
 */
export function informationSaid(element: XmlElement): MessageReading {
  const summaries = summariesIn(element)
  const one = (...names: readonly string[]): string | undefined => {
    const texts = summaries.flatMap((each) => names.flatMap((name) => textOf(each, name) ?? []))
    const [text, ...others] = new Set(texts)
    return others.length === 0 ? text : undefined
  }
  return {
    format: 'uk-cds-declaration-information',
    kind: 'declaration-information',
    ...optional('mrn', one('MRN', 'ID')),
    ...optional('lrn', one('LRN')),
    ...optional('version', wholeNumberText(one('VersionID'))),
    errors: [],
    taxes: [],
  }
}

/** The parts that name a declaration: what is declared in it stands elsewhere in the answer. */
function summariesIn(element: XmlElement): readonly XmlElement[] {
  const isSummary =
    childNamed(element, 'MRN') !== undefined ||
    (childNamed(element, 'ID') !== undefined && childNamed(element, 'VersionID') !== undefined)
  return isSummary ? [element] : element.children.flatMap(summariesIn)
}

/** What passes between ports, their community systems and the declaration system. */
export function inventorySaid(element: XmlElement, kind: MessageKind): MessageReading {
  const matchCode = textOf(element, 'irc')
  const isMatched = matchCode === '000'
  const errorCodes = childrenNamed(element, 'error').flatMap(
    (error) => textOf(error, 'errorCode') ?? [],
  )
  const isValidated = kind === 'inventory-validation-response' && matchCode !== undefined
  const outcome: MessageOutcome = isMatched ? 'matched' : 'not-matched'
  return {
    format: `uk-cds-${kind}`,
    kind,
    ...optional('mrn', textOf(element, 'entryNumber')),
    ...optional('version', wholeNumberOf(element, 'entryVersionNumber')),
    ...optional('messageCode', textOf(element, 'messageCode')),
    ...optional('ucr', firstText(element, ['ucr', 'inventoryConsignmentReference', 'masterUCR'])),
    ...optional('outcome', isValidated ? outcome : undefined),
    errors: [...(isValidated && !isMatched ? [matchCode] : []), ...errorCodes].map((code) => ({
      code,
    })),
    taxes: [],
  }
}

/** The first text, anywhere below, of an element of the first name that there is. */
function firstText(element: XmlElement, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = findElement(element, (each) => each.name === name)?.text.trim()
    if (text !== undefined && text !== '') return text
  }
  return undefined
}

function wholeNumberText(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
