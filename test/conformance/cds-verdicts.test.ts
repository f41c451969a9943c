import { afterAll, describe, expect, it } from 'vitest'
import { loadOfficialSchemas } from '../../src/cli/official-schemas.ts'
import { contentToWrite } from '../../src/customs/xml/content-to-write.ts'
import { writeXml } from '../../src/customs/xml/write-xml.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'
import { schemaFamilies, shares, verdictsOnMutations, verdictsOnSamples } from './cds-verdicts.ts'

const title = hasSharedMaterial
  ? 'CDS schemas and our structure'
  : `CDS schemas and our structure: ${sharedMaterialAbsent}`

/** `npm run proof -- schemas` judges thousands under new seeds. */
const MUTATIONS = 400
const seed = 20261123

describe.skipIf(!hasSharedMaterial)(title, () => {
  const families = hasSharedMaterial ? schemaFamilies() : []
  const counts = shares(MUTATIONS)
  afterAll(() => {
    for (const { schema } of families) schema[Symbol.dispose]()
  })

  it('have messages of every kind to judge', () => {
    const found = families.map(({ name, messages }) => [name, messages.length])
    expect(Object.fromEntries(found)).toMatchObject({
      declarations: expect.toSatisfy((count: number) => count >= 95) as number,
      notifications: expect.toSatisfy((count: number) => count >= 201) as number,
    })
    expect(found.filter(([, count]) => count === 0)).toEqual([])
  })

  it.each(families)('agree on all shared messages: $name', (family) => {
    const { accepted, disagreements } = verdictsOnSamples(family)
    expect(disagreements).toEqual([])
    expect(accepted).toBeGreaterThan(0)
  })

  it.each(families)('agree after random changes: $name', (family) => {
    const count = counts[family.name] ?? 0
    const { accepted, refused, disagreements } = verdictsOnMutations(family, count, seed)
    expect(disagreements).toEqual([])
    expect(refused).toBeGreaterThan(count / 10)
    expect(accepted + refused).toBe(count)
  })

  it('are found in a folder by what they declare, one for each kind', async () => {
    const schemas = await loadOfficialSchemas({
      TIDEWAITER_SCHEMAS: sharedPath('messages', 'cds', 'schemas'),
    })
    for (const { name, kind, schema, messages } of families) {
      const found = schemas(kind)
      const apart = messages.filter(({ document }) => {
        const message = writeXml(contentToWrite(document))
        const accepts = found?.complaints(message).length === 0
        return accepts !== (schema.complaint(message) === undefined)
      })
      expect(
        apart.map((each) => each.name),
        name,
      ).toEqual([])
    }
  })
})
