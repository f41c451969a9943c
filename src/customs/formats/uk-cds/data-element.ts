import type { BilingualText } from '../../bilingual-text.ts'
import type { ElementNode } from '../structure/structure-table.ts'
import { declarationStructure } from './declaration-structure.ts'
import type { CdsPointer } from './pointer.ts'
import { dataElementTable } from './structure/data-element-table.ts'

/** A field of the declaration as the tariff's guide numbers and people name it. */
export interface DataElement {
  /** `6/8`; `-` where the guide has no number. */
  readonly number: string
  readonly name: BilingualText
}

const dataElements: ReadonlyMap<string, DataElement> = new Map(
  dataElementTable
    .trim()
    .split('\n')
    .map((line) => {
      const [path = '', number = '', en = '', zh = ''] = line.split('|').map((part) => part.trim())
      return [path, { number, name: { en, zh } }]
    }),
)

/** Paths that have a name of their own, below `Declaration`. */
export function namedPaths(): readonly string[] {
  return [...dataElements.keys()]
}

/**
 * The data element that a pointer leads to, or the nearest one around it.
 *
 * @returns `undefined` where the pointer leads to nothing that people have a name for
 */
export function dataElementAt({ elementPath }: CdsPointer): DataElement | undefined {
  return nearestNamed(elementPath?.split('/').slice(1) ?? [])?.dataElement
}

/**
 * The data element of a place in our declaration, or the nearest one around it.
 *
 * @param fieldPath JSON Pointer, `/goodsShipment/goodsItems/0/commodity/description`
 */
export function dataElementOfField(fieldPath: string): DataElement | undefined {
  const elements: string[] = []
  let node: ElementNode = declarationStructure
  for (const step of fieldPath.split('/').slice(1)) {
    if (/^\d+$/.test(step) || node.content.kind === 'value') continue
    const child: ElementNode | undefined = node.content.children.find(({ field }) => field === step)
    if (child === undefined) break
    elements.push(child.element)
    node = child
  }
  return nearestNamed(elements)?.dataElement
}

/** A data element, and how many steps down from the declaration its name stands. */
export interface NamedPlace {
  readonly dataElement: DataElement
  readonly depth: number
}

/** The nearest place with a name on the way down to an element; steps are element names. */
export function nearestNamed(elements: readonly string[]): NamedPlace | undefined {
  for (let depth = elements.length; depth > 0; depth -= 1) {
    const dataElement = dataElements.get(elements.slice(0, depth).join('/'))
    if (dataElement !== undefined) return { dataElement, depth }
  }
  return undefined
}
