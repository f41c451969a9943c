import type { Pointer } from '../../declaration/element.ts'
import { type Failure, failure, type Result, success } from '../../result.ts'
import { readXml, type XmlFailure } from '../../xml/read-xml.ts'
import {
  attributeOf,
  childNamed,
  childrenNamed,
  findElement,
  type XmlElement,
} from '../../xml/xml-element.ts'
import type {
  AmendedValue,
  Notification,
  NotificationAmendment,
  NotificationError,
  NotificationStatement,
  NotificationStatus,
} from './notification.ts'
import { fileUploadResultIn, readFileUploadResult } from './file-upload-result.ts'
import { optional } from './optional.ts'
import { type CdsPointer, resolvePointer } from './pointer.ts'
import { demandOf, taxLinesOf } from './read-assessment.ts'
import { dateOf, textOf, wholeNumberOf } from './response-values.ts'
import { unreadPaths } from './unread-content.ts'

/**
 * Reads a CDS notification. Only names decide: messages come with and without namespaces on the
 * inner elements.
 *
 * @returns the notification, or the result of a file upload in its form. What has no field is listed in `unread`, so nothing is lost in silence;
 *   a failure `message-unreadable` only where the message is no XML or no response at all.
 */
export function readNotification(message: Uint8Array | string): Result<Notification> {
  const document = readXml(message)
  if (!document.ok) return document
  const response = findElement(document.value, ({ name }) => name === 'Response')
  if (response !== undefined) return notificationIn(response)
  const file = fileUploadResultIn(document.value)
  return file === undefined ? failure(noNotification) : success(readFileUploadResult(file))
}

/** The same of a document that is read already. */
export function notificationIn(response: XmlElement): Result<Notification> {
  const functionCode = textOf(response, 'FunctionCode')
  if (functionCode === undefined) {
    const { line, column } = response
    const place: XmlFailure = { ...noNotification, line, column }
    return failure(place)
  }
  return success(notificationOf(response, functionCode))
}

const noNotification: Failure = {
  code: 'message-unreadable',
  path: '',
  message: 'The message is no CDS notification: it has no Response with a FunctionCode.',
}

function notificationOf(response: XmlElement, functionCode: string): Notification {
  const [declaration, amendedDeclaration] = childrenNamed(response, 'Declaration')
  return {
    functionCode,
    ...optional('notificationId', textOf(response, 'FunctionalReferenceID')),
    ...optional('issuedAt', dateOf(response, 'IssueDateTime')),
    ...declarationFacts(declaration),
    statuses: childrenNamed(response, 'Status').map(statusOf),
    statements: childrenNamed(response, 'AdditionalInformation').map(statementOf),
    errors: childrenNamed(response, 'Error').map(errorOf),
    amendments: childrenNamed(response, 'Amendment').map(amendmentOf),
    taxLines: declaration === undefined ? [] : taxLinesOf(declaration),
    payments:
      declaration === undefined ? [] : childrenNamed(declaration, 'DutyTaxFee').map(demandOf),
    ...bankOf(response),
    contactOffices: childrenNamed(response, 'ContactOffice').flatMap(
      (office) => textOf(office, 'ID') ?? [],
    ),
    amendedValues: amendedDeclaration === undefined ? [] : amendedValuesOf(amendedDeclaration),
    unread: unreadPaths(response),
  }
}

/** Identity and dates of the declaration that the message speaks of. */
function declarationFacts(declaration: XmlElement | undefined): Partial<Notification> {
  if (declaration === undefined) return {}
  return {
    ...optional('lrn', textOf(declaration, 'FunctionalReferenceID')),
    ...optional('mrn', textOf(declaration, 'ID')),
    ...optional('versionId', wholeNumberOf(declaration, 'VersionID')),
    ...optional('acceptedAt', dateOf(declaration, 'AcceptanceDateTime')),
    ...optional('rejectedAt', dateOf(declaration, 'RejectionDateTime')),
    ...optional('cancelledAt', dateOf(declaration, 'CancellationDateTime')),
  }
}

function statusOf(status: XmlElement): NotificationStatus {
  return {
    ...optional('nameCode', textOf(status, 'NameCode')),
    ...optional('effectiveAt', dateOf(status, 'EffectiveDateTime')),
    ...optional('releasedAt', dateOf(status, 'ReleaseDateTime')),
  }
}

function statementOf(statement: XmlElement): NotificationStatement {
  return {
    ...optional('code', textOf(statement, 'StatementCode')),
    ...optional('description', textOf(statement, 'StatementDescription')),
    ...optional('typeCode', textOf(statement, 'StatementTypeCode')),
    ...optional('limitAt', dateOf(statement, 'LimitDateTime')),
    ...optional('pointer', pointerOf(statement)),
  }
}

function errorOf(error: XmlElement): NotificationError {
  return {
    ...optional('code', textOf(error, 'ValidationCode')),
    ...optional('description', textOf(error, 'Description')),
    ...optional('pointer', pointerOf(error)),
  }
}

function amendmentOf(amendment: XmlElement): NotificationAmendment {
  return {
    ...optional('changeReasonCode', textOf(amendment, 'ChangeReasonCode')),
    ...optional('pointer', pointerOf(amendment)),
  }
}

/** The steps of a pointer stand as siblings; together they are one. */
function pointerOf(element: XmlElement): CdsPointer | undefined {
  const steps = childrenNamed(element, 'Pointer').map((step): Pointer => {
    return {
      ...optional('sequenceNumber', wholeNumberOf(step, 'SequenceNumeric')),
      ...optional('documentSectionCode', textOf(step, 'DocumentSectionCode')),
      ...optional('tagId', textOf(step, 'TagID')),
    }
  })
  return steps.length === 0 ? undefined : resolvePointer(steps)
}

function bankOf(response: XmlElement): Pick<Notification, 'bank'> {
  const bank = childNamed(response, 'Bank')
  if (bank === undefined) return {}
  return {
    bank: {
      ...optional('bic', textOf(bank, 'ReferenceID')),
      ...optional('iban', textOf(bank, 'ID')),
    },
  }
}

/** The values of a declaration that tells only what was changed: its leaves, with their paths. */
function amendedValuesOf(declaration: XmlElement, parent = ''): readonly AmendedValue[] {
  const seen = new Map<string, number>()
  return declaration.children.flatMap((child) => {
    const position = (seen.get(child.name) ?? 0) + 1
    seen.set(child.name, position)
    const repeats = childrenNamed(declaration, child.name).length > 1
    const path = `${parent}/${child.name}${repeats ? `[${position}]` : ''}`
    if (child.children.length > 0) return amendedValuesOf(child, path)
    const value = child.text.trim()
    return value === '' ? [] : [{ path, value: [value, qualifierOf(child)].join(' ').trim() }]
  })
}

function qualifierOf(element: XmlElement): string {
  return attributeOf(element, 'currencyID') ?? attributeOf(element, 'unitCode') ?? ''
}
