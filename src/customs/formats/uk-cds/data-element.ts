import type { BilingualText } from '../../bilingual-text.ts'
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
  const steps = elementPath?.split('/').slice(1) ?? []
  for (let depth = steps.length; depth > 0; depth -= 1) {
    const element = dataElements.get(steps.slice(0, depth).join('/'))
    if (element !== undefined) return element
  }
  return undefined
}
