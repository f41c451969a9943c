import type { ElementNode } from '../structure/structure-table.ts'
import { declarationStructure } from './declaration-structure.ts'

/**
 * The field of our declaration that an element is read into, as JSON Pointer.
 *
 * @param path element path with positions, `/MetaData/Declaration/GoodsShipment/...[2]`
 * @returns `undefined` where the path leads to no field of a declaration
 */
export function fieldAtPath(path: string): string | undefined {
  const [, inner] = path.split(`/${declarationStructure.element}/`)
  if (inner === undefined) return undefined
  let node: ElementNode = declarationStructure
  let pointer = ''
  for (const step of inner.split('/')) {
    const [, name, position = '1'] = /^([^[]+)(?:\[(\d+)\])?$/.exec(step) ?? []
    const next = childNamed(node, name)
    if (next === undefined) return undefined
    pointer += `/${next.field}${next.maximum > 1 ? `/${Number(position) - 1}` : ''}`
    node = next
  }
  return pointer
}

function childNamed({ content }: ElementNode, name: string | undefined): ElementNode | undefined {
  return content.kind === 'group'
    ? content.children.find(({ element }) => element === name)
    : undefined
}
