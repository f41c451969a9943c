import type { XmlElement } from '../xml/xml-element.ts'
import { formFault } from './form.ts'
import type { ElementRule } from './structure.ts'

/** One way in which a message departs from its structure table. */
export interface StructureFault {
  readonly line: number
  /** Element path from the root, repeated elements with their number: `…/Packaging[2]/TypeCode`. */
  readonly path: string
  readonly message: string
}

/** A reader is helped by the first faults; a thousand more say nothing new. */
const MAX_FAULTS = 50

/** Which namespace an element of a message belongs to; `undefined` where any is taken. */
export type NamespaceOf = (path: readonly string[]) => string | undefined

/**
 * Holds a message against its structure table: names, order, number and form of every element.
 * The order is checked element by element, so that a swapped pair is reported at the element that
 * stands too late, with the one it had to precede.
 */
export function checkStructure(
  root: XmlElement,
  rule: ElementRule,
  namespaceOf: NamespaceOf,
): readonly StructureFault[] {
  if (root.name !== rule.name) {
    const message = `the root element is ${root.name}, but ${rule.name} is expected`
    return [{ line: root.line, path: `/${root.name}`, message }]
  }
  const faults: StructureFault[] = []
  checkElement(
    { element: root, rule, path: [root.name], label: `/${root.name}` },
    namespaceOf,
    faults,
  )
  return faults.slice(0, MAX_FAULTS)
}

interface Place {
  readonly element: XmlElement
  readonly rule: ElementRule
  /** Names from the root, for the namespace rule. */
  readonly path: readonly string[]
  /** The same with the number of repeated elements, for people. */
  readonly label: string
}

function checkElement(place: Place, namespaceOf: NamespaceOf, faults: StructureFault[]): void {
  const { element, rule, path, label } = place
  const fault = (message: string, at: XmlElement = element): void => {
    faults.push({ line: at.line, path: at === element ? label : `${label}/${at.name}`, message })
  }
  const namespace = namespaceOf(path)
  if (namespace !== undefined && element.namespace !== namespace) {
    fault(`is in namespace '${element.namespace}', but belongs to '${namespace}'`)
    return
  }
  if (rule.form !== undefined) {
    const wrong = formFault(element, rule.form)
    if (wrong !== undefined) fault(wrong)
    return
  }
  if (element.text !== '')
    fault(`holds the text '${element.text.slice(0, 40)}', but has only elements`)
  checkOrder(element, rule, fault)
  checkCounts(element, rule, fault)
  for (const child of placesOf(place)) checkElement(child, namespaceOf, faults)
}

type ReportFault = (message: string, at?: XmlElement) => void

function checkOrder(element: XmlElement, rule: ElementRule, fault: ReportFault): void {
  let furthest = -1
  for (const child of element.children) {
    const position = rule.children.findIndex((candidate) => candidate.name === child.name)
    if (position < 0) {
      fault(`${child.name} is not known here`, child)
    } else if (position < furthest) {
      fault(
        `${child.name} stands after ${rule.children[furthest]!.name}, but must stand before it`,
        child,
      )
    } else {
      furthest = position
    }
  }
}

function checkCounts(element: XmlElement, rule: ElementRule, fault: ReportFault): void {
  for (const expected of rule.children) {
    const found = element.children.filter((child) => child.name === expected.name)
    if (found.length === 0 && expected.required) fault(`${expected.name} is missing`)
    if (found.length > expected.atMost) {
      fault(
        `${expected.name} stands ${found.length} times, allowed are ${expected.atMost}`,
        found.at(-1),
      )
    }
  }
}

function placesOf(place: Place): readonly Place[] {
  const seen = new Map<string, number>()
  return place.element.children.flatMap((element) => {
    const rule = place.rule.children.find((candidate) => candidate.name === element.name)
    if (rule === undefined) return []
    const number = (seen.get(element.name) ?? 0) + 1
    seen.set(element.name, number)
    const name = rule.atMost > 1 ? `${element.name}[${number}]` : element.name
    return [{ element, rule, path: [...place.path, element.name], label: `${place.label}/${name}` }]
  })
}
