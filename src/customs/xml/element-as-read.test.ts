import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { elementAsRead } from './element-as-read.ts'
import { readXml } from './read-xml.ts'
import { writeXml, type XmlContent } from './write-xml.ts'
import type { XmlElement } from './xml-element.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'é', '<', '&', '"', ' ', '税') })
const name = fc.constantFrom('Declaration', 'b:ID', 'md:Name')
const attributes = fc.uniqueArray(fc.tuple(fc.constantFrom('unit', 'b:code'), text), {
  selector: ([attribute]) => attribute,
})
const { element } = fc.letrec<{ element: XmlContent }>((tie) => ({
  element: fc.oneof(
    { maxDepth: 4 },
    fc.record({ name, attributes, text }),
    fc.record({ name, attributes, children: fc.array(tie('element'), { maxLength: 3 }) }),
  ),
}))

/** What is left of an element when nobody asks where it stood or how its children were indented. */
function bare({ namespace, name, attributes, children, text }: XmlElement): object {
  const inside = children.length > 0 ? '' : text
  return { namespace, name, attributes, children: children.map(bare), text: inside }
}

describe('a document about to be written', () => {
  it('looks as it will when it is read', () => {
    fc.assert(
      fc.property(element, (inner) => {
        const root: XmlContent = {
          name: 'md:MetaData',
          attributes: [
            ['xmlns:md', 'urn:envelope'],
            ['xmlns', 'urn:declaration'],
            ['xmlns:b', 'urn:other'],
          ],
          children: [inner],
        }
        const read = readXml(writeXml(root))
        if (!read.ok) throw new Error(read.failures[0].message)
        expect(bare(elementAsRead(root))).toEqual(bare(read.value))
      }),
    )
  })

  it('is refused when a prefix is not declared', () => {
    expect(() => elementAsRead({ name: 'x:ID' })).toThrow('x:ID')
  })
})
