import type { XmlFailure } from '../../../xml/read-xml.ts'
import type { XmlElement } from '../../../xml/xml-element.ts'
import { checkElement } from '../../structure/check-element.ts'
import { type ElementNode, structureTable } from '../../structure/structure-table.ts'
import { declarationStructure } from '../declaration-structure.ts'
import { declarationNamespaces, fileUploadNamespace, responseNamespaces } from '../namespaces.ts'
import { responseStructure } from '../response-structure.ts'
import { cancellationTable } from '../structure/cancellation-table.ts'
import { cancellationEnvelopeTable, envelopeTable } from '../structure/envelope-tables.ts'
import {
  errorResponseTable,
  fileUploadNotificationTable,
  fileUploadRequestTable,
  fileUploadResponseTable,
} from '../structure/service-tables.ts'
import { envelopedStructureCheck } from './enveloped-structure.ts'
import type { MessageKind } from './message-kind.ts'

/** Everything in which a document departs from the structure of its kind. */
export type StructureCheck = (document: XmlElement) => readonly XmlFailure[]

const ofDeclarations = envelopedStructureCheck({
  header: envelopeTable,
  contents: declarationStructure,
  namespaces: declarationNamespaces,
  maximum: 1,
})

const checks: Partial<Readonly<Record<MessageKind, StructureCheck>>> = {
  declaration: ofDeclarations,
  amendment: ofDeclarations,
  'arrival-notification': ofDeclarations,
  'cancellation-request': envelopedStructureCheck({
    header: cancellationEnvelopeTable,
    contents: {
      ...declarationStructure,
      content: { kind: 'group', children: structureTable(cancellationTable) },
    },
    namespaces: declarationNamespaces,
    maximum: 1,
  }),
  notification: envelopedStructureCheck({
    header: envelopeTable,
    contents: responseStructure,
    namespaces: responseNamespaces,
    maximum: Infinity,
  }),
  'error-response': bareStructureCheck(errorResponseTable, ''),
  'file-upload-request': bareStructureCheck(fileUploadRequestTable, fileUploadNamespace),
  'file-upload-response': bareStructureCheck(fileUploadResponseTable, fileUploadNamespace),
  'file-upload-notification': bareStructureCheck(fileUploadNotificationTable, fileUploadNamespace),
}

/**
 * The check of a kind of message by our own tables: what a schema validator would say, with places
 * and in plain words. `undefined` where no structure is published for the kind.
 */
export function structureCheckOf(kind: MessageKind): StructureCheck | undefined {
  return checks[kind]
}

/** Messages without envelope; the table has their root. */
function bareStructureCheck(table: string, namespace: string): StructureCheck {
  const [root] = structureTable(table) as [ElementNode]
  return (document) =>
    document.name === root.element && document.namespace === namespace
      ? checkElement(document, root, {
          namespaces: { elements: namespace, dateTimes: namespace },
          path: `/${root.element}`,
        })
      : [otherRoot(document, root)]
}

function otherRoot({ name, line, column }: XmlElement, { element }: ElementNode): XmlFailure {
  return {
    code: 'declaration-invalid',
    path: '',
    message: `The message is ${name} or in another namespace, ${element} is expected.`,
    zh: { message: `报文为 ${name} 或命名空间不符，应为 ${element}。` },
    line,
    column,
  }
}
