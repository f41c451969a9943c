import { describe, expect, it } from 'vitest'
import { applyAmendment } from '../../src/authority/message/apply-amendment.ts'
import { declarationOf } from '../../src/authority/store/amendment-store.ts'
import type { XmlElement as OfficeElement } from '../../src/authority/xml/xml-element.ts'
import type { Declaration } from '../../src/customs/declaration/declaration.ts'
import { declarationStructure } from '../../src/customs/formats/uk-cds/declaration-structure.ts'
import { resolvePointer } from '../../src/customs/formats/uk-cds/pointer.ts'
import { readDeclaration } from '../../src/customs/formats/uk-cds/read-declaration.ts'
import { writeAmendmentRequest } from '../../src/customs/formats/uk-cds/amendment/write-amendment-request.ts'
import { readByStructure } from '../../src/customs/formats/structure/read-by-structure.ts'
import type { XmlElement } from '../../src/customs/xml/xml-element.ts'
import { hasSharedMaterial, sharedMaterialAbsent } from '../shared-material.ts'
import { type DeclarationSample, declarationSamples } from './cds-samples.ts'
import { cdsSchema } from './cds-schema.ts'

const title = hasSharedMaterial ? 'CDS amendments' : `CDS amendments: ${sharedMaterialAbsent}`

/** The sample of a statement in words (TT_IM061b) bears the code for money. */
const otherCodes: Readonly<Record<string, string>> = { '32 /AdditionalInformation': '21' }

describe.skipIf(!hasSharedMaterial)(title, () => {
  const samples = hasSharedMaterial ? declarationSamples() : []
  const pairs = samples
    .map((sample) => ({ amendment: sample, request: read(sample.bytes) }))
    .filter(({ request }) => request.typeCode === 'COR')
    .map(({ amendment, request }) => {
      const folder = amendment.name.split('/')[0]!
      const lodged = samples.find(
        (sample) => sample.name.startsWith(`${folder}/`) && read(sample.bytes).functionCode === '9',
      )
      if (lodged === undefined) throw new Error(`${folder} has no declaration to amend`)
      return { name: folder, amendment, request, lodged }
    })

  it('are there, each with the declaration that it amends', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(6)
  })

  it.each(pairs)('$name asks for what we would ask for', ({ lodged, amendment, request }) => {
    const before = read(lodged.bytes)
    const after = amended(lodged, declarationOf(amendment.bytes))
    const asked = writeAmendmentRequest({
      ...{ lrn: request.lrn!, mrn: request.mrn!, explanation: 'As the sample.' },
      ...{ before, after },
    })
    if (!asked.ok) throw new Error(asked.failures[0].message)
    expect(amendmentsOf(asked.value.declaration)).toEqual(amendmentsOf(request))
    using schema = cdsSchema('wrapper_submit.xsd')
    expect(schema.complaint(asked.value.bytes)).toBeUndefined()
    expect(amended(lodged, declarationOf(asked.value.bytes))).toEqual(after)
  })
})

function read(bytes: Uint8Array): Declaration {
  const result = readDeclaration(bytes)
  if (!result.ok) throw new Error(result.failures[0].message)
  return result.value
}

/** The declaration as the customs office has it after the request. */
function amended(lodged: DeclarationSample, request: OfficeElement): Declaration {
  const made = applyAmendment(declarationOf(lodged.bytes), request)
  if (!made.ok) throw new Error(made.errors[0]?.reason)
  const fields = readByStructure(asRead(made.declaration), declarationStructure.content.children)
  if (!fields.ok) throw new Error(fields.failures[0].message)
  return fields.value as unknown as Declaration
}

function asRead({ attributes, children, ...element }: OfficeElement): XmlElement {
  return {
    ...{ ...element, column: 1 },
    attributes: Object.entries(attributes).map(([name, value]) => ({ namespace: '', name, value })),
    children: children.map(asRead),
  }
}

/** Code and place of every amendment, whether a single class is counted or not. */
function amendmentsOf({ amendments = [] }: Declaration): readonly string[] {
  return amendments
    .map(({ changeReasonCode, pointers = [] }) => {
      const { fieldPath = '?' } = resolvePointer(
        pointers.map((step) => ({ sequenceNumber: 1, ...step })),
      )
      const place = fieldPath.includes('additionalInformation')
        ? '/AdditionalInformation'
        : fieldPath
      return `${otherCodes[`${changeReasonCode} ${place}`] ?? changeReasonCode} ${fieldPath}`
    })
    .sort()
}
