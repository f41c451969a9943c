import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { readSchemaFolder, type SchemaFolder } from './schema-folder.ts'

const schema = (namespace: string, inner: string): string =>
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${namespace}" targetNamespace="${namespace}" elementFormDefault="qualified">${inner}</xs:schema>`

const files: Readonly<Record<string, string>> = {
  'envelope.xsd': schema(
    'urn:e',
    '<xs:element name="Envelope"><xs:complexType><xs:sequence><xs:any namespace="urn:l" processContents="strict"/></xs:sequence></xs:complexType></xs:element>',
  ),
  'letters/letter.xsd': schema(
    'urn:l',
    '<xs:include schemaLocation="types.xsd"/><xs:element name="Letter" type="Text"/>',
  ),
  'letters/types.xsd': schema(
    'urn:l',
    '<xs:simpleType name="Text"><xs:restriction base="xs:string"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>',
  ),
  'broken.xsd': schema('urn:b', '<xs:element name="Broken" type="Absent"/>'),
  'outside.xsd': schema(
    'urn:o',
    '<xs:include schemaLocation="../../outside.xsd"/><xs:element name="O" type="T"/>',
  ),
}

describe('a folder of schemas', () => {
  let path = ''
  let folder: SchemaFolder
  beforeAll(async () => {
    path = mkdtempSync(join(tmpdir(), 'schema-folder-'))
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(path, name)), { recursive: true })
      writeFileSync(join(path, name), text)
    }
    const read = await readSchemaFolder(path)
    if (!read.ok) throw new Error(read.failures[0].message)
    folder = read.value
  })
  afterAll(() => rmSync(path, { recursive: true }))

  const file = (name: string) => folder.files.find((each) => each.path === name)!

  test('knows its documents by what they declare', () => {
    expect(folder.files.map((each) => each.path)).toEqual(Object.keys(files).toSorted())
    expect(file('envelope.xsd')).toMatchObject({
      targetNamespace: 'urn:e',
      roots: ['Envelope'],
      wildcards: ['urn:l'],
    })
  })

  test('judges a document by several of them together, with the line of each complaint', () => {
    const compiled = folder.compile([file('envelope.xsd'), file('letters/letter.xsd')])
    if (!compiled.ok) throw new Error(compiled.failures[0].message)
    const { complaints } = compiled.value
    const message = (text: string) =>
      `<e:Envelope xmlns:e="urn:e">\n<l:Letter xmlns:l="urn:l">${text}</l:Letter></e:Envelope>`
    expect(complaints(message('abc'))).toEqual([])
    expect(complaints(message('abcd'))).toMatchObject([{ line: 2 }])
  })

  test.each([
    ['does not fit together', 'broken.xsd'],
    ['includes what lies outside the folder', 'outside.xsd'],
  ])('names a schema that %s', (_, name) => {
    const compiled = folder.compile([file(name)])
    expect(compiled).toMatchObject({ ok: false, failures: [{ code: 'configuration-invalid' }] })
  })

  test('that cannot be read is refused', async () => {
    const read = await readSchemaFolder(join(path, 'absent'))
    expect(read).toMatchObject({ ok: false, failures: [{ code: 'configuration-invalid' }] })
  })
})
