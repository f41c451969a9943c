import type { LocalDate } from '../../../calendar/local-date.ts'
import {
  checkDeclaration,
  type Finding,
  rulesNotJudged,
} from '../../../declaration/check-declaration.ts'
import type { Declaration } from '../../../declaration/declaration.ts'
import { isDataSet } from '../../../declaration/rules/data-set.ts'
import type { DeclarationCodes } from '../../../declaration/rules/declaration-codes.ts'
import type { DeclarationRule, RuleContext } from '../../../declaration/rules/rule.ts'
import type { Failure, FailureWording } from '../../../result.ts'
import type { XmlFailure } from '../../../xml/read-xml.ts'
import type { XmlElement } from '../../../xml/xml-element.ts'
import { readAsFarAsHeld } from '../../structure/read-by-structure.ts'
import { dataElementOfField } from '../data-element.ts'
import { dataSetOf } from '../data-set-of.ts'
import type { DeclarationCategories } from '../declaration-categories.ts'
import { declarationStructure } from '../declaration-structure.ts'
import { elementAtField } from '../element-at-field.ts'
import { fieldAtPath } from '../field-at-path.ts'
import { optional } from '../optional.ts'
import type { MessageKind, RecognisedMessage } from './message-kind.ts'
import { structureCheckOf } from './message-structure.ts'

/** Something that a check objects to in a message, or could not judge. */
export interface MessageFinding extends FailureWording {
  /** Name of the rule, where it is one that has a name. */
  readonly id?: string
  /**
   * `error`: the authority will not take the message; `warning`: a person should look at it;
   * `notice`: something was not judged.
   */
  readonly severity: 'error' | 'warning' | 'notice'
  /** Who says it: our structure tables, our rules, an official schema, or the check about itself. */
  readonly from: 'structure' | 'rules' | 'schema' | 'check'
  /** Element path with positions: `/MetaData/Declaration/GoodsShipment`; `''` for the whole. */
  readonly path: string
  /** The field as JSON Pointer into our declaration. */
  readonly pointer?: string
  /** Data element of the UK Trade Tariff, volume 3. */
  readonly dataElement?: string
  readonly line?: number
  readonly column?: number
  readonly zh?: FailureWording
}

/** What was found in a message. */
export interface MessageCheck {
  readonly format: string
  readonly kind: MessageKind
  /**
   * Whether nothing speaks against the message; absent where there is nothing to judge it by, because
   * the authority publishes no structure for its kind.
   */
  readonly valid?: boolean
  readonly findings: readonly MessageFinding[]
}

/** What messages are checked with. */
export interface MessageCheckBasis {
  /** The day for which rules and code lists are asked. */
  readonly on: LocalDate
  /** The day on which the message is lodged; absent where `on` is only assumed. */
  readonly lodgedOn?: LocalDate
  readonly codes: DeclarationCodes
  readonly categories: DeclarationCategories
}

/** Checks a message by our own structure tables and, where it is a declaration, by the rules of its data set. */
export function checkMessage(
  document: XmlElement,
  recognised: RecognisedMessage,
  basis: MessageCheckBasis,
): MessageCheck {
  const { kind, message } = recognised
  const check = structureCheckOf(kind)
  if (check === undefined) {
    return { format: `uk-cds-${kind}`, kind, findings: [noStructure(kind)] }
  }
  const isDeclared = recognised.element.name === 'Declaration'
  const structure = check(message).map((failure) => fromStructure(failure, isDeclared))
  const { format, findings } = ofDeclaration(recognised, structure.length === 0, basis)
  const all = [...structure, ...aroundMessage(document, message), ...findings]
  return { format, kind, valid: all.every(({ severity }) => severity !== 'error'), findings: all }
}

/** In declarations and requests about them the place of a fault is a field of ours as well. */
function fromStructure(failure: XmlFailure, isDeclared: boolean): MessageFinding {
  const { path, message, mend, zh, line, column } = failure
  const pointer = isDeclared ? fieldAtPath(path) : undefined
  return {
    severity: 'error',
    from: 'structure',
    path,
    ...optional('pointer', pointer),
    ...optional('dataElement', pointer && dataElementOfField(pointer)?.number),
    line,
    column,
    message,
    ...optional('mend', mend),
    ...optional('zh', zh),
  }
}

/** Format and findings of rules. Rules can rely on the form of values, so the structure comes first. */
function ofDeclaration(
  { kind, element }: RecognisedMessage,
  isSound: boolean,
  { on, lodgedOn, codes, categories }: MessageCheckBasis,
): Pick<MessageCheck, 'format' | 'findings'> {
  if (kind !== 'declaration') return { format: `uk-cds-${kind}`, findings: [] }
  const { fields } = readAsFarAsHeld(element, declarationStructure.content.children)
  const declaration = fields as unknown as Declaration
  const found = dataSetOf(declaration, categories)
  if (!found.ok) {
    return { format: 'uk-cds-declaration', findings: [noDataSet(found.failures[0], element)] }
  }
  const { id: dataSet } = found.value.dataSet
  const format = `uk-cds-${dataSet}`
  if (!isSound) return { format, findings: [structureFirst] }
  if (!isDataSet(dataSet)) return { format, findings: [] }
  const context: RuleContext = { ...codes, on, dataSet, ...optional('lodgedOn', lodgedOn) }
  return {
    format,
    findings: [
      ...checkDeclaration(declaration, context).map((finding) => fromRule(finding, element)),
      ...rulesNotJudged(declaration, context).map(notJudged),
    ],
  }
}

function fromRule(finding: Finding, declaration: XmlElement): MessageFinding {
  const { rule, severity, dataElement, path: pointer, message, mend, zh } = finding
  const { path, element } = elementAtField(declaration, pointer)
  return {
    id: rule,
    severity,
    from: 'rules',
    path: `/MetaData${path}`,
    pointer,
    dataElement,
    line: element.line,
    column: element.column,
    message,
    ...(mend !== undefined && { mend }),
    ...(zh !== undefined && { zh }),
  }
}

function notJudged({ id, dataElement, asks }: DeclarationRule): MessageFinding {
  return {
    id,
    severity: 'notice',
    from: 'rules',
    path: '',
    dataElement,
    message: `Not judged, because the message alone does not tell the facts of the case: ${asks.en}`,
    mend: 'Check the declaration with its order: declare names what stands against it.',
    zh: {
      message: `未作判断，因为仅凭报文无法得知案件事实：${asks.zh}`,
      mend: '请连同订单检查申报：declare 命令会列出问题。',
    },
  }
}

function noDataSet(
  { path: pointer, message, mend, zh }: Failure,
  declaration: XmlElement,
): MessageFinding {
  const { path, element } = elementAtField(declaration, pointer)
  return {
    id: 'data-set',
    severity: 'warning',
    from: 'check',
    path: `/MetaData${path}`,
    pointer,
    line: element.line,
    column: element.column,
    message: `The rules are not judged, because the data set is not known. ${message}`,
    ...(mend !== undefined && { mend }),
    zh: { ...zh, message: `未能确定数据集，因此未按规则检查。${zh?.message ?? message}` },
  }
}

const structureFirst: MessageFinding = {
  id: 'rules-not-judged',
  severity: 'notice',
  from: 'check',
  path: '',
  message: 'The rules are not judged while the structure has faults.',
  mend: 'Mend the structure and check again.',
  zh: { message: '结构有误，未按规则检查。', mend: '请先更正结构，然后重新检查。' },
}

function noStructure(kind: MessageKind): MessageFinding {
  return {
    id: 'structure-not-known',
    severity: 'notice',
    from: 'check',
    path: '',
    message: `Nothing is judged: no structure is known for ${kind}.`,
    zh: { message: `未作判断：没有 ${kind} 的结构资料。` },
  }
}

/** What community systems put around a message has a form of its own, which nobody publishes. */
function aroundMessage(document: XmlElement, message: XmlElement): readonly MessageFinding[] {
  if (document === message) return []
  return [
    {
      id: 'envelope-not-judged',
      severity: 'notice',
      from: 'check',
      path: '',
      line: message.line,
      column: message.column,
      message: `Only ${message.name} is judged, not the ${document.name} around it.`,
      zh: { message: `只检查 ${message.name}，不检查其外层的 ${document.name}。` },
    },
  ]
}
