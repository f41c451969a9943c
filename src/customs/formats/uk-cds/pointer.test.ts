import { describe, expect, it } from 'vitest'
import { dataElementAt, namedPaths } from './data-element.ts'
import { declarationStructure } from './declaration-structure.ts'
import { resolvePointer } from './pointer.ts'
import type { ElementNode } from '../structure/structure-table.ts'

const toItem = [
  { documentSectionCode: '42A' },
  { documentSectionCode: '67A' },
  { documentSectionCode: '68A', sequenceNumber: 2 },
]

describe('a pointer', () => {
  it('leads to a field of an item', () => {
    const pointer = resolvePointer([...toItem, { documentSectionCode: '23A', tagId: '137' }])
    expect(pointer).toEqual({
      text: '42A.67A.68A[2].23A/137',
      elementPath: 'Declaration/GoodsShipment/GovernmentAgencyGoodsItem/Commodity/Description',
      fieldPath: '/goodsShipment/goodsItems/1/commodity/description',
      goodsItemNumber: 2,
    })
    expect(dataElementAt(pointer)).toMatchObject({ number: '6/8', name: { zh: '货物描述' } })
  })

  it('ends at the list where it does not say which of several', () => {
    const pointer = resolvePointer([...toItem, { documentSectionCode: '03A', tagId: '226' }])
    expect(pointer.fieldPath).toBe('/goodsShipment/goodsItems/1/additionalInformation')
    expect(pointer.elementPath).toMatch(/AdditionalInformation\/StatementCode$/)
  })

  it('leads to a field of the declaration itself', () => {
    expect(resolvePointer([{ documentSectionCode: '42A', tagId: 'D026' }]).fieldPath).toBe('/lrn')
  })

  it.each([
    [[{ documentSectionCode: '07B' }, { documentSectionCode: '53A' }], '07B.53A'],
    [[{ documentSectionCode: '42A' }, { documentSectionCode: 'ZZZ' }], '42A.ZZZ'],
    [[{ documentSectionCode: '42A', tagId: '999' }], '42A/999'],
    [[], ''],
  ])('to a place that no table knows is kept as it came', (steps, text) => {
    expect(resolvePointer(steps)).toEqual({ text })
    expect(dataElementAt({ text })).toBeUndefined()
  })
})

describe('the names of data elements', () => {
  function elementPaths(node: ElementNode, parent = ''): readonly string[] {
    if (node.content.kind === 'value') return []
    return node.content.children.flatMap((child) => {
      const path = parent === '' ? child.element : `${parent}/${child.element}`
      return [path, ...elementPaths(child, path)]
    })
  }

  it('belong to paths that exist', () => {
    const existing = new Set(elementPaths(declarationStructure))
    expect(namedPaths().filter((path) => !existing.has(path))).toEqual([])
  })

  it('go to the nearest name around a field that has none', () => {
    const elementPath = 'Declaration/GoodsShipment/TradeTerms/LocationID'
    expect(dataElementAt({ text: '', elementPath })).toMatchObject({ number: '4/1' })
  })
})
