import type { DeclarationError, PointerStep } from '../rules/declaration-error.ts'
import { childOf, childrenOf, textAt, type XmlElement } from '../xml/xml-element.ts'
import { type WcoClass, wcoClasses } from './wco-classes.ts'

/** The declaration with the amendment in it, or why it cannot be made. */
export type Amended =
  | { readonly ok: true; readonly declaration: XmlElement }
  | { readonly ok: false; readonly errors: readonly DeclarationError[] }

/**
 * Makes the changes that a request points to, in the declaration as it stands. The request states the
 * later values only; what it points to and does not state is taken out. Members with a number are
 * found by it, others by their place.
 *
 * @param declaration the element `Declaration` as lodged, with earlier amendments made
 * @param request the element `Declaration` of the message of type `COR`
 */
export function applyAmendment(declaration: XmlElement, request: XmlElement): Amended {
  const wanted = childrenOf(request, 'Amendment').map((amendment) =>
    childrenOf(amendment, 'Pointer').map(readStep),
  )
  const errors = wanted.flatMap((steps) => faultsOf(steps))
  if (wanted.length === 0) errors.push(fault('CDS10001', [], 'No amendment is stated.'))
  if (errors.length > 0) return { ok: false, errors }
  // Taking a member out moves those behind it, so the last are taken out first, after all else.
  const removes = (steps: readonly PointerStep[]): boolean => statedAt(request, steps) === undefined
  const changes = wanted.filter((steps) => !removes(steps))
  const removals = wanted.filter(removes).toReversed()
  return {
    ok: true,
    declaration: [...changes, ...removals].reduce(
      (changed, [, ...steps]) => changedAt(changed, { stated: request, steps }),
      rootTagsChanged(declaration, request, wanted),
    ),
  }
}

function readStep(element: XmlElement): PointerStep {
  const sequence = textAt(element, 'SequenceNumeric')
  const tag = textAt(element, 'TagID')
  return {
    section: textAt(element, 'DocumentSectionCode') ?? '',
    ...(sequence === undefined ? {} : { sequence: Number(sequence) }),
    ...(tag === undefined ? {} : { tag }),
  }
}

function faultsOf(steps: readonly PointerStep[]): DeclarationError[] {
  const [root] = steps
  if (root?.section !== '42A') {
    return [fault('CDS11012', steps, 'The pointer of an amendment starts at the declaration.')]
  }
  if (steps.length === 1 && root.tag === undefined) {
    return [fault('CDS11012', steps, 'The declaration as a whole cannot be amended.')]
  }
  const unknown = steps.find(({ section, tag }) => {
    const known = wcoClasses.get(section)
    return known === undefined || (tag !== undefined && !known.elementOfTag.has(tag))
  })
  if (unknown === undefined) return []
  const what = `${unknown.section}${unknown.tag === undefined ? '' : `/${unknown.tag}`}`
  return [fault('CDS11012', steps, `${what} is nothing that can be amended.`)]
}

/** Fields of the declaration itself, whose pointer has no step below it. */
function rootTagsChanged(
  declaration: XmlElement,
  request: XmlElement,
  wanted: readonly (readonly PointerStep[])[],
): XmlElement {
  return wanted
    .filter((steps) => steps.length === 1)
    .reduce((changed, [root]) => withTag(changed, request, root!), declaration)
}

interface Wanted {
  /** The same place in the request, where it has one. */
  readonly stated: XmlElement | undefined
  readonly steps: readonly PointerStep[]
}

function changedAt(element: XmlElement, { stated, steps }: Wanted): XmlElement {
  const [step, ...further] = steps
  if (step === undefined) return element
  const { element: name } = classOf(step)
  const old = memberOf(element, name, step.sequence ?? 1)
  const later = statedMember(stated, name, step.sequence ?? 1)
  if (further.length === 0 && step.tag === undefined) {
    return withMember(element, { old, later })
  }
  const start = old ?? empty(name, later)
  const changed =
    further.length === 0
      ? withTag(start, later, step)
      : changedAt(start, { stated: later, steps: further })
  return withMember(element, { old, later: changed })
}

function withTag(
  element: XmlElement,
  stated: XmlElement | undefined,
  step: PointerStep,
): XmlElement {
  const name = classOf(step).elementOfTag.get(step.tag ?? '') ?? ''
  return withMember(element, { old: childOf(element, name), later: childOf(stated, name) })
}

interface Exchange {
  readonly old: XmlElement | undefined
  readonly later: XmlElement | undefined
}

function withMember(parent: XmlElement, { old, later }: Exchange): XmlElement {
  const children =
    old === undefined
      ? [...parent.children, ...(later === undefined ? [] : [later])]
      : parent.children.flatMap((child) => (child === old ? (later ?? []) : child))
  return { ...parent, children }
}

function memberOf(
  parent: XmlElement | undefined,
  name: string,
  sequence: number,
): XmlElement | undefined {
  const members = childrenOf(parent, name)
  const isNumbered = members.some((member) => childOf(member, 'SequenceNumeric') !== undefined)
  return isNumbered
    ? members.find((member) => Number(textAt(member, 'SequenceNumeric')) === sequence)
    : members[sequence - 1]
}

/** A request may state a list whole, or only the members that change. */
function statedMember(
  stated: XmlElement | undefined,
  name: string,
  sequence: number,
): XmlElement | undefined {
  const members = childrenOf(stated, name)
  const isNumbered = members.some((member) => childOf(member, 'SequenceNumeric') !== undefined)
  if (isNumbered || members.length !== 1) return memberOf(stated, name, sequence)
  return members[0]
}

/** What a request states at the place that it points to. */
function statedAt(request: XmlElement, steps: readonly PointerStep[]): XmlElement | undefined {
  const at = steps
    .slice(1)
    .reduce<XmlElement | undefined>(
      (element, step) => statedMember(element, classOf(step).element, step.sequence ?? 1),
      request,
    )
  const last = steps.at(-1)
  if (last?.tag === undefined) return at
  return childOf(at, classOf(last).elementOfTag.get(last.tag) ?? '')
}

function empty(name: string, like: XmlElement | undefined): XmlElement {
  const number = childOf(like, 'SequenceNumeric')
  const children = number === undefined ? [] : [number]
  return {
    ...{ name, children, attributes: {}, text: '' },
    ...{ namespace: like?.namespace ?? '', line: like?.line ?? 0 },
  }
}

function classOf({ section }: PointerStep): WcoClass {
  const known = wcoClasses.get(section)
  if (known === undefined) throw new RangeError(`no class ${section}`)
  return known
}

function fault(
  code: DeclarationError['code'],
  pointer: readonly PointerStep[],
  reason: string,
): DeclarationError {
  return { code, pointer: pointer.length === 0 ? [{ section: '42A' }] : pointer, reason }
}
