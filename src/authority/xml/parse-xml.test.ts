import { describe, expect, it } from 'vitest'
import { parseXml } from './parse-xml.ts'
import { textAt } from './xml-element.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function reasonFor(content: Uint8Array): string {
  const result = parseXml(content)
  return result.ok ? 'it was read' : result.failures[0].message
}

describe('reading XML', () => {
  it('keeps names, namespaces, attributes, text and lines', () => {
    const result = parseXml(
      bytes('<p:a xmlns:p="urn:x">\n  <b c="d"> text &amp; more </b>\n</p:a>'),
    )
    if (!result.ok) throw new Error(result.failures[0].message)
    expect(result.value).toMatchObject({ name: 'a', namespace: 'urn:x', line: 1 })
    expect(result.value.children[0]).toMatchObject({
      namespace: '',
      attributes: { c: 'd' },
      line: 2,
    })
    expect(textAt(result.value, 'b')).toBe('text & more')
  })

  it('refuses a document type declaration, so no entity can be defined', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "1234567890"><!ENTITY y "&x;&x;">]><a>&y;</a>'
    expect(reasonFor(bytes(bomb))).toContain('document type declaration is not allowed')
  })

  it('refuses undefined entities, other encodings, broken and empty documents', () => {
    expect(reasonFor(bytes('<a>&unknown;</a>'))).toContain('undefined entity')
    expect(reasonFor(Uint8Array.from([0x3c, 0x61, 0xff, 0x2f, 0x3e]))).toContain('not UTF-8')
    expect(reasonFor(bytes('<a><b></a>'))).toContain('unexpected close tag')
    expect(reasonFor(bytes(''))).toContain('must contain a root element')
  })

  it('refuses nesting and sizes that no message has', () => {
    expect(reasonFor(bytes('<a>'.repeat(40)))).toContain('nested deeper')
    expect(reasonFor(bytes(`<a>${'<b/>'.repeat(60_001)}</a>`))).toContain('more than')
  })
})
