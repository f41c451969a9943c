import type { Pointer } from '../../declaration/element.ts'
import type { ElementNode } from '../structure/structure-table.ts'
import { declarationStructure } from './declaration-structure.ts'

/**
 * A place in a declaration as CDS points to it, resolved to our terms. The pointer as received is
 * kept, because it may name a place that no table knows.
 */
export interface CdsPointer {
  /** Class ids with positions and at the end the field, as received: `42A.67A.68A[1].23A/137`. */
  readonly text: string
  /** Element path without positions: `Declaration/GoodsShipment/GovernmentAgencyGoodsItem/...`. */
  readonly elementPath?: string
  /**
   * JSON Pointer into our declaration: `/goodsShipment/goodsItems/0/commodity/description`. It ends
   * at a list where the pointer does not say which of several is meant.
   */
  readonly fieldPath?: string
  /** Goods item number from 1 that the pointer leads through, where it does. */
  readonly goodsItemNumber?: number
}

/**
 * Resolves a WCO pointer, a chain of class ids (`42A`, `67A`, `68A` with position 1) that may end in
 * the id of a field.
 */
export function resolvePointer(steps: readonly Pointer[]): CdsPointer {
  const text = pointerText(steps)
  const trail = followSteps(steps)
  if (trail === undefined) return { text }
  const item = steps.find((step) => step.documentSectionCode === '68A')?.sequenceNumber
  return {
    text,
    elementPath: trail.elements.join('/'),
    fieldPath: trail.fields.map((field) => `/${field}`).join(''),
    ...(item === undefined ? {} : { goodsItemNumber: item }),
  }
}

/** The pointer in one line, for records and for people who talk to the authority. */
function pointerText(steps: readonly Pointer[]): string {
  const classes = steps.map(({ documentSectionCode = '?', sequenceNumber }) =>
    sequenceNumber === undefined
      ? documentSectionCode
      : `${documentSectionCode}[${sequenceNumber}]`,
  )
  const tag = steps.at(-1)?.tagId
  return tag === undefined ? classes.join('.') : `${classes.join('.')}/${tag}`
}

/** Elements in the message and fields in the model that a pointer leads through. */
interface Trail {
  readonly elements: readonly string[]
  readonly fields: readonly (string | number)[]
}

/**
 * Goes down the structure by class ids. Once a list is reached without position, elements go on but
 * fields end, because which member is meant is not known.
 */
function followSteps(steps: readonly Pointer[]): Trail | undefined {
  const [root, ...inner] = steps
  if (root?.documentSectionCode !== declarationStructure.wcoId) return undefined
  const elements = [declarationStructure.element]
  const fields: (string | number)[] = []
  let node: ElementNode = declarationStructure
  let isExact = true
  const enter = (child: ElementNode, position: number | undefined): void => {
    node = child
    elements.push(child.element)
    if (!isExact) return
    fields.push(child.field)
    if (child.maximum === 1) return
    if (position === undefined) isExact = false
    else fields.push(position - 1)
  }
  for (const { documentSectionCode, sequenceNumber } of inner) {
    const child = childByWcoId(node, documentSectionCode)
    if (child === undefined) return undefined
    enter(child, sequenceNumber)
  }
  const tag = steps.at(-1)?.tagId
  if (tag === undefined) return { elements, fields }
  const leaf = childByWcoId(node, tag)
  if (leaf === undefined) return undefined
  enter(leaf, undefined)
  return { elements, fields }
}

function childByWcoId(node: ElementNode, wcoId: string | undefined): ElementNode | undefined {
  if (node.content.kind !== 'group') return undefined
  return node.content.children.find((child) => child.wcoId === wcoId)
}
