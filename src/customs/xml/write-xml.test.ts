import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readXml } from './read-xml.ts'
import { isXmlText, writeXml } from './write-xml.ts'

describe('writing XML', () => {
  it('writes one fixed layout', () => {
    const written = writeXml({
      name: 'a',
      attributes: [['xmlns', 'urn:a']],
      children: [{ name: 'b', text: '1 < 2 & 3' }, { name: 'c' }],
    })
    expect(written).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<a xmlns="urn:a">\n  <b>1 &lt; 2 &amp; 3</b>\n  <c/>\n</a>\n',
    )
  })

  it('gives back any text and attribute that XML can carry', () => {
    const text = fc.string({ unit: 'binary' }).filter(isXmlText)
    fc.assert(
      fc.property(text, text, (content, attribute) => {
        const written = writeXml({ name: 'a', attributes: [['x', attribute]], text: content })
        expect(readXml(written)).toMatchObject({
          ok: true,
          value: { text: content, attributes: [{ value: attribute }] },
        })
      }),
      { seed: 20260901 },
    )
  })

  it.each(['\u0000', '\u0008', '\u001f', '\ud800', '\udc00a', '\uffff'])(
    'refuses %j, which XML cannot carry',
    (text) => {
      expect(isXmlText(text)).toBe(false)
      expect(() => writeXml({ name: 'a', text })).toThrow(TypeError)
    },
  )

  it('takes characters beyond the basic plane', () => {
    expect(isXmlText('😀 𠮷')).toBe(true)
  })
})
