import type { ElementNode } from '../../src/customs/formats/structure/structure-table.ts'
import { attributeOf, childNamed, type XmlElement } from '../../src/customs/xml/xml-element.ts'

/** Elements as `path minOccurs..maxOccurs`, in the order of the schema document. */
export function schemaElements(schema: XmlElement): readonly string[] {
  const declarationType = schema.children.find(
    (child) => child.name === 'complexType' && attributeOf(child, 'name') === 'Declaration',
  )
  if (declarationType === undefined) throw new Error('the schema has no type Declaration')
  return elementsOf(declarationType, '')
}

function elementsOf(complexType: XmlElement, parent: string): readonly string[] {
  const sequence = childNamed(complexType, 'sequence')
  return (sequence?.children ?? []).flatMap((element) => {
    const path = `${parent}/${attributeOf(element, 'name') ?? ''}`
    const minimum = attributeOf(element, 'minOccurs') ?? '1'
    const maximum = attributeOf(element, 'maxOccurs') ?? '1'
    const inner = childNamed(element, 'complexType')
    return [
      `${path} ${minimum}..${maximum}`,
      ...(inner === undefined ? [] : elementsOf(inner, path)),
    ]
  })
}

/** The same of one of our structure tables. */
export function structureElements({ content }: ElementNode, parent = ''): readonly string[] {
  if (content.kind === 'value') return []
  return content.children.flatMap((node) => {
    const path = `${parent}/${node.element}`
    const maximum = node.maximum === Infinity ? 'unbounded' : String(node.maximum)
    return [`${path} ${node.minimum}..${maximum}`, ...structureElements(node, path)]
  })
}
