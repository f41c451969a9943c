import type { ElementNode } from '../structure/structure-table.ts'
import { declarationStructure } from './declaration-structure.ts'
import type { AmendedValue } from './notification.ts'

/** A value that the authority has put in the place of ours. */
export interface AmendedField {
  /** JSON Pointer into our declaration. */
  readonly fieldPath: string
  readonly value: string
}

const ITEM = /^\/GoodsShipment\/GovernmentAgencyGoodsItem(?:\[(\d+)\])?/
const STEP = /^(\w+)(?:\[(\d+)\])?$/

/**
 * Where in our declaration the values of a 07 stand. Its items are counted by their goods item
 * numbers, not by their place in the message, which holds only the items that were changed.
 */
export function amendedFields(values: readonly AmendedValue[]): readonly AmendedField[] {
  const numbers = new Map(
    values
      .filter(({ path }) => path.endsWith('/SequenceNumeric') && path.split('/').length === 4)
      .map(({ path, value }) => [ITEM.exec(path)?.[1] ?? '1', Number(value)]),
  )
  return values
    .filter(({ path }) => !path.endsWith('/SequenceNumeric') && path !== '/FunctionCode')
    .flatMap(({ path, value }) => {
      const fieldPath = fieldPathOf(path, numbers.get(ITEM.exec(path)?.[1] ?? '1'))
      return fieldPath === undefined ? [] : [{ fieldPath, value }]
    })
}

function fieldPathOf(path: string, itemNumber: number | undefined): string | undefined {
  let node: ElementNode = declarationStructure
  let fieldPath = ''
  for (const step of path.split('/').slice(1)) {
    const [, element = '', position = '1'] = STEP.exec(step) ?? []
    const child: ElementNode | undefined =
      node.content.kind === 'group'
        ? node.content.children.find((candidate) => candidate.element === element)
        : undefined
    if (child === undefined) return undefined
    const place = child.field === 'goodsItems' ? (itemNumber ?? Number(position)) : Number(position)
    fieldPath += child.maximum === 1 ? `/${child.field}` : `/${child.field}/${place - 1}`
    node = child
  }
  return fieldPath
}
