import { describe, expect, it } from 'vitest'
import { readXml } from './read-xml.ts'
import { attributeOf, childNamed, findElement, type XmlElement } from './xml-element.ts'

function read(document: string | Uint8Array): XmlElement {
  const result = readXml(document)
  if (!result.ok) throw new Error(result.failures[0].message)
  return result.value
}

function refusal(document: string | Uint8Array): object {
  const result = readXml(document)
  if (result.ok) throw new Error('the document was read')
  return result.failures[0]
}

describe('reading XML', () => {
  it('resolves namespaces of elements and attributes', () => {
    const root = read('<p:a xmlns:p="urn:p" xmlns="urn:d" p:x="1" y="2"><b/></p:a>')
    expect(root).toMatchObject({
      namespace: 'urn:p',
      name: 'a',
      attributes: [
        { namespace: 'urn:p', name: 'x', value: '1' },
        { namespace: '', name: 'y', value: '2' },
      ],
      children: [{ namespace: 'urn:d', name: 'b' }],
    })
    expect(attributeOf(root, 'y')).toBe('2')
    expect(attributeOf(root, 'x')).toBeUndefined()
  })

  it('joins text around comments and CDATA, and keeps its blanks', () => {
    expect(read('<a> x<!-- no --><![CDATA[<y>]]> &amp; 深圳 </a>').text).toBe(' x<y> & 深圳 ')
  })

  it('keeps the text of children apart from that of their parent', () => {
    const root = read('<a>1<b>2</b>3</a>')
    expect(root.text).toBe('13')
    expect(childNamed(root, 'b')?.text).toBe('2')
  })

  it('says where an element stands', () => {
    const found = findElement(
      read('<a>\n  <b>\n    <c/>\n  </b>\n</a>'),
      ({ name }) => name === 'c',
    )
    expect(found).toMatchObject({ line: 3, column: 5 })
  })

  it('reads UTF-8 bytes with and without byte order mark', () => {
    expect(read(new TextEncoder().encode('﻿<a>é</a>')).text).toBe('é')
  })
})

describe('refusing XML', () => {
  it('refuses a document type declaration before anything of it takes effect', () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'
    expect(refusal(bomb)).toMatchObject({
      code: 'message-unreadable',
      message: 'A document type declaration is not accepted.',
      line: 1,
    })
  })

  it.each([
    ['an unclosed element', '<a>\n<b></a>'],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['an undeclared prefix', '<p:a/>'],
    ['two roots', '<a/><b/>'],
    ['two hyphens in a comment', '<a><!-- a -- b --></a>'],
    ['nothing at all', ''],
    ['a control character', '<a>\u0001</a>'],
  ])('refuses %s', (_what, document) => {
    expect(refusal(document)).toMatchObject({ code: 'message-unreadable' })
  })

  it('says line and column of the fault', () => {
    expect(refusal('<a>\n  <b x=1/>\n</a>')).toMatchObject({ line: 2, column: 8 })
  })

  it('refuses bytes that are no UTF-8 and other encodings', () => {
    expect(refusal(new Uint8Array([0x3c, 0x61, 0x3e, 0xff]))).toMatchObject({
      message: 'The bytes are not UTF-8.',
    })
    expect(refusal('<?xml version="1.0" encoding="ISO-8859-1"?><a/>')).toMatchObject({
      message: 'The encoding ISO-8859-1 is not accepted, only UTF-8.',
    })
  })

  it('refuses what is too large or nested too deeply', () => {
    const limits = { maximumBytes: 100, maximumDepth: 3 }
    expect(readXml(`<a>${'x'.repeat(100)}</a>`, limits)).toMatchObject({
      failures: [{ code: 'too-large' }],
    })
    expect(readXml('<a><b><c/></b></a>', limits).ok).toBe(true)
    expect(readXml('<a><b><c><d/></c></b></a>', limits)).toMatchObject({
      failures: [{ message: 'The elements are nested too deeply.' }],
    })
  })
})
