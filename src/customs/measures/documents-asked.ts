import type { BilingualText } from '../bilingual-text.ts'
import { actionOf, type MeasureCondition } from '../duty/measure-condition.ts'
import type { Measure } from './measure.ts'

/** A licence or certificate without which a measure does not let goods in. */
export interface DocumentsAsked {
  /** Type of the measure, such as `410`. */
  readonly measure: string
  /** What the measure is, as the tariff calls it. */
  readonly name: BilingualText
  /** Any one of them is enough. Some only say that the measure is not meant for the goods. */
  readonly documents: readonly AskedDocument[]
}

/** A document by its code, with what the tariff calls it. */
export interface AskedDocument {
  readonly code: string
  readonly name?: string
}

/** A control on goods, whoever brings them in. */
export interface Control extends DocumentsAsked {
  /** Only of goods that are declared with this additional code. */
  readonly additionalCode?: string
}

/**
 * The controls among measures that play no part in a charge. A control asks for one of several documents
 * where its condition without a document keeps the goods out. One with a limit of quantity is left to
 * whoever knows the quantity; it is named with the other measures that are not worked out.
 */
export function controlsAmong(measures: readonly Measure[]): readonly Control[] {
  const controls = measures.flatMap(controlsOf)
  return [...new Map(controls.map((control) => [JSON.stringify(control), control])).values()]
}

function controlsOf({ type, typeName, conditions, additionalCode }: Measure): readonly Control[] {
  const codes = [...new Set(conditions.map(({ conditionCode }) => conditionCode))]
  return codes
    .map((code) => conditions.filter(({ conditionCode }) => conditionCode === code))
    .filter((group) => keepsOut(group) && group.every(({ threshold }) => threshold === undefined))
    .map((group) => group.flatMap(documentOf))
    .filter((documents) => documents.length > 0)
    .map((documents) => ({
      measure: type,
      name: nameOfControl(type, typeName),
      documents,
      ...(additionalCode && { additionalCode: additionalCode.code }),
    }))
}

/** Whether goods without any document are not let in. */
function keepsOut(group: readonly MeasureCondition[]): boolean {
  const without = group.find(
    ({ documentCode, threshold }) => documentCode === undefined && threshold === undefined,
  )
  return without !== undefined && actionOf(without) !== 'apply'
}

function documentOf({
  documentCode: code,
  documentName: name,
}: MeasureCondition): readonly AskedDocument[] {
  return code === undefined ? [] : [{ code, ...(name !== undefined && { name }) }]
}

function nameOfControl(type: string, name: string | undefined): BilingualText {
  return name === undefined
    ? { en: `Measure of type ${type}`, zh: `${type} 类措施` }
    : { en: name, zh: `${type} 类措施（${name}）` }
}

/** What of a line decides whether a control is met. */
interface ControlledLine {
  readonly documents?: readonly string[]
  readonly additionalCodes?: readonly string[]
}

/** The controls that the documents of a line do not meet; nothing where all are met. */
export function documentsAsked(
  controls: readonly Control[],
  { documents = [], additionalCodes = [] }: ControlledLine,
): readonly DocumentsAsked[] | undefined {
  if (controls.length === 0) return undefined
  const unmet = controls.filter(
    (control) =>
      (control.additionalCode === undefined || additionalCodes.includes(control.additionalCode)) &&
      !control.documents.some(({ code }) => documents.includes(code)),
  )
  return unmet.length === 0
    ? undefined
    : unmet.map(({ measure, name, documents: asked }) => ({ measure, name, documents: asked }))
}
