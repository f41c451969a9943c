import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { XmlBufferInputProvider, xmlRegisterInputProvider } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'

import { readSchemaFolder, type SchemaFolder } from './schema-folder.ts'

const order = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:order"
  elementFormDefault="qualified">
  <xs:element name="Order"><xs:complexType><xs:sequence>
    <xs:element name="Reference" type="xs:string"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`

const sound = '<Order xmlns="urn:order"><Reference>A-1</Reference></Order>'
const odd = '<Order xmlns="urn:order"><Reference>A-1</Reference><Odd/></Order>'

async function folderWith(text: string): Promise<SchemaFolder> {
  const path = await mkdtemp(join(tmpdir(), 'tidewaiter-schemas-'))
  await writeFile(join(path, 'order.xsd'), text)
  const folder = await readSchemaFolder(path)
  if (!folder.ok) throw new Error(folder.failures[0].message)
  return folder.value
}

async function compiled() {
  const folder = await folderWith(order)
  const schema = folder.compile(folder.files)
  if (!schema.ok) throw new Error(schema.failures[0].message)
  return schema.value
}

/** Has everything that nobody holds given back, as happens to a process that runs for long. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (let round = 0; round < 5; round += 1) {
    collect()
    await setImmediate()
  }
}

describe('a schema of a folder', () => {
  it('tells what is valid, and where what is not breaks it', async () => {
    const schema = await compiled()
    expect(schema.complaints(sound)).toEqual([])
    expect(schema.complaints(odd)).toMatchObject([{ line: 1 }])
  })

  it('judges alike where others have given the reader many ways to open files', async () => {
    for (let other = 0; other < 20; other += 1) {
      xmlRegisterInputProvider(new XmlBufferInputProvider({}))
    }
    const schema = await compiled()
    expect(schema.complaints(sound)).toEqual([])
  })

  it('is refused where it names another that the folder has not', async () => {
    const naming = order.replace(
      '<xs:element name="Order">',
      '<xs:import namespace="urn:more" schemaLocation="more/parts.xsd"/>$&',
    )
    const folder = await folderWith(naming)
    expect(folder.compile(folder.files)).toMatchObject({
      ok: false,
      failures: [
        {
          code: 'configuration-invalid',
          message: expect.stringContaining('order.xsd names more/parts.xsd') as string,
        },
      ],
    })
  })

  it('judges alike after memory that nobody holds was given back', async () => {
    const schema = await compiled()
    await collectGarbage()
    // What is read next takes the memory that has become free.
    for (let other = 0; other < 20; other += 1) await compiled()
    await collectGarbage()
    expect(schema.complaints(sound)).toEqual([])
    expect(schema.complaints(odd)).toHaveLength(1)
  })
})
