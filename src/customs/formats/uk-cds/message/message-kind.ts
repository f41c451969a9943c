import { type Failure, failure, type Result, success } from '../../../result.ts'
import type { XmlFailure } from '../../../xml/read-xml.ts'
import { childNamed, childrenNamed, type XmlElement } from '../../../xml/xml-element.ts'
import { textOf } from '../response-values.ts'

/** The kinds of message that pass between traders, community systems and the British authority. */
export const messageKinds = [
  'declaration',
  'amendment',
  'cancellation-request',
  'arrival-notification',
  'notification',
  'error-response',
  'file-upload-request',
  'file-upload-response',
  'file-upload-notification',
  'declaration-information',
  'inventory-movement-request',
  'inventory-movement-response',
  'inventory-consolidation-request',
  'inventory-query-request',
  'inventory-query-response',
  'inventory-control-response',
  'inventory-totals-response',
  'inventory-validation-request',
  'inventory-validation-response',
  'inventory-goods-arrival',
  'inventory-message',
] as const

export type MessageKind = (typeof messageKinds)[number]

/** A message whose kind is known, with the element that carries what it says. */
export interface RecognisedMessage {
  readonly kind: MessageKind
  /** `Declaration`, `Response`, `errorResponse` and so on, wherever envelopes have put it. */
  readonly element: XmlElement
  /** The whole message without what community systems put around it: `MetaData`, or the element. */
  readonly message: XmlElement
}

/**
 * Tells the kind of a message by its names, whatever its namespaces and envelopes: bare, in
 * `MetaData`, or in the request of a community system provider.
 *
 * @returns one failure with line and column where it is none of the kinds, or holds several messages
 */
export function recogniseMessage(document: XmlElement): Result<RecognisedMessage> {
  const [first, another] = carriersIn(document)
  if (first === undefined) return failure(noKnownMessage(document))
  if (another !== undefined) return failure(severalMessages(another.element))
  const kind = kindOf(first.element)
  return kind.ok ? success({ kind: kind.value, ...first }) : kind
}

function kindOf(element: XmlElement): Result<MessageKind> {
  const kind = kindByName.get(element.name.toLowerCase())
  if (kind !== undefined) return success(kind)
  if (isOfInventory(element)) return success('inventory-message')
  return element.name === 'Response' ? success('notification') : kindOfDeclaration(element)
}

/** Names are told apart without capitals, because HMRC's own samples write them both ways. */
const kindByName: ReadonlyMap<string, MessageKind> = new Map([
  ['errorresponse', 'error-response'],
  ['fileuploadrequest', 'file-upload-request'],
  ['fileuploadresponse', 'file-upload-response'],
  ['root', 'file-upload-notification'],
  ['declarationfullresponse', 'declaration-information'],
  ['declarationstatusresponse', 'declaration-information'],
  ['declarationversionresponse', 'declaration-information'],
  ['declarationsearchresponse', 'declaration-information'],
  ['inventorylinkingmovementrequest', 'inventory-movement-request'],
  ['inventorylinkingmovementresponse', 'inventory-movement-response'],
  ['inventorylinkingconsolidationrequest', 'inventory-consolidation-request'],
  ['inventorylinkingqueryrequest', 'inventory-query-request'],
  ['inventorylinkingqueryresponse', 'inventory-query-response'],
  ['inventorylinkingcontrolresponse', 'inventory-control-response'],
  ['inventorylinkingmovementtotalsresponse', 'inventory-totals-response'],
  ['inventorylinkingimportsvalidatemovementrequest', 'inventory-validation-request'],
  ['inventorylinkingimportsvalidatemovementresponse', 'inventory-validation-response'],
  ['inventorylinkingimportsgoodsarrival', 'inventory-goods-arrival'],
])

/** The outermost elements that carry a message of their own, each with its envelope. */
function carriersIn(
  element: XmlElement,
  envelope?: XmlElement,
): readonly Omit<RecognisedMessage, 'kind'>[] {
  if (isCarrier(element)) return [{ element, message: envelope ?? element }]
  const around = element.name === 'MetaData' ? element : envelope
  const inner = element.children.flatMap((child) => carriersIn(child, around))
  // Messages of ports that have no name here are known as such, unless they carry one that has.
  const isUnnamed = inner.length === 0 && isOfInventory(element)
  return isUnnamed ? [{ element, message: element }] : inner
}

function isOfInventory({ name }: XmlElement): boolean {
  return /^inventoryLinking/i.test(name)
}

function isCarrier(element: XmlElement): boolean {
  // A name as common as this one is known by what is in it.
  if (element.name === 'Root') return childNamed(element, 'FileReference') !== undefined
  if (element.name === 'Declaration' || element.name === 'Response') return true
  return kindByName.has(element.name.toLowerCase())
}

/** Types of requests about an earlier declaration; they bear function code 13. */
const kindByRequestType: Readonly<Record<string, MessageKind>> = {
  COR: 'amendment',
  INV: 'cancellation-request',
  GPR: 'arrival-notification',
}

function kindOfDeclaration(element: XmlElement): Result<MessageKind> {
  const functionCode = textOf(element, 'FunctionCode')
  const typeCode = textOf(element, 'TypeCode')
  const kind = functionCode === '13' ? kindByRequestType[typeCode ?? ''] : undefined
  if (kind !== undefined) return success(kind)
  if (functionCode === '9') return success('declaration')
  const [place = element] = childrenNamed(element, 'FunctionCode')
  return failure(noKnownFunction(place, { functionCode, typeCode }))
}

function noKnownMessage({ name, line, column }: XmlElement): XmlFailure {
  return {
    ...unreadable({ line, column }),
    message: `${name} holds no message of the Customs Declaration Service that is known.`,
    mend: 'Hand in the whole document, from MetaData or its envelope on.',
    zh: {
      message: `${name} 中没有可识别的 CDS 报文。`,
      mend: '请提交完整文档，从 MetaData 或其信封元素开始。',
    },
  }
}

function severalMessages({ name, line, column }: XmlElement): XmlFailure {
  return {
    ...unreadable({ line, column }),
    message: `A second message, ${name}, stands in the document.`,
    mend: 'Hand in each message as a document of its own.',
    zh: { message: `文档中有第二份报文 ${name}。`, mend: '请将每份报文作为单独的文档提交。' },
  }
}

function noKnownFunction(
  { line, column }: XmlElement,
  codes: { readonly functionCode: string | undefined; readonly typeCode: string | undefined },
): XmlFailure {
  const { functionCode = '', typeCode = '' } = codes
  return {
    ...unreadable({ line, column }),
    message: `Function code "${functionCode}" with type "${typeCode}" says neither declaration nor request.`,
    mend: 'State 9 for a declaration, or 13 with type COR, INV or GPR for a request about one.',
    zh: {
      message: `功能代码“${functionCode}”与类型“${typeCode}”既不是申报也不是申请。`,
      mend: '申报请填 9；有关申报的申请请填 13，类型为 COR、INV 或 GPR。',
    },
  }
}

function unreadable(position: Pick<XmlFailure, 'line' | 'column'>): Pick<
  Failure,
  'code' | 'path'
> & {
  readonly line: number
  readonly column: number
} {
  return { code: 'message-unreadable', path: '', ...position }
}
